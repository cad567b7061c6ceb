/// Reads JSON as RFC 8259 has it, and nothing else: what another program sent.
///
/// Depth is bounded, so that no text takes more stack than there is; half a surrogate pair becomes
/// U+FFFD, as Unicode has it. Of a name that stands twice in an object, the first counts.
package struct JSONReader {
  /// Most lists and objects in one another.
  private static let deepest = 64

  private let bytes: ArraySlice<UInt8>
  private var at: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// The value that a text is; nil where it is no JSON, or is nested too deeply.
  package static func value(of bytes: some Collection<UInt8>) -> JSONValue? {
    var reader = JSONReader(Array(bytes)[...])
    guard let value = reader.value(depth: 0), reader.next == nil else { return nil }
    return value
  }

  /// The next byte that is no white space, which is left where it is.
  private var next: UInt8? {
    mutating get {
      while at < bytes.endIndex, Self.isSpace(bytes[at]) { at += 1 }
      return at < bytes.endIndex ? bytes[at] : nil
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func take(_ byte: Character) -> Bool {
    guard next == byte.asciiValue else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) -> JSONValue? {
    guard depth <= Self.deepest else { return nil }
    return switch next.map({ Character(Unicode.Scalar($0)) }) {
    case "{": object(depth: depth)
    case "[": array(depth: depth)
    case "\"": string().map(JSONValue.string)
    case "t": word("true", .bool(true))
    case "f": word("false", .bool(false))
    case "n": word("null", .null)
    default: number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) -> JSONValue? {
    guard bytes[at...].starts(with: word.utf8) else { return nil }
    at += word.utf8.count
    return value
  }

  // MARK: - Lists and objects

  private mutating func object(depth: Int) -> JSONValue? {
    var members: [JSONValue.Member] = []
    let isWhole = list("{", "}") { reader in
      guard reader.next == UInt8(ascii: "\""), let name = reader.string(), reader.take(":"),
        let value = reader.value(depth: depth + 1)
      else { return false }
      members.append(JSONValue.Member(name: name, value: value))
      return true
    }
    return isWhole ? .object(members) : nil
  }

  private mutating func array(depth: Int) -> JSONValue? {
    var items: [JSONValue] = []
    let isWhole = list("[", "]") { reader in
      guard let value = reader.value(depth: depth + 1) else { return false }
      items.append(value)
      return true
    }
    return isWhole ? .array(items) : nil
  }

  /// Reads what stands between brackets, commas between; whether it was well formed.
  private mutating func list(
    _ open: Character, _ close: Character, _ item: (inout JSONReader) -> Bool
  ) -> Bool {
    guard take(open) else { return false }
    if take(close) { return true }
    repeat { guard item(&self) else { return false } } while take(",")
    return take(close)
  }

  // MARK: - Texts and numbers

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var scalars = String.UnicodeScalarView()
    var start = at
    while at < bytes.endIndex {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        guard let plain = String(validating: bytes[start..<at], as: UTF8.self) else { return nil }
        scalars.append(contentsOf: plain.unicodeScalars)
        at += 1
        if bytes[at - 1] == UInt8(ascii: "\"") { return String(scalars) }
        guard let scalar = escaped() else { return nil }
        scalars.append(scalar)
        start = at
      case 0..<0x20: return nil
      default: at += 1
      }
    }
    return nil
  }

  /// The scalar behind a backslash.
  private mutating func escaped() -> Unicode.Scalar? {
    guard at < bytes.endIndex else { return nil }
    at += 1
    switch Character(Unicode.Scalar(bytes[at - 1])) {
    case "\"": return "\""
    case "\\": return "\\"
    case "/": return "/"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      guard let high = unit() else { return nil }
      return scalar(high)
    default: return nil
    }
  }

  /// A unit of UTF-16, four digits.
  private mutating func unit() -> UInt32? {
    let digits = bytes[at...].prefix(4)
    guard digits.count == 4, let text = String(validating: digits, as: UTF8.self),
      text.allSatisfy(\.isHexDigit)
    else { return nil }
    at += 4
    return UInt32(text, radix: 16)
  }

  /// The scalar of a unit, and of the one behind it where both are a pair.
  private mutating func scalar(_ high: UInt32) -> Unicode.Scalar {
    if let scalar = Unicode.Scalar(high) { return scalar }
    let before = at
    if bytes[at...].starts(with: "\\u".utf8) {
      at += 2
      if high < 0xDC00, let low = unit(), (0xDC00...0xDFFF).contains(low),
        let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      {
        return scalar
      }
    }
    at = before
    return "\u{FFFD}"
  }

  private mutating func number() -> JSONValue? {
    let start = at
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let zero = at < bytes.endIndex && bytes[at] == UInt8(ascii: "0")
    guard let whole = digits(), !zero || whole == 1 else { return nil }
    var isWhole = true
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: ".") {
      at += 1
      guard digits() != nil else { return nil }
      isWhole = false
    }
    if at < bytes.endIndex, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.endIndex, "+-".utf8.contains(bytes[at]) { at += 1 }
      guard digits() != nil else { return nil }
      isWhole = false
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    return Double(text).map(JSONValue.number)
  }

  /// How many digits stand here; nil where none does.
  private mutating func digits() -> Int? {
    let start = at
    while at < bytes.endIndex, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
      at += 1
    }
    return at > start ? at - start : nil
  }
}
