/// The code of a Swift file without what it says in comments and texts.
enum SwiftCode {
  /// What a place in a file is part of.
  private enum Context {
    /// Code; inside a text it ends with the parenthesis that makes the count negative.
    case code(parentheses: Int)
    /// A text, and what ends it.
    case text(end: [UInt8], escape: [UInt8])
  }

  /// The text with comments left out and texts emptied, line by line; what is filled in between
  /// `\(` and `)` is code.
  static func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    var contexts = [Context.code(parentheses: 0)]
    var at = 0
    func isNext(_ word: some Sequence<UInt8>) -> Bool { bytes[at...].starts(with: word) }
    while at < bytes.count, let context = contexts.last {
      let byte = bytes[at]
      switch context {
      case .text(let end, _) where isNext(end):
        contexts.removeLast()
        at += end.count
      case .text(_, let escape) where isNext(escape):
        at += escape.count
        if at < bytes.count, bytes[at] == UInt8(ascii: "(") {
          contexts.append(.code(parentheses: 0))
          plain.append(UInt8(ascii: " "))
        }
        at += 1
      case .text:
        if byte == UInt8(ascii: "\n") { plain.append(byte) }
        at += 1
      case .code where isNext("//".utf8):
        at = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      case .code where textStart(bytes[at...]) != nil:
        guard let start = textStart(bytes[at...]) else { break }
        contexts.append(.text(end: start.end, escape: start.escape))
        at += start.end.count
      case .code(let open):
        let change = byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
        contexts[contexts.count - 1] = .code(parentheses: open + change)
        if open + change < 0, contexts.count > 1 { contexts.removeLast() }
        plain.append(byte)
        at += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// What ends a text that begins here, and what an escape in it begins with.
  private static func textStart(
    _ bytes: ArraySlice<UInt8>
  ) -> (end: [UInt8], escape: [UInt8])? {
    guard bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "#") else { return nil }
    let hashes = Array(bytes.prefix { $0 == UInt8(ascii: "#") })
    let quotes = bytes.dropFirst(hashes.count).prefix(3).prefix { $0 == UInt8(ascii: "\"") }
    guard !quotes.isEmpty else { return nil }
    let count = quotes.count == 3 ? 3 : 1
    return (quotes.prefix(count) + hashes, [UInt8(ascii: "\\")] + hashes)
  }

  /// The words of a line, but for members: those behind a dot.
  static func words(in line: Substring) -> [Substring] {
    var words: [Substring] = []
    var rest = line.utf8[...]
    var before: UInt8 = 0
    while let byte = rest.first {
      let word = rest.prefix { isLetter($0) }
      if word.isEmpty {
        rest = rest.dropFirst()
      } else {
        if before != UInt8(ascii: ".") { words.append(Substring(word)) }
        rest = rest[word.endIndex...]
      }
      before = byte
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}
