import SourceText

/// A text of comma-separated values: its rows, with where each cell is.
///
/// Cells may stand in quotes, in which a quote is written twice (RFC 4180); a row ends with its
/// line.
struct CommaSeparated {
  typealias Cell = (text: String, span: SourceSpan)

  private let text: SourceText
  private let source: Int

  init(_ text: SourceText, source: Int) {
    self.text = text
    self.source = source
  }

  /// The rows that hold something.
  var rows: [[Cell]] { lines.map(cells) }

  /// The first of them; none where there is none.
  var head: [Cell] { lines.first.map(cells) ?? [] }

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

  private func cells(_ line: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var start = line.lowerBound
    var isQuoted = false
    for offset in line where !isQuoted || text.bytes[offset] == UInt8(ascii: "\"") {
      switch text.bytes[offset] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ","):
        cells.append(cell(start..<offset))
        start = offset + 1
      default: break
      }
    }
    return cells + [cell(start..<line.upperBound)]
  }

  /// A cell without the quotes and blanks around it.
  private func cell(_ range: Range<Int>) -> Cell {
    var bytes = text.bytes[range]
    func trim(_ isLeftOut: (UInt8) -> Bool) {
      bytes = bytes.drop(while: isLeftOut)
      while let last = bytes.last, isLeftOut(last) { bytes.removeLast() }
    }
    trim { $0 <= UInt8(ascii: " ") }
    if bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") {
      bytes = bytes.dropFirst().dropLast()
      trim { $0 <= UInt8(ascii: " ") }
    }
    let text = String(decoding: bytes, as: UTF8.self).replacing("\"\"", with: "\"")
    return (text, SourceSpan(source: source, range))
  }
}
