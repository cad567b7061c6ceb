/// Numbers that look random, and are the same for the same start.
package struct Dice {
  private var state: UInt64

  /// Dice that start at a number.
  package init(state: UInt64) { self.state = state }

  /// A number below another one, by Knuth's congruence.
  package mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(1, limit)
  }
}
