import Architecture
import SourceText
import YAML

/// A table of measurements as comma-separated values: a row of headings, then one row per load.
struct MeasurementTable {
  private let yaml: YAMLReader
  private let text: SourceText
  private let path: String
  /// Where the whole text is.
  private let span: SourceSpan

  /// Most measurements of one element.
  static let most = 10_000

  init(_ yaml: YAMLReader, path: String, bytes: [UInt8]) {
    self.yaml = yaml
    self.path = path
    let (text, flaws) = SourceText.clean(path: path, bytes: bytes)
    self.text = text
    span = yaml.addPlain(text)
    yaml.complain(of: flaws, in: Int(span.source))
  }

  /// The measurements; a cell that is none is a problem, and its row is left out.
  func read() -> [Measurement] {
    var lines = lines[...]
    guard let head = lines.popFirst() else {
      yaml.complain(
        "empty-table", "`\(path)` holds no measurements",
        "start with the headings load,mean,p99,used",
        at: SourceSpan(source: Int(span.source), 0..<0))
      return []
    }
    let columns = self.columns(head)
    guard columns.contains(where: { $0?.name == "load" }) else {
      yaml.complain(
        "table-without-load", "`\(path)` has no column `load`",
        "the headings are load, mean, p99 and used", at: span(of: head))
      return []
    }
    if lines.count > Self.most { Self.complainOfMany(yaml, at: span) }
    return lines.prefix(Self.most).compactMap { measurement($0, columns) }
  }

  /// Says that an element has more of them than are read.
  static func complainOfMany(_ yaml: YAMLReader, at span: SourceSpan) {
    yaml.complain(
      "many-measurements",
      "there are more than \(most) measurements, and the rest is left out",
      "keep one per load", at: span, weight: .warning)
  }

  /// The lines that hold something, as ranges of bytes.
  private var lines: [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    let bytes = text.bytes
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
      let line = start..<end
      if bytes[line].contains(where: { $0 > UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }) {
        lines.append(line)
      }
      start = end + 1
    }
    return lines
  }

  /// The cells of a line without quotes and blanks around them, with where they are.
  private func cells(_ line: Range<Int>) -> [(text: String, span: SourceSpan)] {
    text.bytes[line].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      let text = String(decoding: $0, as: UTF8.self)
      return (
        text.filter { $0 != "\"" && !$0.isWhitespace || $0 == " " }.trimmed,
        SourceSpan(source: Int(span.source), $0.startIndex..<$0.endIndex)
      )
    }
  }

  private func span(of line: Range<Int>) -> SourceSpan {
    SourceSpan(source: Int(span.source), line)
  }

  /// The keys that the headings name; columns of other names are left out, since monitoring exports
  /// more than is needed.
  private func columns(_ head: Range<Int>) -> [(name: String, type: ValueType)?] {
    cells(head).map { cell in
      guard let key = DescriptionKeys.measurement[cell.text],
        case .structure(.value(let type)) = key.meaning
      else { return nil }
      return (key.name, type)
    }
  }

  private func measurement(
    _ line: Range<Int>, _ columns: [(name: String, type: ValueType)?]
  ) -> Measurement? {
    var numbers: [String: Double] = [:]
    for (cell, column) in zip(cells(line), columns) {
      guard let column, !cell.text.isEmpty else { continue }
      guard let number = column.type.value(of: cell.text)?.number else {
        yaml.complain(
          "wrong-value", "`\(cell.text.prefix(60))` is not a value of `\(column.name)`",
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

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
