import Architecture
import Findings
import SourceText
import YAML

/// The tables that Locust writes.
///
/// Of a whole run (`_stats.csv`) one load, of its history (`_stats_history.csv`) one for each
/// number of users that it held. Times are in milliseconds.
///
/// Source: Locust's documentation, "Retrieve test statistics in CSV format".
enum LocustTable: LoadTestReport {
  private static let headings = ["Type", "Name", "Requests/s"]
  private static let total = "Aggregated"
  /// Seconds that a number of users is held before it counts as a load: the window over which
  /// Locust counts what is going on.
  private static let leastSeconds = 10.0

  static func recognises(_ text: SourceText) -> Bool {
    let end = text.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? text.bytes.count
    let first = String(decoding: text.bytes[..<end], as: UTF8.self)
    return headings.allSatisfy(first.contains)
  }

  static func read(_ result: LoadTestResult) -> [Measurement] {
    let rows = result.rows
    guard let head = rows.first?.map(\.text) else { return [] }
    let name = result.request ?? total
    let own = rows.dropFirst().map { Row(head, $0.map(\.text)) }.filter { $0["Name"] == name }
    guard !own.isEmpty else {
      var names: [String] = []
      for row in rows.dropFirst().map({ Row(head, $0.map(\.text)) }) {
        if let name = row["Name"], !names.contains(name), names.count < 5 { names.append(name) }
      }
      result.complain(
        "no-request", "has no row of `\(name)`",
        names.isEmpty ? "keep its rows" : "it has " + names.joined(separator: ", "))
      return []
    }
    let isHistory = head.contains("User Count")
    let measurements = isHistory ? held(own) : own.compactMap(\.measurement)
    if measurements.isEmpty {
      result.complain(
        "no-load-held",
        isHistory
          ? "holds no number of users for \(Unit.seconds.format(leastSeconds))"
          : "counts no requests",
        "raise the users in steps of a minute or more")
    }
    let counts = isHistory ? own.suffix(1) : own[...]
    result.check(
      failed: counts.reduce(0) { $0 + ($1.failures ?? 0) },
      of: counts.reduce(0) { $0 + ($1.requests ?? 0) })
    return measurements
  }

  /// One measurement for each number of users held: counts and times are those of all requests so
  /// far, so that what lies between two rows is their difference.
  private static func held(_ rows: [Row]) -> [Measurement] {
    rows.split(whereDiffers: { $0["User Count"] }).compactMap { steps in
      guard let first = steps.first, let last = steps.last, let from = first.number("Timestamp"),
        let to = last.number("Timestamp"), to - from >= leastSeconds,
        let before = first.requests, let after = last.requests, after > before,
        let old = first.mean, let new = last.mean
      else { return nil }
      let mean = (after * new - before * old) / (after - before)
      guard mean > 0 else { return nil }
      let times = steps.compactMap(\.p99).sorted()
      return Measurement(
        load: (after - before) / (to - from), mean: mean,
        p99: times.isEmpty ? nil : times[times.count / 2])
    }
  }

  private struct Row {
    private let head: [String]
    private let cells: [String]

    init(_ head: [String], _ cells: [String]) {
      self.head = head
      self.cells = cells
    }

    subscript(_ heading: String) -> String? {
      head.firstIndex(of: heading).flatMap { $0 < cells.count ? cells[$0] : nil }
    }

    func number(_ headings: String...) -> Double? {
      headings.lazy.compactMap { self[$0].flatMap(Double.init) }.first {
        $0.isFinite && $0 >= 0
      }
    }

    var requests: Double? { number("Total Request Count", "Request Count") }
    var failures: Double? { number("Total Failure Count", "Failure Count") }
    /// In seconds, as are the others.
    var mean: Double? {
      number("Total Average Response Time", "Average Response Time").map { $0 / 1000 }
    }
    var p99: Double? { number("99%").map { $0 / 1000 } }

    var measurement: Measurement? {
      guard let load = number("Requests/s"), load > 0, let mean, mean > 0 else { return nil }
      return Measurement(load: load, mean: mean, p99: p99)
    }
  }
}

extension Array {
  /// Its longest pieces whose elements have the same key.
  fileprivate func split<Key: Equatable>(whereDiffers key: (Element) -> Key) -> [ArraySlice<
    Element
  >] {
    var pieces: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where key(self[index]) != key(self[index - 1]) {
      pieces.append(self[start..<index])
      start = index
    }
    return isEmpty ? [] : pieces + [self[start...]]
  }
}
