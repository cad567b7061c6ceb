import Review
import SourceText

/// The Secure Hash Algorithm with 256 bits (FIPS 180-4), which names the inputs of a report.
package enum SHA256 {
  /// The hash as 64 hexadecimal digits.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    var state: [UInt32] = [
      0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
      0x5be0_cd19,
    ]
    let length = bytes.count
    var message = bytes + [0x80]
    message += Array(repeating: 0, count: (120 - message.count % 64) % 64)
    message += (0..<8).map { UInt8(truncatingIfNeeded: (UInt64(length) &* 8) >> (56 - 8 * $0)) }
    for start in stride(from: 0, to: message.count, by: 64) {
      compress(&state, message[start..<start + 64])
    }
    return state.map { digits($0, radix: 16, width: 8) }.joined()
  }

  /// The hash of the rule book that is compiled into the program: of its pages and their paths.
  static let ruleBook: String = {
    var bytes: [UInt8] = []
    for (path, text) in RuleSet.builtInPages {
      for part in [path, text] { bytes += Array(part.utf8) + [0] }
    }
    return hexadecimal(bytes)
  }()

  private static func compress(_ state: inout [UInt32], _ block: ArraySlice<UInt8>) {
    var words = Array(repeating: UInt32(0), count: 64)
    for (index, byte) in block.enumerated() {
      words[index / 4] = words[index / 4] << 8 | UInt32(byte)
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let mix = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let choice = e & f ^ ~e & g
      let first = h &+ mix &+ choice &+ constants[index] &+ words[index]
      let other = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let majority = a & b ^ a & c ^ b & c
      (e, f, g, h) = (d &+ first, e, f, g)
      (a, b, c, d) = (first &+ other &+ majority, a, b, c)
    }
    for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes, computed.
  private static let constants: [UInt32] = primes(64).map { prime in
    // Newton's method in integers: the cube root of prime x 2^96 is the root x 2^32.
    var low: UInt64 = 0
    var high: UInt64 = 1 << 36
    while high - low > 1 {
      let middle = (low + high) / 2
      if isCube(middle, atMost: prime) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  /// Whether root^3 <= prime x 2^96, with 128-bit products.
  private static func isCube(_ root: UInt64, atMost prime: UInt64) -> Bool {
    let square = root.multipliedFullWidth(by: root)
    let low = square.low.multipliedFullWidth(by: root)
    let high = square.high &* root
    let (top, carried) = high.addingReportingOverflow(low.high)
    guard !carried else { return false }
    // prime x 2^96 as a 128-bit number is prime << 32 above, 0 below.
    return top < prime << 32 || top == prime << 32 && low.low == 0
  }

  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }
}
