package import Architecture
package import Findings
package import SourceText

/// What has been read of a system before its names are resolved, from a description or from any
/// other text.
package struct Draft: Sendable {
  /// The name of the system; nil where it is undeclared.
  package var name: String?
  /// Where it is said.
  package var span: SourceSpan?
  /// What is said of the system as a whole.
  package var facts = FactList()
  /// The components, in order; no two have one name.
  package var components: [ComponentDraft] = []
  /// The journeys, in order.
  package var journeys: [JourneyDraft] = []
  /// The risks that somebody decided to live with.
  package var accepted: [AcceptedRisk] = []

  /// A system of which nothing is known.
  package init() {}
}

/// A component as written.
package struct ComponentDraft: Sendable {
  /// Its name.
  package let name: String
  /// Where that is written.
  package let span: SourceSpan
  /// Nil where it is undeclared.
  package var kind: ComponentKind?
  /// What is said of it.
  package var facts = FactList()
  /// What it calls, publishes, reads.
  package var relations: [RelationDraft] = []
  /// What it offers.
  package var operations: [OperationDraft] = []
  /// Whether it was read from a file of another tool, which need not say all of its relations.
  package var isImported = false
  /// Whether such a file opens it to callers from outside the system.
  package var isPublished = false
  /// What was measured of it; nil where nothing was.
  package var measured: Measurements?
  /// Whether it is only a name that was measured: a component where something else says so.
  package var isOnlyMeasured = false

  /// A component of which no more than the name is known.
  package init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}

/// An operation as written.
package struct OperationDraft: Sendable {
  /// Its name.
  package let name: String
  /// Where that is written.
  package let span: SourceSpan
  /// What is said of it.
  package var facts = FactList()
  /// What it calls, publishes, reads.
  package var relations: [RelationDraft] = []
  /// What was measured of it; nil where nothing was.
  package var measured: Measurements?

  /// An operation of which no more than the name is known.
  package init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}

/// A relation as written, its target not resolved.
package struct RelationDraft: Sendable {
  /// What it is.
  package let kind: RelationKind
  /// The target as written: a component, or `component.operation`.
  package let target: String
  /// Where the target is written.
  package let span: SourceSpan
  /// What is said of it.
  package var facts: FactList
  /// The text of another tool that it rests on, such as `env DATABASE_URL`; empty where it is
  /// written as a relation.
  package let evidence: String

  /// A relation from its parts.
  package init(
    kind: RelationKind, target: String, span: SourceSpan, facts: FactList = FactList(),
    evidence: String = ""
  ) {
    self.evidence = evidence
    self.kind = kind
    self.target = target
    self.span = span
    self.facts = facts
  }
}

/// A journey as written.
package struct JourneyDraft: Sendable {
  /// Its name.
  package let name: String
  /// Where that is written.
  package let span: SourceSpan
  /// The client it starts from, and where that is written; nil where it is undeclared.
  package var client: (name: String, span: SourceSpan)?
  /// What is called, in order.
  package var calls: [RelationDraft] = []
  /// What is said of it.
  package var facts = FactList()

  /// A journey of which no more than the name is known.
  package init(name: String, span: SourceSpan) {
    self.name = name
    self.span = span
  }
}
