package import Architecture
package import YAML

/// What an attribute of another tool is in the words of descriptions.
package struct Attribute: Sendable {
  /// The key that it fills in.
  package let property: Property
  /// The unit of a bare number, such as `s`; empty where it stands in the value or is none.
  var unit = ""
  /// Words of the other tool, each with the word of the description.
  ///
  /// Of words that are not listed nothing is known, unless `*` stands for them. Nil where the
  /// words are the same.
  var values: [String: String]?
  /// Whether it is said of the arrow to the target whose variable has the same prefix.
  var isOfRelation = false
  /// Whether it is said of what stands behind it, as of the services of a target group.
  var isOfTarget = false
  /// The least of a range of which it says the most; nil where it says the number itself.
  var least: Double?

  /// The value that a text states; nil where it states none, such as a variable that is not set.
  package func value(of text: String) -> Value? {
    guard let text = values.map({ $0[text.lowercased()] ?? $0["*"] }) ?? text else { return nil }
    let type = property.definition.type
    let isBare = !unit.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2E }
    let written = isBare ? text + unit : text
    switch type {
    case .countRange:
      guard let number = ValueType.count.value(of: written)?.number, number >= 1, number.isFinite
      else { return nil }
      return .range(min(least ?? number, number), number)
    case .flag: return ["true": true, "false": false][written.lowercased()].map(Value.flag)
    case .list, .words: return .list([written])
    default:
      guard let value = type.value(of: written) else { return nil }
      guard property.definition.isAtLeastOne, let number = value.number, number < 1 else {
        return value
      }
      return nil
    }
  }
}

/// Attributes by their names; a `*` at the start or the end of a name stands for anything.
package struct AttributeTable: Sendable {
  private var exact: [String: Attribute] = [:]
  private var endings: [(ending: String, attribute: Attribute)] = []
  private var beginnings: [(beginning: String, attribute: Attribute)] = []

  mutating func add(_ name: String, _ attribute: Attribute) {
    if name.hasPrefix("*") {
      endings.append((String(name.dropFirst()), attribute))
    } else if name.hasSuffix("*") {
      beginnings.append((String(name.dropLast()), attribute))
    } else if exact[name] == nil {
      exact[name] = attribute
    }
  }

  /// What an attribute means; nil for one that no page knows.
  package subscript(name: String) -> Attribute? {
    exact[name] ?? endings.first { name.hasSuffix($0.ending) }?.attribute
      ?? beginnings.first { name.hasPrefix($0.beginning) }?.attribute
  }

  /// The names without a `*`, sorted.
  package var names: [String] { exact.keys.sorted() }
}
