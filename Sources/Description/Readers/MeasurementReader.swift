import Architecture
import Findings
import SourceText
import YAML

/// Reads what was measured of a component or operation: in the description, or in a table beside
/// it.
struct MeasurementReader {
  let yaml: YAMLReader
  private let files: FileAccess

  init(_ yaml: YAMLReader, _ files: FileAccess) {
    self.yaml = yaml
    self.files = files
  }

  /// The measurements that a value lists, or the table that it names holds; nil, with a problem,
  /// where there are none.
  func read(_ node: NodeReference) -> Measurements? {
    let all = yaml.kind(node) == .mapping && !isOne(node) ? table(node) : list(node)
    return all.isEmpty ? nil : Measurements(all, span: yaml.span(node))
  }

  /// Whether a mapping is a measurement, not the name of a file.
  private func isOne(_ node: NodeReference) -> Bool {
    yaml.entries(node).contains { $0.name == "load" }
  }

  private func list(_ node: NodeReference) -> [Measurement] {
    let items = yaml.oneOrMore(node)
    if items.count > MeasurementTable.most {
      MeasurementTable.complainOfMany(yaml, at: yaml.span(node))
    }
    return items.prefix(MeasurementTable.most).compactMap { item in
      guard yaml.kind(item) == .mapping else {
        yaml.complain(
          "not-a-mapping", "a measurement is a mapping of keys, and this is not one",
          "write `measured: [{ load: 100/s, mean: 20ms }]`", at: item)
        return nil
      }
      return measurement(item)
    }
  }

  private func measurement(_ item: NodeReference) -> Measurement? {
    var numbers: [String: Double] = [:]
    for (entry, key) in yaml.known(item, DescriptionKeys.measurement, in: "a measurement") {
      guard case .structure(.value(let type)) = key.meaning else { continue }
      numbers[key.name] = yaml.value(entry.value, type, key: key.name)?.number
    }
    if !yaml.entries(item).contains(where: { $0.name == "load" }) {
      yaml.complain(
        "measurement-without-load", "a measurement says at which load it was made",
        "write `load: 100/s` beside it", at: item)
    }
    return Measurement(numbers)
  }

  // MARK: - Tables

  private func table(_ node: NodeReference) -> [Measurement] {
    let fields = yaml.known(node, DescriptionKeys.measurementFile, in: "`measured`")
    func value(_ key: String) -> NodeReference? {
      fields.first { $0.entry.name == key }?.entry.value
    }
    guard let names = value("file") else { return [] }
    let request = value("request").flatMap { text($0, "request") }
    return yaml.oneOrMore(names).flatMap { read($0, request) }
  }

  private func text(_ node: NodeReference, _ key: String) -> String? {
    guard case .text(let text)? = yaml.value(node, .text, key: key) else { return nil }
    return text
  }

  private func read(_ node: NodeReference, _ request: String?) -> [Measurement] {
    guard let name = text(node, "file") else { return [] }
    let span = yaml.span(node)
    let path = RelativePath.joined(yaml.sources.place(of: span).path, name)
    switch files.foreign(path) {
    case .failure(let failure):
      yaml.complain(
        failure.code, "the table `\(path)` \(failure.message)",
        "the path is relative to the file that names it", at: span)
      return []
    case .success(let contents):
      return LoadTestReports.read(yaml, path: path, bytes: contents.bytes, request: request)
    }
  }

  // MARK: - Checks

  /// By how much a declared time may differ from the fitted one before it is named.
  private static let tolerance = 0.25

  /// Says what measurements cannot tell, and what they say against the declared.
  func check(
    _ measured: Measurements, against facts: FactList, isWaiting: Bool, _ what: String
  ) {
    switch measured.fit {
    case .failure(let failure):
      // Shares in use alone are told as they are.
      guard measured.all.contains(where: { $0.mean != nil }) else { return }
      yaml.complain(
        "unfit-measurements", "\(failure.words) of \(what): nothing is fitted", failure.remedy,
        at: measured.span, weight: .warning)
    case .success(let fitted):
      guard let takes = facts[.takes], takes.origin == .declared, let span = takes.span,
        let declared = takes.value.number
      else { return }
      let ratio = declared / fitted.service
      // What waits for others answers later than its own work takes.
      guard ratio > 1 + Self.tolerance || !isWaiting && ratio < 1 / (1 + Self.tolerance) else {
        return
      }
      let place = yaml.sources.place(of: span)
      yaml.complain(
        "measured-otherwise",
        "`takes` of \(what) is \(Unit.seconds.format(declared)) (\(place.path):"
          + "\(place.start.line)), and its measurements say "
          + Unit.seconds.format(RiskLevel.twoDigits(fitted.service, .toNearestOrEven)),
        "correct one of them; the declared time is used", at: measured.span, weight: .warning)
    }
  }
}

extension Calibration.Failure {
  /// What is wrong, as the start of a sentence about an element.
  fileprivate var words: String {
    switch self {
    case .tooFew(let count):
      "there \(count == 1 ? "is 1 load" : "are \(count) loads") with a mean time in the "
        + "measurements"
    case .falling: "the mean time falls as the load rises in the measurements"
    case .scattered: "no law of contention and coherence comes near the measurements"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .tooFew: "measure at \(Calibration.fewest) different loads or more"
    case .falling: "leave out the time of warming up, and loads that caches answered"
    case .scattered: "measure one sort of work, each load for some time"
    }
  }
}
