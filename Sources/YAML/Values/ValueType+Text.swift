import SourceText

/// Values of texts that are no nodes of a tree, such as those of flags and comments.
extension ValueType {
  /// The value that a text is; nil when it has another form, or is a number that none of the type
  /// can be.
  package func value(of text: String) -> Value? {
    switch self {
    case .text, .fields: .text(text)
    case .day: Day(text).map { .text($0.text) }
    case .money: Money(text).map { .text($0.text) }
    case .moneyRate: Money(perMonth: text).map { _ in .text(text) }
    case .word(let words): words.contains(text) ? .text(text) : nil
    case .flag: Quantity.flags[text].map(Value.flag)
    case .growth: Quantity.growth(text)
    case .countRange:
      Quantity.range(text).map { $0 == $1 ? .number($0) : .range($0, $1) }
        .flatMap { excess(of: $0) == nil ? $0 : nil }
    default: number(of: text).map(Value.number).flatMap { excess(of: $0) == nil ? $0 : nil }
    }
  }

  /// What would be a value, where a text is none: the form, or the numbers.
  package func remedy(for text: String) -> String {
    guard let number = number(of: text), excess(of: .number(number)) != nil, let magnitudes else {
      return "write \(form)"
    }
    return "it is \(magnitudes.words)"
  }

  /// The number that a text is, however large; nil for types and forms that are none.
  func number(of text: String) -> Double? {
    switch self {
    case .room: text == "none" ? 0 : Quantity.count(text)
    case .count: Quantity.count(text)
    case .whole: Quantity.whole(text)
    case .number: Quantity.plain(text)
    case .ratio: Quantity.ratio(text)
    case .duration: Quantity.duration(text)
    case .rate, .peak: Quantity.rate(text)
    case .size: Quantity.size(text)
    case .bandwidth: Quantity.bandwidth(text)
    case .multiple: Quantity.multiple(text)
    default: nil
    }
  }
}
