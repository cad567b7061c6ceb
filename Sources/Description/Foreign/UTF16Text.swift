/// Text as PowerShell writes it.
package enum UTF16Text {
  /// UTF-16 as UTF-8, with a byte order mark or the zeros of plain letters; nil for other bytes.
  package static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > 3 else { return nil }
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let zeros = [bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0]
    let isLittle =
      isMarked ? bytes[0] == 0xFF : zeros == [false, true, false, true]
    guard isMarked || isLittle || zeros == [true, false, true, false] else { return nil }
    let units = stride(from: isMarked ? 2 : 0, to: bytes.count - 1, by: 2).map { index in
      let (low, high) =
        isLittle ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
