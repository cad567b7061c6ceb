/// A short stable identity: 64-bit FNV-1a over the parts, as 16 hexadecimal digits.
///
/// Parts are joined by a unit separator, which no name holds. (Fowler, Noll, Vo: IETF draft
/// draft-eastlake-fnv; the constants are the draft's.)
package func fingerprint(_ parts: [String]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in parts.joined(separator: "\u{1F}").utf8 {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
  let digits = String(hash, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
