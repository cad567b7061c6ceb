import SourceText

/// A text that the program would print or write, and what it has to keep to.
struct Output {
  /// What it has to be, beyond free of control characters.
  enum Form { case words, json, table, tabbed, document }

  /// What made it.
  let name: String
  let text: String
  var form = Form.words

  /// What is wrong with it; nil when nothing is.
  ///
  /// An input that itself says `nan`, if only within a word, may be repeated. A table for Excel
  /// begins with a byte order mark.
  func flaw(from input: [UInt8]) -> String? {
    let stray = text.unicodeScalars.drop { form == .table && $0 == "\u{FEFF}" }.first {
      !$0.isPrintable && $0 != "\n" && !((form == .tabbed || form == .document) && $0 == "\t")
        && !(form == .table && $0 == "\r")
    }
    if let stray { return "\(name): control character U+\(String(stray.value, radix: 16))" }
    if form == .json {
      var check = JSONCheck(text)
      if let place = check.flaw() { return "\(name): no JSON at byte \(place)" }
    }
    // Outside of its texts, JSON has no words; its texts are those of the other formats.
    if form != .json, form != .document, let word = Self.notANumber(text.utf8),
      input.firstRange(of: word.utf8) == nil
    {
      return "\(name): the word \(word) in place of a number"
    }
    return nil
  }

  private static let words: Set<String> = ["nan", "-nan", "NaN", "inf", "-inf", "+inf", "Infinity"]

  /// The first word that a number became which is none.
  private static func notANumber(_ bytes: some Sequence<UInt8>) -> String? {
    var word: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "+"):
        word.append(byte)
      default:
        if let found = stripped(word) { return found }
        word = []
      }
    }
    return stripped(word)
  }

  /// The word without a unit, when it is one of those.
  private static func stripped(_ word: [UInt8]) -> String? {
    guard (3...10).contains(word.count) else { return nil }
    var text = String(decoding: word, as: UTF8.self)
    if words.contains(text) { return text }
    if let unit = ["ms", "x", "s", "KB", "GB"].first(where: text.hasSuffix) {
      text.removeLast(unit.count)
    }
    return words.contains(text) ? text : nil
  }
}
