import TestSupport

/// Random choices that are the same for the same number.
extension SplitMix64 {
  init(_ number: Int) {
    self.init(
      state: UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03)
  }

  /// From 0 to 1; not as the library chooses, which may change.
  private mutating func fraction() -> Double {
    let bits: UInt64 = next()
    return Double(bits >> 11) / Double(1 << 53)
  }

  mutating func chance(_ share: Double) -> Bool { fraction() < share }

  mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + fraction() * (range.upperBound - range.lowerBound)
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + min(range.count - 1, Int(fraction() * Double(range.count)))
  }

  mutating func one<Element>(of all: [Element]) -> Element { all[whole(0...all.count - 1)] }

  /// One to so many of some, in their order.
  mutating func some<Element>(of all: [Element], most: Int) -> [Element] {
    let wanted = whole(1...min(most, all.count))
    var left = wanted
    return all.enumerated().compactMap { index, element in
      guard chance(Double(left) / Double(all.count - index)) else { return nil }
      left -= 1
      return element
    }
  }
}
