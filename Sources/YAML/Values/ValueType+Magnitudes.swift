extension ValueType {
  /// What is wrong with a value.
  enum Excess {
    case number(Magnitudes)
    /// A time of planning that is none.
    case period
  }

  /// What is beyond the numbers of the type, or beyond narrower ones; nil when nothing is.
  func excess(of value: Value, within narrower: Magnitudes? = nil) -> Excess? {
    guard let magnitudes = narrower ?? magnitudes else { return nil }
    let isFine = { (number: Double) in
      number == .infinity && hasUnlimited || magnitudes.contains(number)
    }
    switch value {
    case .number(let number) where !isFine(number):
      return magnitudes.isOfPlans && number < magnitudes.least.number
        ? .period : .number(magnitudes)
    case .range(let low, let high) where !isFine(low) || !isFine(high):
      return .number(magnitudes)
    case .times(let factor):
      return Magnitudes.peaks.contains(factor) ? nil : .number(.peaks)
    case .growth(let factor, let period):
      if !magnitudes.contains(factor) { return .number(magnitudes) }
      return Magnitudes.plans.contains(period) ? nil : .period
    default: return nil
    }
  }

  /// The numbers that a value of the type may have; nil for what is no number.
  package var magnitudes: Magnitudes? {
    switch self {
    case .room, .count, .whole, .countRange: .counts
    case .number: .numbers
    case .ratio: .ratios
    case .duration: .durations
    case .rate, .peak: .rates
    case .size: .sizes
    case .bandwidth: .bandwidths
    case .growth: .factors
    case .multiple: .multiples
    default: nil
    }
  }

  /// Whether `unlimited` is a value of the type.
  package var hasUnlimited: Bool {
    switch self {
    case .room, .count, .countRange: true
    default: false
    }
  }
}
