package import Findings
package import SourceText
package import YAML

/// A number of the system, and the value beyond which a decision is open again.
package struct Tripwire: Hashable, Sendable {
  /// What is looked at.
  package enum Subject: Hashable, Sendable {
    /// How many times the load of the day of the decision comes today.
    case demand
    /// Requests per second to a component by relations of a kind.
    case load(RelationKind)
    /// What is declared, or follows from the model.
    case property(Property)
  }

  /// What is looked at.
  package let subject: Subject
  /// Of what.
  package let element: ElementID
  /// On which side of the limit it reopens.
  package let comparison: Comparison
  /// The limit, in the base unit of the subject.
  package let limit: Double
  /// The subject as it is written: `writes of orders-db`.
  package let words: String
  /// Where it is written.
  package let span: SourceSpan

  /// A condition from its parts.
  package init(
    _ subject: Subject, of element: ElementID, _ comparison: Comparison, _ limit: Double,
    words: String, span: SourceSpan
  ) {
    (self.subject, self.element, self.comparison) = (subject, element, comparison)
    (self.limit, self.words, self.span) = (limit, words, span)
  }

  /// On which side of a limit a number is.
  package enum Comparison: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"

    /// Whether a number is on this side of a limit.
    package func holds(_ number: Double, _ limit: Double) -> Bool {
      switch self {
      case .atLeast: number >= limit
      case .atMost: number <= limit
      case .above: number > limit
      case .below: number < limit
      }
    }

    /// Whether larger numbers are on this side.
    package var isUpward: Bool { self == .atLeast || self == .above }
  }

  /// What its limit counts.
  package var unit: Unit { subject.type.unit ?? .count }

  /// `> 5k/s`.
  package var bound: String { "\(comparison.rawValue) \(unit.format(limit))" }
}

extension Tripwire.Subject {
  /// The form of its limit.
  package var type: ValueType {
    switch self {
    case .demand: .multiple
    case .load: .rate
    case .property(let property):
      if case .peak = property.definition.type { .rate } else { property.definition.type }
    }
  }

  /// The subjects that a word stands for on some element, the loads of a store first.
  package init?(_ word: String) {
    if word == "demand" {
      self = .demand
    } else if let kind = RelationKind(rawValue: word) {
      self = .load(kind)
    } else if let property = Property(word), property.definition.type.unit != nil {
      self = .property(property)
    } else {
      return nil
    }
  }

  /// The words for all subjects, those that are most asked for first.
  package static let words: [String] =
    ["writes", "reads", "rate", "peak", "utilisation", "headroom", "demand"]
    + Property.all.filter { $0.definition.type.unit != nil }.map(\.name)

  /// Whether an element has it.
  package func isKnown(of element: ElementID) -> Bool {
    let kind = element.position.kind
    return switch self {
    case .demand: element == .system
    case .load: kind == .component || kind == .operation
    case .property(.headroom) where element == .system: true
    case .property(let property):
      property.definition.declared.contains(kind) || property.definition.derived.contains(kind)
    }
  }
}
