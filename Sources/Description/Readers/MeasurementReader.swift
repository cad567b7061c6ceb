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
          "not-a-mapping", "a measurement must be a mapping",
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
        "measurement-without-load", "a measurement needs its load",
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
}
