import Architecture
import Description
import Findings
import SourceText
import YAML

/// What series say of components, by the names that a description maps: `http_p99: takes-p99`,
/// `pg_busy: used of db`.
struct MetricReader {
  private let system: ForeignSystem
  private let file: ForeignFile

  /// Labels that say what a series is of.
  private static let labels = [
    "service", "app", "application", "component", "job", "deployment", "container", "queue",
    "topic",
    "destination", "name",
  ]
  /// What a series may be; of `rate` and `length` only the note tells.
  private static let keys = [
    "used", "takes", "takes-p99", "replicas", "availability", "rate", "length",
  ]

  init(_ system: ForeignSystem, _ file: ForeignFile) {
    self.system = system
    self.file = file
  }

  func read(_ all: [MetricSeries]) {
    system.note(all.count, "serie", of: file.path)
    var unmapped: [String] = []
    for series in all where !series.values.isEmpty {
      guard let meaning = file.map.first(where: { $0.name == series.name || $0.name == "*" })
      else {
        let name = series.name.isEmpty ? "a series without name" : series.name
        if !unmapped.contains(name) { unmapped.append(name) }
        continue
      }
      read(series, meaning)
    }
    guard !unmapped.isEmpty else { return }
    let more = unmapped.count > 3 ? " and \(unmapped.count - 3) more" : ""
    system.ignore(
      unmapped.prefix(3).map { String($0.prefix(60)) }.joined(separator: ", ") + more,
      "`map: { NAME: used of db }` in the import says what it is", of: file.path)
  }

  private func read(_ series: MetricSeries, _ meaning: ForeignName) {
    let words = meaning.meaning.split(separator: " ").map(String.init)
    guard let key = words.first, Self.keys.contains(key), words.count == 1 || words.count == 3
    else {
      return complain(of: meaning)
    }
    guard let name = words.count == 3 ? words[2] : label(of: series) else {
      return system.ignore(
        series.name, "no label says of which component: write `\(key) of NAME`", of: file.path)
    }
    let component = system.component(name, at: series.span)
    if system.components[component].kind == nil {
      system.update(component) { $0.isOnlyMeasured = true }
    }
    add(key, series, to: component)
  }

  private func label(of series: MetricSeries) -> String? {
    let values = Self.labels.compactMap { name in
      series.labels.first { $0.name == name }?.value
    }
    return values.first { system.number(of: $0) != nil } ?? values.first
  }

  private func add(_ key: String, _ series: MetricSeries, to component: Int) {
    let name = system.components[component].name
    let scale = Self.isMilliseconds(series.name) ? 0.001 : 1
    switch key {
    case "rate":
      note(
        "\(name) took \(Unit.perSecond.format(Self.rounded(series.mean))) on average, "
          + "\(Unit.perSecond.format(Self.rounded(series.most))) at most", series)
    case "length":
      note("\(name) held \(Unit.count.format(Self.rounded(series.most))) at most", series)
    case "replicas":
      let least = series.values.reduce(.infinity) { min($0, $1.value) }
      guard least >= 1 else { return }
      add(.replicas, .range(least.rounded(), series.most.rounded()), component, series)
    case "used":
      // Shares may be written as percentages.
      let share = series.most > 1.5 ? series.most / 100 : series.most
      guard share > 0, share <= 1 else { return }
      add(.used, .number(Self.rounded(share)), component, series)
    case "availability":
      guard series.mean > 0, series.mean <= 1 else { return }
      add(.availability, .number(series.mean), component, series)
    case "takes": add(.takes, .number(Self.rounded(series.mean * scale)), component, series)
    default: add(.takesP99, .number(Self.rounded(series.most * scale)), component, series)
    }
  }

  private func add(
    _ property: Property, _ value: Value, _ component: Int, _ series: MetricSeries
  ) {
    if let number = value.number, number <= 0 { return }
    let window = series.seconds > 0 ? Unit.seconds.format(Self.rounded(series.seconds)) : "a moment"
    system.add(measured: property, value, in: window, to: component, at: series.span)
    let words = value.measure(property.definition.type).words
    note("\(property.name) of \(system.components[component].name) \(words)", series)
  }

  private func note(_ what: String, _ series: MetricSeries) {
    let window =
      series.seconds > 0 ? " in \(Unit.seconds.format(Self.rounded(series.seconds)))" : ""
    system.note(what + window, of: file.path)
  }

  private static func isMilliseconds(_ name: String) -> Bool {
    name.hasSuffix("_ms") || name.contains("_milliseconds")
  }

  private static func rounded(_ number: Double) -> Double {
    RiskLevel.twoDigits(number, .toNearestOrEven)
  }

  private func complain(of meaning: ForeignName) {
    system.yaml.complain(
      "unknown-measure", "`\(meaning.meaning.prefix(60))` is nothing that a series can be",
      "write one of \(Self.keys.joined(separator: ", ")), or `used of db`", at: meaning.span)
  }
}
