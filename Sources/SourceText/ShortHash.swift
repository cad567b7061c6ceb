/// A short hash that stays the same over runs and machines, for identities and no secrets: 64-bit
/// FNV-1a (Fowler, Noll, Vo: IETF draft draft-eastlake-fnv; the constants are the draft's).
package struct ShortHash: Sendable {
  /// The hash of what was added so far.
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing.
  package init() {}

  /// The hash of some bytes.
  package init(of bytes: some Sequence<UInt8>) {
    for byte in bytes { add(UInt64(byte)) }
  }

  /// Adds a word.
  package mutating func add(_ word: UInt64) { value = (value ^ word) &* 0x0000_0100_0000_01b3 }

  /// As 16 hexadecimal digits.
  package var text: String { digits(value, radix: 16, width: 16) }
}
