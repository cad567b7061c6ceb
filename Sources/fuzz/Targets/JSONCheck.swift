/// Whether a text is JSON (RFC 8259), by its grammar alone.
struct JSONCheck {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Where it stops to be JSON; nil when it is.
  mutating func flaw() -> Int? {
    guard value() else { return place }
    blanks()
    return place == bytes.count ? nil : place
  }

  private mutating func value() -> Bool {
    blanks()
    guard place < bytes.count else { return false }
    switch bytes[place] {
    case UInt8(ascii: "{"): return items(to: "}") { $0.member() }
    case UInt8(ascii: "["): return items(to: "]") { $0.value() }
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func items(to end: Unicode.Scalar, _ item: (inout JSONCheck) -> Bool) -> Bool {
    place += 1
    blanks()
    if take(end) { return true }
    repeat {
      guard item(&self) else { return false }
      blanks()
    } while take(",")
    return take(end)
  }

  private mutating func member() -> Bool {
    blanks()
    guard string() else { return false }
    blanks()
    return take(":") && value()
  }

  private mutating func string() -> Bool {
    guard take("\"") else { return false }
    while place < bytes.count, bytes[place] >= 0x20 {
      if take("\"") { return true }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return false
  }

  private mutating func number() -> Bool {
    _ = take("-")
    guard digits() else { return false }
    if take("."), !digits() { return false }
    guard take("e") || take("E") else { return true }
    _ = take("+") || take("-")
    return digits()
  }

  private mutating func digits() -> Bool {
    let start = place
    while place < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[place] { place += 1 }
    return place > start
  }

  private mutating func word(_ word: String) -> Bool {
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, UInt32(bytes[place]) == sign.value else { return false }
    place += 1
    return true
  }

  private mutating func blanks() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }
}
