package import Architecture
import Findings
import SourceText

extension Reading {
  /// The fact that a value states about a property; nil, with a problem, when it has another form.
  package mutating func fact(_ property: Property, _ node: NodeReference, key: String) -> Fact? {
    let definition = property.definition
    guard let value = value(node, definition.type, key: key, within: definition.magnitudes) else {
      return nil
    }
    if property.definition.isAtLeastOne, let number = value.number, number < 1 {
      complain(
        "zero-value", "`\(key)` is \(text(node)), and there is no less than one",
        "write 1 or more, or leave it out where it is not known", at: node)
      return nil
    }
    return Fact(value, .declared, span: span(node))
  }

  /// Reads a value of a type; a wrong form is reported with the right one, and so is a number that
  /// none of the type, or of those that are named, can be.
  package mutating func value(
    _ node: NodeReference, _ type: ValueType, key: String, within magnitudes: Magnitudes? = nil
  ) -> Value? {
    unbounded(node, type, key: key).flatMap { bounded($0, type, magnitudes, node, key: key) }
  }

  private mutating func unbounded(
    _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    switch type {
    case .references, .list: return textList(node, type, key: key)
    case .technologies: return technologies(node, type, key: key)
    case .words(let words): return wordList(node, words, type, key: key)
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
    case .countRange: return range(text, node, type, key: key)
    case .flag: return Quantity.flags[text].map(Value.flag) ?? wrongForm(node, type, key: key)
    case .growth: return Quantity.growth(text) ?? wrongForm(node, type, key: key)
    default:
      return number(text, type).map(Value.number) ?? wrongForm(node, type, key: key)
    }
  }

  /// The value of a text outside the tree, such as one in a comment; nil when it has another form.
  package func value(_ text: String, _ type: ValueType) -> Value? {
    switch type {
    case .text: .text(text)
    case .day: Day(text).map { .text($0.text) }
    case .word(let words): words.contains(text) ? .text(text) : nil
    default: number(text, type).flatMap { Self.isWithin($0, type) ? .number($0) : nil }
    }
  }

  /// What would be a value of a type, where a text is none: the form, or the numbers.
  package func remedy(_ text: String, _ type: ValueType) -> String {
    guard let number = number(text, type), !Self.isWithin(number, type),
      let magnitudes = type.magnitudes
    else { return "write \(type.form)" }
    return "it is \(magnitudes.words)"
  }

  private static func isWithin(_ number: Double, _ type: ValueType) -> Bool {
    excess(of: .number(number), type) == nil
  }

  private func number(_ text: String, _ type: ValueType) -> Double? {
    switch type {
    case .room: text == "none" ? 0 : Quantity.count(text)
    case .count: Quantity.count(text)
    case .number: Quantity.plain(text)
    case .ratio: Quantity.ratio(text)
    case .duration: Quantity.duration(text)
    case .rate: Quantity.rate(text)
    case .size: Quantity.size(text)
    case .multiple: Quantity.multiple(text)
    default: nil
    }
  }

  private mutating func range(
    _ text: String, _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    guard let (low, high) = Quantity.range(text) else {
      return wrongForm(node, type, key: key)
    }
    guard low <= high else {
      complain(
        "range-reversed", "the range `\(text)` of `\(key)` starts above its end",
        swapped(text).map { "did you mean `\($0)`?" }, at: node)
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

  private mutating func word(
    _ text: String, _ words: [String], _ node: NodeReference, key: String
  ) -> Value? {
    if words.contains(text) { return .text(text) }
    complain(
      "unknown-word", "`\(text)` is no value of `\(key)`", unknown: text, among: words,
      otherwise: "write one of \(words.joined(separator: ", "))", at: span(node))
    return nil
  }

  /// An unknown product is no mistake of the description, but nothing is known about it.
  private mutating func technologies(
    _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    let value = textList(node, type, key: key)
    guard let catalogue, case .list(let names)? = value else { return value }
    let nodes = kind(node) == .sequence ? items(node) : [node]
    for (name, node) in zip(names, nodes) where catalogue.product(named: name) == nil {
      complain(
        "unknown-technology", "the catalogue has no technology `\(name.prefix(60))`",
        unknown: name, among: catalogue.names,
        otherwise: "nothing is assumed about it; say what matters under the component itself",
        at: span(node), weight: .warning)
    }
    return value
  }

  private mutating func wordList(
    _ node: NodeReference, _ words: [String], _ type: ValueType, key: String
  ) -> Value? {
    guard case .list(let texts)? = textList(node, type, key: key) else { return nil }
    let nodes = kind(node) == .sequence ? items(node) : [node]
    let known = zip(texts, nodes).filter { word($0, words, $1, key: key) != nil }
    return known.isEmpty ? nil : .list(known.map(\.0))
  }

  private mutating func textList(
    _ node: NodeReference, _ type: ValueType, key: String
  ) -> Value? {
    let nodes = kind(node) == .sequence ? items(node) : [node]
    var texts: [String] = []
    for item in nodes {
      guard kind(item) == .scalar, !isNull(item) else {
        return wrongForm(item, type, key: key)
      }
      texts.append(text(item))
    }
    return .list(texts)
  }

  private mutating func wrongForm(_ node: NodeReference, _ type: ValueType, key: String) -> Value? {
    let found = kind(node) == .scalar && !isNull(node) ? "`\(text(node).prefix(60))`" : "this"
    let missing = isNull(node) && kind(node) == .scalar
    if missing, isCutOff(node) { return nil }
    complain(
      missing ? "missing-value" : "wrong-value",
      missing ? "`\(key)` has no value" : "\(found) is not a value of `\(key)`",
      "write \(type.form)", at: node)
    return nil
  }
}
