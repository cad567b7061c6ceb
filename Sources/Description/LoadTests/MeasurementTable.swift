import Architecture
import SourceText
import YAML

/// A table of measurements as comma-separated values: a row of headings, then one row per load.
struct MeasurementTable: LoadTestReport {
  /// Most measurements of one element.
  static let most = 10_000

  static func recognises(_ text: SourceText) -> Bool {
    let head = CommaSeparated(text, source: 0).head
    return head.contains { column($0)?.name == "load" }
  }

  /// The measurements; a cell that is none is a problem, and its row is left out.
  static func read(_ result: LoadTestResult) -> [Measurement] {
    let yaml = result.yaml
    let rows = result.rows.dropFirst()
    let columns = result.rows.first?.map(column) ?? []
    if rows.count > most { complainOfMany(yaml, at: result.span) }
    return rows.prefix(most).compactMap { measurement($0, columns, yaml) }
  }

  /// Says that an element has more of them than are read.
  static func complainOfMany(_ yaml: YAMLReader, at span: SourceSpan) {
    yaml.complain(
      "many-measurements",
      "there are more than \(most) measurements, and the rest is left out",
      "keep one per load", at: span, weight: .warning)
  }

  /// The key that a heading names; columns of other names are left out, since monitoring exports
  /// more than is needed.
  private static func column(_ heading: CommaSeparated.Cell) -> (name: String, type: ValueType)? {
    guard let key = DescriptionKeys.measurement[heading.text],
      case .structure(.value(let type)) = key.meaning
    else { return nil }
    return (key.name, type)
  }

  private static func measurement(
    _ row: [CommaSeparated.Cell], _ columns: [(name: String, type: ValueType)?],
    _ yaml: YAMLReader
  ) -> Measurement? {
    var numbers: [String: Double] = [:]
    for (cell, column) in zip(row, columns) {
      guard let column, !cell.text.isEmpty else { continue }
      guard let number = column.type.value(of: cell.text)?.number else {
        yaml.complain(
          "wrong-value", "invalid value `\(cell.text.prefix(60))` for `\(column.name)`",
          column.type.remedy(for: cell.text), at: cell.span)
        return nil
      }
      numbers[column.name] = number
    }
    return Measurement(numbers)
  }
}

extension Measurement {
  /// A measurement from its numbers by key, in base units; nil without a load.
  init?(_ numbers: [String: Double]) {
    guard let load = numbers["load"] else { return nil }
    self.init(
      load: load, mean: numbers["mean"], p99: numbers["p99"], used: numbers["used"])
  }
}
