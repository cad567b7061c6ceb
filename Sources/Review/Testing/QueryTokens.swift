/// The words and signs of a query, without blanks and comments; words in capitals.
struct QueryTokens: Sequence, IteratorProtocol {
  private let query: [UInt8]
  private var position = 0

  /// The tokens of a query.
  init(_ query: [UInt8]) { self.query = query }

  /// The next token, and where it stands.
  mutating func next() -> (text: String, range: Range<Int>)? {
    skipBlanks()
    guard position < query.count else { return nil }
    let start = position
    let byte = query[start]
    position += 1
    if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
      skip { $0 != byte }
      position = Swift.min(position + 1, query.count)
    } else if Self.isWord(byte) {
      skip(Self.isWord)
    }
    let text = String(decoding: query[start..<position], as: UTF8.self)
    return (text.uppercased(), start..<position)
  }

  private mutating func skipBlanks() {
    while position < query.count {
      if query[position...].starts(with: "--".utf8) {
        skip { $0 != UInt8(ascii: "\n") }
      } else if query[position] <= UInt8(ascii: " ") {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func skip(_ isPart: (UInt8) -> Bool) {
    while position < query.count, isPart(query[position]) { position += 1 }
  }

  /// Whether a byte is part of a name or number; `c.kind` and `:least` are one word each.
  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."),
      UInt8(ascii: ":"), 128...:
      true
    default: false
    }
  }
}
