import SourceText

extension YAMLReader {
  /// Reads a value of a type; a wrong form is reported with the right one, and so is a number that
  /// none of the type, or of those that are named, can be.
  package func value(
    _ node: NodeReference, _ type: ValueType, key: String, within magnitudes: Magnitudes? = nil
  ) -> Value? {
    unbounded(node, type, key: key).flatMap { bounded($0, type, magnitudes, node, key: key) }
  }

  private func unbounded(
    _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    switch type {
    case .references, .list: return textList(node, type, key: key)
    case .words(let words): return wordList(node, words, type, key: key)
    case .fields:
      guard case .list(let fields)? = textList(node, type, key: key) else { return nil }
      return .text(fields.joined(separator: ", "))
    default: break
    }
    guard kind(node) == .scalar, !isNull(node) else {
      return wrongForm(node, type, key: key)
    }
    let text = text(node)
    switch type {
    case .word(let words): return word(text, words, node, key: key)
    case .text, .reference: return .text(text)
    case .day: return Day(text).map { .text($0.text) } ?? wrongForm(node, type, key: key)
    case .money, .moneyRate:
      return type.value(of: text) ?? wrongForm(node, type, key: key)
    case .countRange: return range(text, node, type, key: key)
    case .flag: return Quantity.flags[text].map(Value.flag) ?? wrongForm(node, type, key: key)
    case .peak where text.hasSuffix("x"):
      return Quantity.multiple(text).map(Value.times) ?? wrongForm(node, type, key: key)
    case .growth: return Quantity.growth(text) ?? wrongForm(node, type, key: key)
    default:
      return type.number(of: text).map(Value.number) ?? wrongForm(node, type, key: key)
    }
  }

  private func range(
    _ text: String, _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    guard let (low, high) = Quantity.range(text) else {
      return wrongForm(node, type, key: key)
    }
    guard low <= high else {
      complain(
        "range-reversed", "the range `\(text)` of `\(key)` is reversed",
        swapped(text).map(didYouMean), at: node)
      return nil
    }
    return .range(low, high)
  }

  /// A range with its ends in their order, as they are written.
  private func swapped(_ range: String) -> String? {
    guard let dots = range.firstRange(of: "..") else { return nil }
    let ends = [range[dots.upperBound...], range[..<dots.lowerBound]]
    return ends.map { String($0.drop { $0 == " " }) }.joined(separator: "..")
  }

  private func word(
    _ text: String, _ words: [String], _ node: NodeReference, key: String
  ) -> Value? {
    if words.contains(text) { return .text(text) }
    complain(
      "unknown-word", "invalid value `\(text)` for `\(key)`", unknown: text, among: words,
      otherwise: "write one of \(words.joined(separator: ", "))", at: span(node))
    return nil
  }

  private func wordList(
    _ node: NodeReference, _ words: [String], _ type: ValueType, key: String
  ) -> Value? {
    guard case .list(let texts)? = textList(node, type, key: key) else { return nil }
    let known = zip(texts, oneOrMore(node)).filter { word($0, words, $1, key: key) != nil }
    return known.isEmpty ? nil : .list(known.map(\.0))
  }

  private func textList(
    _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    var texts: [String] = []
    for item in oneOrMore(node) {
      guard kind(item) == .scalar, !isNull(item) else {
        return wrongForm(item, type, key: key)
      }
      texts.append(text(item))
    }
    return .list(texts)
  }

  /// The character in a number that looks like another one, by its name.
  private func stray(in node: NodeReference) -> String? {
    guard kind(node) == .scalar, let first = text(node).unicodeScalars.first,
      first.isASCII && (first.properties.numericType != nil || "+.".unicodeScalars.contains(first)),
      let stray = text(node).unicodeScalars.first(where: { !$0.isASCII && !isLetter($0) }),
      let name = stray.properties.name
    else { return nil }
    let number = String(stray.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - number.count)) + number
    return "it holds the character U+\(code) (\(name)); "
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  private func wrongForm(_ node: NodeReference, _ type: ValueType, key: String) -> Value? {
    let isText = kind(node) == .scalar && !isNull(node)
    let found = isText ? " `\(text(node).prefix(60))`" : ""
    let missing = isNull(node) && kind(node) == .scalar
    if missing, isCutOff(node) { return nil }
    let stray = stray(in: node)
    let meant = isText ? type.meant(by: text(node)).map(didYouMean) : nil
    complain(
      missing ? "missing-value" : "wrong-value",
      missing ? "`\(key)` has no value" : "invalid value\(found) for `\(key)`",
      (stray ?? "") + (meant ?? (stray == nil ? "write \(type.form)" : "write it without")),
      at: node)
    return nil
  }
}
