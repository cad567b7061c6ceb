import Glibc

/// A stream of random numbers that its seed reproduces on every machine.
///
/// xoshiro256++ (D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
/// TOMS 47(4), 2021), its state filled by SplitMix64 as its authors advise.
struct RandomNumbers {
  private var state: (UInt64, UInt64, UInt64, UInt64)
  /// The second of a pair of normal numbers.
  private var spare = Double.nan

  /// The stream of one run of a seed; runs of one seed, and seeds, are independent.
  init(seed: UInt64, run: UInt64) {
    var mixed = seed &* 0x9E37_79B9_7F4A_7C15 ^ (run &+ 1) &* 0xD1B5_4A32_D192_ED03
    func next() -> UInt64 {
      mixed &+= 0x9E37_79B9_7F4A_7C15
      var value = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
    state = (next(), next(), next(), next())
  }

  /// All bits random.
  mutating func bits() -> UInt64 {
    let sum = state.0 &+ state.3
    let result = (sum << 23 | sum >> 41) &+ state.0
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = state.3 << 45 | state.3 >> 19
    return result
  }

  /// Between 0 and 1, never one of them.
  mutating func uniform() -> Double { (Double(bits() >> 11) + 0.5) * 0x1p-53 }

  /// Exponential with mean 1.
  mutating func exponential() -> Double { -log(uniform()) }

  /// Normal with mean 0 and deviation 1, by Marsaglia's polar method.
  private mutating func normal() -> Double {
    if !spare.isNaN {
      defer { spare = .nan }
      return spare
    }
    while true {
      let (x, y) = (2 * uniform() - 1, 2 * uniform() - 1)
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = y * factor
      return x * factor
    }
  }

  /// Gamma with mean 1 and a squared coefficient of variation of 1 / shape.
  ///
  /// G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", ACM TOMS
  /// 26(3), 2000; below shape 1 by their power of a uniform number.
  mutating func gamma(shape: Double) -> Double {
    let isSmall = shape < 1
    let d = (isSmall ? shape + 1 : shape) - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let cube = root * root * root
      guard log(uniform()) < 0.5 * x * x + d - d * cube + d * log(cube) else { continue }
      return (isSmall ? d * cube * pow(uniform(), 1 / shape) : d * cube) / shape
    }
  }
}
