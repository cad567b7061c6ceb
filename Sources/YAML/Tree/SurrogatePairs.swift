import SourceText

/// JSON writes characters beyond U+FFFF as two escapes of UTF-16 (RFC 8259, section 7), which
/// libyaml does not know; YAML has one escape of eight digits for them.
enum SurrogatePairs {
  /// By how many bytes `\\UHHHHHHHH` is shorter than `\\uHHHH\\uHHHH`.
  static let shrinkage = 2

  /// The bytes of a JSON text with each pair as one escape, and where each of these ends.
  ///
  /// Nil when the text is not JSON or has no pair.
  static func joined(in bytes: [UInt8]) -> (bytes: [UInt8], ends: [Int])? {
    let first = bytes.first { $0 > 0x20 }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return nil }
    var result: [UInt8] = []
    var ends: [Int] = []
    var start = 0
    var index = 0
    while let escape = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      guard let pair = pair(at: escape, in: bytes) else {
        index = min(escape + 2, bytes.count)
        continue
      }
      result += bytes[start..<escape]
      result += Array("\\U".utf8) + digits(pair, radix: 16, width: 8).utf8
      ends.append(result.count)
      start = escape + 12
      index = start
    }
    return ends.isEmpty ? nil : (result + bytes[start...], ends)
  }

  /// The character of the pair of escapes that starts at an offset.
  private static func pair(at offset: Int, in bytes: [UInt8]) -> UInt32? {
    guard let high = unit(at: offset, in: bytes), (0xD800..<0xDC00).contains(high),
      let low = unit(at: offset + 6, in: bytes), (0xDC00..<0xE000).contains(low)
    else { return nil }
    return 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  private static func unit(at offset: Int, in bytes: [UInt8]) -> UInt32? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
  }
}

extension SourceTree {
  /// Moves the places of nodes to where they are in a text that was shortened for libyaml.
  mutating func shift(behind ends: [Int], by bytes: Int) {
    var joints = 0
    for index in nodes.indices {
      while joints < ends.count, ends[joints] <= Int(nodes[index].start) { joints += 1 }
      nodes[index].start += UInt32(joints * bytes)
      let inside = ends[joints...].prefix { $0 <= Int(nodes[index].end) }.count
      nodes[index].end += UInt32((joints + inside) * bytes)
    }
  }
}

extension SyntaxFailure {
  func shifted(behind ends: [Int], by bytes: Int) -> SyntaxFailure {
    let joints = ends.prefix { $0 <= offset }.count
    return SyntaxFailure(
      code: code, message: message, remedy: remedy, offset: offset + joints * bytes)
  }
}
