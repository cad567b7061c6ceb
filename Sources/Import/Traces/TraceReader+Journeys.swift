import Description
import Findings
import SourceText

/// What comes from outside, and what is said of the file.
extension TraceReader {
  /// How long was traced, in words.
  var windowWords: String {
    Unit.seconds.format(TraceReader.rounded(window.end - window.start))
  }

  /// What comes from outside, by service and name, with its rate.
  func readJourneys() {
    let seconds = window.end - window.start
    var counts: [String: (count: Int, component: Int, span: SourceSpan)] = [:]
    var order: [String] = []
    for number in forest.spans.indices {
      let span = forest.spans[number]
      guard span.parent.isEmpty, span.side == .server else { continue }
      let component = peers.service(span.service, at: span.span)
      let label = span.name.isEmpty ? span.service : span.name
      let name = ForeignSystem.written(String(label.prefix(60)))
      if counts[name] == nil { order.append(name) }
      counts[name, default: (0, component, span.span)].count += 1
    }
    guard seconds >= 1, !order.isEmpty else { return }
    let most = order.sorted { (counts[$0]?.count ?? 0, $1) > (counts[$1]?.count ?? 0, $0) }
    for name in most.prefix(20) {
      guard let (count, component, span) = counts[name] else { continue }
      let rate = Self.rounded(Double(count) / seconds)
      system.addJourney(name, to: component, rate: rate, at: span)
    }
    guard most.count > 20 else { return }
    let rest = most.dropFirst(20).reduce(0) { $0 + (counts[$1]?.count ?? 0) }
    system.ignore(
      "\(most.count - 20) journeys", "they are \(rest) requests, fewer each than the 20 that are",
      of: file.path)
  }

  // MARK: - Notes

  func note(_ services: Int, _ arrows: Int, _ entries: [Int: [Int]], _ order: [Int]) {
    system.note(forest.spans.count, "span", of: file.path)
    system.note(services, "service", of: file.path)
    system.note("a window of \(windowWords)", of: file.path)
    let failing = order.filter { component in
      (entries[component] ?? []).contains { forest.spans[$0].isError }
    }
    for component in failing.prefix(5) {
      let all = entries[component] ?? []
      let share = Double(all.count { forest.spans[$0].isError }) / Double(all.count)
      system.note(
        "errors in \(Unit.ratio.format(Self.rounded(share))) of the requests of "
          + system.components[component].name, of: file.path)
    }
    let lost = forest.spans.indices.count {
      !forest.spans[$0].parent.isEmpty && forest.parents[$0] == nil
    }
    if lost > 0 {
      system.ignore("what \(lost) spans are parts of", "it is not in the file", of: file.path)
    }
    system.ask(
      "are all requests traced, or a share of them? Rates are those in the file",
      of: file.path)
  }
}
