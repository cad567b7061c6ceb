package import SourceText
package import YAML

/// A box of the description.
package struct Component: Sendable {
  /// Its name, unique in the description.
  package let name: String
  /// What sort of box it is.
  package let kind: ComponentKind
  /// Where its name is written.
  package let span: SourceSpan
  /// What is known about it.
  package var facts: FactList
  /// Its declared operations, as indices into `Architecture.operations`.
  package let operations: Range<Int>
  /// Whether it was read from a file of another tool, which need not say all of its relations.
  package let isImported: Bool
  /// Whether such a file opens it to callers from outside the system.
  package let isPublished: Bool
  /// What was measured of it; nil where nothing was.
  package var measured: Measurements?
  /// What it costs, by what it is billed by: of replicas and gigabytes, in a month.
  package var prices: [PriceUnit: Money] = [:]
  /// Whether it is looked at as if it were gone.
  package internal(set) var isLost = false
  /// Products that it is said to be built on and that the catalogue does not know.
  package internal(set) var unknownProducts: [String] = []

  /// Whether it grows with demand by itself; what a vendor runs as an object store does.
  package var isElastic: Bool {
    facts[.elastic] == nil
      ? kind == .objectStore && facts.isTrue(.managed) : facts.isTrue(.elastic)
  }

  /// A component from its parts.
  package init(
    name: String, kind: ComponentKind, span: SourceSpan, facts: FactList, operations: Range<Int>,
    isImported: Bool = false, isPublished: Bool = false
  ) {
    self.isImported = isImported
    self.isPublished = isPublished
    self.name = name
    self.kind = kind
    self.span = span
    self.facts = facts
    self.operations = operations
  }
}

/// One thing a component offers.
package struct Operation: Sendable {
  /// Its name within the component.
  package let name: String
  /// Index of the component.
  package let component: Int
  /// Where its name is written.
  package let span: SourceSpan
  /// What is known about it.
  package var facts: FactList
  /// What was measured of it; nil where nothing was.
  package var measured: Measurements?

  /// An operation from its parts.
  package init(name: String, component: Int, span: SourceSpan, facts: FactList) {
    self.name = name
    self.component = component
    self.span = span
    self.facts = facts
  }
}

/// One end of a relation: a component, or one operation of it.
package struct Endpoint: Hashable, Sendable {
  /// Index of the component.
  package let component: Int
  /// Index of the operation; nil for the component as a whole.
  package let operation: Int?

  /// An end at a component or at one of its operations.
  package init(component: Int, operation: Int? = nil) {
    self.component = component
    self.operation = operation
  }
}

/// An arrow of the description.
///
/// A relation written beside the operations of a component is used by each of them, unless it is
/// made for messages (`Handlings`).
package struct Relation: Sendable {
  /// What the arrow says.
  package let kind: RelationKind
  /// Where it starts; nil for a journey's call whose client is not in the description.
  package let source: Endpoint?
  /// Where it points.
  package let target: Endpoint
  /// Index of the journey it starts, for a journey's own calls.
  package let journey: Int?
  /// Tells relations of the same kind between the same ends apart: 1, 2 ...
  package let ordinal: Int
  /// Where the target is written.
  package let span: SourceSpan
  /// What is known about it.
  package var facts: FactList
  /// Whether somebody else's system calls ours by itself, and so keeps nobody waiting.
  package let isWebhook: Bool
  /// Whether the source waits for the target within its own request.
  package var isSynchronous: Bool { kind.isSynchronous && !isWebhook }

  /// A relation from its parts.
  package init(
    kind: RelationKind, source: Endpoint?, target: Endpoint, journey: Int? = nil, ordinal: Int = 1,
    isWebhook: Bool = false, span: SourceSpan, facts: FactList
  ) {
    self.kind = kind
    self.source = source
    self.target = target
    self.journey = journey
    self.ordinal = ordinal
    self.span = span
    self.facts = facts
    self.isWebhook = isWebhook
  }
}

/// A path a user or job takes through the system; demand enters here.
package struct Journey: Sendable {
  /// Its name, unique among the journeys.
  package let name: String
  /// Index of the client it starts from.
  package let client: Int?
  /// Where its name is written.
  package let span: SourceSpan
  /// What is known about it.
  package var facts: FactList

  /// A journey from its parts.
  package init(name: String, client: Int?, span: SourceSpan, facts: FactList) {
    self.name = name
    self.client = client
    self.span = span
    self.facts = facts
  }
}

extension Journey {
  /// How many come again once they are answered.
  ///
  /// Nil where it has a rate, also that of a fleet which asks at fixed times.
  package var returningUsers: Double? { facts[.every] == nil ? facts.number(.users) : nil }
}
