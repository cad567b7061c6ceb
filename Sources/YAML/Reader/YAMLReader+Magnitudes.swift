import SourceText

/// Values of a right form that are too large, too small or too short to mean anything.
extension YAMLReader {
  /// The value, where its numbers are among those that its type or its property may have; nil, with
  /// a problem, where they are not.
  func bounded(
    _ value: Value, _ type: ValueType, _ magnitudes: Magnitudes?, _ node: NodeReference, key: String
  ) -> Value? {
    let hint: String
    switch type.excess(of: value, within: magnitudes) {
    case nil: return value
    case .number(let magnitudes): hint = "it is \(magnitudes.words)"
    case .period:
      hint =
        inMonths(text(node)).map(didYouMean)
        ?? "it is planned \(Magnitudes.plans.words)"
    }
    complain(
      "out-of-range", "`\(text(node).prefix(60))` is out of range for `\(key)`", hint, at: node)
    return nil
  }

  /// A plan of some minutes, which was meant in months.
  private func inMonths(_ text: String) -> String? {
    text.hasSuffix("m") ? text.dropLast().drop { $0 == " " } + " months" : nil
  }
}
