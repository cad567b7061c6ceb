package import Findings
package import SourceText
package import YAML

/// One value with where it came from.
package struct Fact: Hashable, Sendable {
  /// The value in base units.
  package let value: Value
  /// Declared, default, assumed or derived.
  package let origin: Origin
  /// For a derived value the weakest origin among its inputs; otherwise the origin itself.
  package let basis: Origin
  /// Where it is written, when declared.
  package let span: SourceSpan?
  /// Product and page of a default, or the convention behind an assumption.
  package let source: String?
  /// Whether a default is the most that can be set, not what holds when nobody sets it.
  package let isLimit: Bool

  /// A fact from its parts.
  package init(
    _ value: Value, _ origin: Origin, basis: Origin? = nil, span: SourceSpan? = nil,
    source: String? = nil, isLimit: Bool = false
  ) {
    self.value = value
    self.origin = origin
    self.basis = basis ?? origin
    self.span = span
    self.source = source
    self.isLimit = isLimit
  }
}

/// The facts of one element: a short list, searched in order.
package struct FactList: Sendable {
  /// Property and fact, in the order they were added.
  package private(set) var entries: [(property: Property, fact: Fact)] = []
  /// Properties that are set to what nobody knows who reads the files: no default stands for them.
  package private(set) var withheld: [Property] = []

  /// Properties that the description leaves open, to be solved for.
  package private(set) var open: [Property] = []

  /// No facts: all is unknown.
  package init() {}

  /// The fact about a property; nil when it is unknown.
  package subscript(property: Property) -> Fact? {
    entries.first { $0.property == property }?.fact
  }

  /// Adds a fact unless the property already has one, or is withheld.
  package mutating func add(_ property: Property, _ fact: Fact) {
    guard self[property] == nil, !withheld.contains(property) else { return }
    entries.append((property, fact))
  }

  /// Adds what another list knows, and withholds what it does.
  package mutating func add(all other: FactList) {
    for (property, fact) in other.entries { add(property, fact) }
    for property in other.withheld { withhold(property) }
    for property in other.open { leaveOpen(property) }
  }

  /// Says that a property without a fact is set to what nobody knows.
  package mutating func withhold(_ property: Property) {
    guard self[property] == nil, !withheld.contains(property) else { return }
    withheld.append(property)
  }

  /// Leaves a property open: no default stands for it.
  package mutating func leaveOpen(_ property: Property) {
    guard self[property] == nil, !open.contains(property) else { return }
    withhold(property)
    open.append(property)
  }

  /// Sets a property, whatever was known about it.
  package mutating func set(_ property: Property, _ fact: Fact) {
    withheld.removeAll { $0 == property }
    open.removeAll { $0 == property }
    if let index = entries.firstIndex(where: { $0.property == property }) {
      entries[index].fact = fact
    } else {
      entries.append((property, fact))
    }
  }

  /// Forgets what was known about a property.
  package mutating func remove(_ property: Property) {
    entries.removeAll { $0.property == property }
  }

  /// The number, or the upper end of the range, of a property.
  package func number(_ property: Property) -> Double? { self[property]?.value.number }

  /// The text of a property.
  package func text(_ property: Property) -> String? {
    guard case .text(let text)? = self[property]?.value else { return nil }
    return text
  }

  /// The texts of a list.
  package func list(_ property: Property) -> [String] {
    guard case .list(let items)? = self[property]?.value else { return [] }
    return items
  }

  /// Whether a flag is known and true.
  package func isTrue(_ property: Property) -> Bool { self[property]?.value == .flag(true) }
}
