import Architecture

/// Values of a right form that are too large, too small or too short to mean anything.
extension Reading {
  /// The value, where its numbers are among those that its type or its property may have; nil, with
  /// a problem, where they are not.
  mutating func bounded(
    _ value: Value, _ type: ValueType, _ magnitudes: Magnitudes?, _ node: NodeReference, key: String
  ) -> Value? {
    let hint: String
    switch Self.excess(of: value, type, magnitudes) {
    case nil: return value
    case .number(let magnitudes): hint = "it is \(magnitudes.words)"
    case .period:
      hint =
        inMonths(text(node)).map { "did you mean `\($0)`?" }
        ?? "it is planned \(Magnitudes.plans.words)"
    }
    complain(
      "out-of-range", "`\(text(node).prefix(60))` is beyond what `\(key)` can be", hint, at: node)
    return nil
  }

  /// What is wrong with a value.
  enum Excess {
    case number(Magnitudes)
    /// A time of planning that is none.
    case period
  }

  /// What is beyond the numbers of a type, or of a property that has narrower ones; nil when
  /// nothing is.
  static func excess(
    of value: Value, _ type: ValueType, _ magnitudes: Magnitudes? = nil
  ) -> Excess? {
    guard let magnitudes = magnitudes ?? type.magnitudes else { return nil }
    let isFine = { (number: Double) in
      number == .infinity && type.hasUnlimited || magnitudes.contains(number)
    }
    switch value {
    case .number(let number) where !isFine(number):
      return magnitudes.isOfPlans && number < magnitudes.least.number
        ? .period : .number(magnitudes)
    case .range(let low, let high) where !isFine(low) || !isFine(high):
      return .number(magnitudes)
    case .growth(let factor, let period):
      if !magnitudes.contains(factor) { return .number(magnitudes) }
      return Magnitudes.plans.contains(period) ? nil : .period
    default: return nil
    }
  }

  /// A plan of some minutes, which was meant in months.
  private func inMonths(_ text: String) -> String? {
    text.hasSuffix("m") ? text.dropLast().drop { $0 == " " } + " months" : nil
  }
}
