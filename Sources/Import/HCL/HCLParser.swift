/// Reads the bytes of a file into blocks, attributes and expressions.
///
/// What cannot be read is said and left out, up to the end of its line; the rest is read.
struct HCLParser {
  let bytes: [UInt8]
  var index: Int
  let end: Int
  /// How deep in brackets, where line breaks divide nothing.
  var nesting = 0
  var depth = 0
  var problems: [HCLProblem] = []
  /// Where the blocks of the file begin; none where only a part is read.
  let headers: [Int]
  /// How many bytes have been gone back.
  private var reread = 0

  /// Deepest nesting that is read, members and signs one after the other among it.
  static let maximumDepth = 40

  init(_ bytes: [UInt8], headers: [Int] = []) {
    self.bytes = bytes
    self.headers = headers
    index = 0
    end = bytes.count
  }

  /// All of a file.
  static func parse(_ bytes: [UInt8]) -> (body: HCLBody, problems: [HCLProblem]) {
    var parser = HCLParser(bytes, headers: HCLHeaders.all(in: bytes))
    var body = HCLBody()
    while parser.index < parser.end {
      let part = parser.body()
      body.attributes += part.attributes
      body.blocks += part.blocks
      guard parser.index < parser.end else { break }
      parser.complain("this `}` closes nothing", "remove it, or look for the block that it ends")
      parser.index += 1
    }
    return (body, parser.problems)
  }

  // MARK: - Bytes

  func byte(_ offset: Int = 0) -> UInt8 { index + offset < end ? bytes[index + offset] : 0 }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard index < end, bytes[index] == UInt8(ascii: byte) else { return false }
    index += 1
    return true
  }

  mutating func complain(_ message: String, _ remedy: String, at offset: Int? = nil) {
    let offset = min(offset ?? index, end)
    guard problems.count < 50 else { return }
    problems.append(
      HCLProblem(message: message, remedy: remedy, offset: offset, start: offset))
  }

  /// Goes on behind something that cannot be read, of which there are problems from some number
  /// on: at the next line, or at a block of the file that began since.
  private mutating func recover(from start: Int, problems first: Int) {
    for number in problems.indices.dropFirst(first) {
      problems[number].start = min(problems[number].start, start)
    }
    if byte() != UInt8(ascii: "}") { skipLine() }
    goBack(to: start)
  }

  /// Goes back to the first block of the file after a place, where one was passed.
  private mutating func goBack(to place: Int) {
    guard let header = HCLHeaders.first(of: headers, after: place), header < index,
      reread < 8 * end + 1_000_000
    else { return }
    reread += index - header
    index = header
  }

  /// Goes on to the next line.
  mutating func skipLine() {
    while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  /// Goes over blanks and comments; over line breaks where they divide nothing.
  mutating func skipBlanks(lines: Bool) {
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if !lines { return }
        index += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"): index += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() {
    let start = index
    index += 2
    while index < end {
      if bytes[index] == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
        index += 2
        return
      }
      index += 1
    }
    complain("this comment has no end", "add the `*/` that is missing", at: start)
    goBack(to: start)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte == 0x5F || byte >= 0x80
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// A name; nil where none stands.
  mutating func word() -> String? {
    guard Self.isLetter(byte()) else { return nil }
    let start = index
    while index < end,
      Self.isLetter(bytes[index]) || Self.isDigit(bytes[index])
        || bytes[index] == UInt8(ascii: "-")
    {
      index += 1
    }
    return text(start..<index)
  }

  // MARK: - Bodies

  /// What stands up to a `}` or the end.
  private mutating func body() -> HCLBody {
    var body = HCLBody()
    while true {
      skipBlanks(lines: true)
      guard index < end, byte() != UInt8(ascii: "}"),
        depth == 0 || !HCLHeaders.contains(headers, index)
      else { return body }
      let start = index
      readItem(into: &body)
      if index == start { skipLine() }
    }
  }

  private mutating func readItem(into body: inout HCLBody) {
    let (start, first) = (index, problems.count)
    guard let name = byte() == UInt8(ascii: "\"") ? quoted() : word() else {
      complain("here stands neither a block nor an argument", "write `name = value` or `name {`")
      return recover(from: start, problems: first)
    }
    skipBlanks(lines: false)
    if byte() == UInt8(ascii: "="), byte(1) != UInt8(ascii: "=") {
      index += 1
      skipBlanks(lines: false)
      nesting = 0
      guard let value = expression() else { return recover(from: start, problems: first) }
      body.attributes.append(HCLAttribute(name: name, value: value))
      skipBlanks(lines: false)
      guard index < end, !"\n\r}".utf8.contains(byte()) else { return }
      complain("more stands behind the value", "end the line, or close what is open")
      return recover(from: start, problems: first)
    }
    readBlock(name, start, into: &body)
  }

  private mutating func readBlock(_ name: String, _ start: Int, into body: inout HCLBody) {
    var labels: [String] = []
    let first = problems.count
    while labels.count < 10 {
      guard let label = byte() == UInt8(ascii: "\"") ? quoted() : word() else { break }
      labels.append(label)
      skipBlanks(lines: false)
    }
    let range = start..<index
    guard take("{") else {
      complain("here stands neither `=` nor `{`", "write `name = value`, or `{`")
      return recover(from: start, problems: first)
    }
    guard depth < Self.maximumDepth else {
      complain("blocks lie more than \(Self.maximumDepth) deep", "this is read no further")
      index = end
      return
    }
    depth += 1
    let inner = self.body()
    depth -= 1
    // What could not be read may be what closes it.
    if !take("}"), problems.count == first {
      complain("this block is not closed", "add the `}` that is missing", at: start)
    }
    body.blocks.append(HCLBlock(type: name, labels: labels, body: inner, range: range))
  }

  /// A text in quotes with nothing to be filled in.
  private mutating func quoted() -> String? {
    guard let expression = string() else { return nil }
    guard case .literal(let text) = expression.form else { return "" }
    return text
  }
}
