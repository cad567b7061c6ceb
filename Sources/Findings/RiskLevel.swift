import SourceText

/// How bad a risk is, in numbers that can be held against those of another day.
package struct RiskLevel: Hashable, Sendable {
  /// The severity; nil when nobody wrote it down.
  package var severity: Severity?
  /// How many times as large as allowed what the rule compares is; nil where it compares nothing.
  package var excess: Double?
  /// Times today's peak that the element carries; nil when unknown.
  package var headroom: Double?
  /// Whether something unknown makes the headroom lower than said.
  package var isAtMost = false
  /// Uses of the element per second at today's peak; nil when unknown.
  package var peak: Double?

  /// A level from its parts.
  package init(
    severity: Severity? = nil, excess: Double? = nil, headroom: Double? = nil, peak: Double? = nil
  ) {
    self.severity = severity
    self.excess = excess
    self.headroom = headroom
    self.peak = peak
  }

  /// Why the risk is worse than it was, in a few words; nil when it is not.
  ///
  /// A number that was known and no longer is counts as worse: who says less must not look better.
  package func worsening(since before: RiskLevel) -> String? {
    changes(since: before).first { $0.isWorse }?.words
  }

  /// What is better than it was, in a few words; nil where nothing is.
  package func improvement(since before: RiskLevel) -> String? {
    changes(since: before).first { !$0.isWorse }?.words
  }

  /// What became of the severity and of the numbers, in words.
  ///
  /// The headroom says most of the load; where it was not known, the peak does.
  private func changes(since before: RiskLevel) -> [(isWorse: Bool, words: String)] {
    var changes: [(isWorse: Bool, words: String)] = []
    if let old = before.severity, let severity, severity != old {
      changes = [(severity > old, "its severity was \(old.word) and is \(severity.word)")]
    }
    let load = before.headroom == nil ? RiskMagnitude.peak : .headroom
    return changes
      + [RiskMagnitude.excess, load].compactMap {
        $0.change(from: $0.number(before), to: $0.number(self))
      }
  }

  /// Whether the risk is worse than it was in nothing, and better in something; who says more has
  /// made nothing better by that.
  package func isBetter(than before: RiskLevel) -> Bool {
    var comparable = self
    if before.excess == nil { comparable.excess = nil }
    if before.headroom == nil { comparable.headroom = nil }
    if before.peak == nil { comparable.peak = nil }
    return worsening(since: before) == nil && before.worsening(since: comparable) != nil
  }

  /// The level with its numbers rounded to two digits, towards what is worse: small changes of the
  /// load are within it.
  package var rounded: RiskLevel {
    RiskLevel(
      severity: severity, excess: excess.map { Self.twoDigits($0, .up) },
      headroom: headroom.map { Self.twoDigits($0, .down) },
      peak: peak.map { Self.twoDigits($0, .up) })
  }

  /// Whether nothing is known that could get worse.
  package var isEmpty: Bool { terms.isEmpty }

  /// The level that none of some others is worse than.
  package static func worst(of levels: [RiskLevel]) -> RiskLevel {
    let headrooms = levels.compactMap(\.headroom)
    return RiskLevel(
      severity: levels.compactMap(\.severity).max(), excess: levels.compactMap(\.excess).max(),
      headroom: headrooms.count == levels.count ? headrooms.min() : nil,
      peak: levels.compactMap(\.peak).max())
  }

  /// What a decision keeps of the level, as keys with their values; the numbers are rounded.
  ///
  /// The peak is only kept where the headroom is not known.
  package var terms: [(key: String, value: String)] {
    let level = rounded
    func digits(_ number: Double) -> String { Unit.digits(min(number, Unit.largest)) }
    let excess = level.excess.map { digits($0) + "x" }
    let headroom = level.headroom.flatMap { $0.isFinite ? digits($0) + "x" : nil }
    let peak = level.headroom == nil ? level.peak.map { digits($0) + "/s" } : nil
    return [
      ("severity", level.severity?.word), ("excess", excess), ("headroom", headroom),
      ("peak", peak),
    ].compactMap { key, value in value.map { (key, $0) } }
  }

  /// The number in two digits.
  package static func twoDigits(_ number: Double, _ rule: FloatingPointRoundingRule) -> Double {
    guard number.isFinite, number > 0 else { return number }
    var step = 1.0
    while number < 10 * step, step > 1e-9 { step /= 10 }
    while number >= 100 * step { step *= 10 }
    let slack = rule == .down ? 1e-9 : -1e-9
    let count = (number / step + slack).rounded(rule)
    // Dividing by a power of ten keeps 0.3 from becoming 0.30000000000000004.
    return step < 1 ? count / (1 / step).rounded() : count * step
  }
}

/// One of the numbers of a risk's level, with the direction in which it gets worse.
private struct RiskMagnitude {
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
