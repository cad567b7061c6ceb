/// Something in a file that is not text, found before anything else reads it.
package enum TextFlaw: Hashable, Sendable {
  /// The bytes are UTF-16 or UTF-32; nothing of the file can be read.
  case wrongEncoding(String)
  /// The file holds NUL bytes in its first kilobytes; nothing of it can be read.
  case binary
  /// Bytes at this offset are not UTF-8; each was replaced by `?`.
  case invalidUTF8(offset: Int)
  /// A control character that YAML forbids; it was replaced by `?`.
  case controlCharacter(UInt8, offset: Int)
}

extension SourceText {
  /// Reads bytes from outside: drops a byte order mark, replaces what is not text, says what it
  /// was.
  ///
  /// Replacement keeps every offset. A file in the wrong encoding, or a binary one, reads as empty.
  package static func clean(path: String, bytes raw: [UInt8]) -> (SourceText, [TextFlaw]) {
    if let flaw = unreadable(raw) {
      return (SourceText(path: path, cleanBytes: []), [flaw])
    }
    var bytes = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw
    let flaws = repair(&bytes)
    return (SourceText(path: path, cleanBytes: bytes), flaws)
  }

  private static func unreadable(_ bytes: [UInt8]) -> TextFlaw? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .wrongEncoding("UTF-16")
    }
    return bytes.prefix(8192).contains(0) ? .binary : nil
  }

  /// Replaces control characters and invalid UTF-8 by `?`; linear, one pass.
  private static func repair(_ bytes: inout [UInt8]) -> [TextFlaw] {
    var flaws: [TextFlaw] = []
    bytes.withUnsafeMutableBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte < 0x20 || byte == 0x7F, byte != 0x09, byte != 0x0A, byte != 0x0D {
            flaws.append(.controlCharacter(byte, offset: index))
            bytes[index] = UInt8(ascii: "?")
          }
          index += 1
        } else {
          let length = sequenceLength(bytes, at: index)
          if length == 0 {
            flaws.append(.invalidUTF8(offset: index))
            bytes[index] = UInt8(ascii: "?")
            index += 1
          } else {
            index += length
          }
        }
      }
    }
    return flaws
  }

  /// Length of the well-formed UTF-8 sequence at an index (Unicode standard, table 3-7), or 0.
  ///
  /// C1 controls and the noncharacters U+FFFE and U+FFFF, which YAML forbids too, count as not
  /// well-formed.
  private static func sequenceLength(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, at index: Int
  ) -> Int {
    func follows(_ distance: Int, _ allowed: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + distance < bytes.count && allowed.contains(bytes[index + distance])
    }
    switch bytes[index] {
    case 0xC2: return follows(1, 0xA0...0xBF) || follows(1, 0x85...0x85) ? 2 : 0
    case 0xC3...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xEF where follows(1, 0xBF...0xBF): return follows(2, 0x80...0xBD) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }
}
