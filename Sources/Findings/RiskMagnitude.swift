/// One of the numbers of a risk's level, with the direction in which it gets worse.
struct RiskMagnitude {
  /// Its name in sentences.
  let name: String
  /// Its value in a level; nil when unknown.
  let number: (RiskLevel) -> Double?
  /// Whether more of it is worse.
  let isWorseAbove: Bool
  /// Its value in words.
  let words: (Double) -> String

  /// How far beyond what is allowed.
  static var excess: RiskMagnitude {
    RiskMagnitude(name: "excess", number: \.excess, isWorseAbove: true) {
      Unit.multiple.format($0)
    }
  }

  /// How much load is carried.
  static var headroom: RiskMagnitude {
    RiskMagnitude(name: "headroom", number: \.headroom, isWorseAbove: false) {
      Unit.carried($0) + "x"
    }
  }

  /// How much load there is.
  static var peak: RiskMagnitude {
    RiskMagnitude(name: "peak", number: \.peak, isWorseAbove: true) { Unit.perSecond.format($0) }
  }

  /// Changes of less than this share of the number are no news.
  private static let tolerance = 0.01

  /// What became of the number, in a few words; nil where it was not known or hardly changed.
  func change(from old: Double?, to new: Double?) -> (isWorse: Bool, words: String)? {
    guard let old else { return nil }
    guard let new else { return (true, "its \(name) was \(words(old)) and is no longer known") }
    let isMore = new > old * (1 + Self.tolerance)
    guard isMore || new < old * (1 - Self.tolerance) else { return nil }
    return (isMore == isWorseAbove, "its \(name) was \(words(old)) and is \(words(new))")
  }
}
