package import Architecture
import SourceText

/// Turns the names of a draft into indices.
package struct Linker {
  var components: [Component] = []
  var operations: [Operation] = []
  var relations: [Relation] = []
  var journeys: [Journey] = []
  /// What could not be resolved, or does not go together, in the order of the draft.
  package internal(set) var unresolved: [UnresolvedReference] = []
  let names: [String]
  private let isComplete: Bool
  private(set) var componentIndex: [String: Int] = [:]
  private var operationIndex: [String: Int] = [:]
  /// Components of which nobody knows what they are, since their kind is missing or misspelt.
  private(set) var kindless: Set<Int> = []

  /// A linker for a draft; names cannot be reported missing where it is not complete.
  package init(_ draft: Draft, isComplete: Bool) {
    self.isComplete = isComplete
    names = draft.components.map(\.name)
    componentIndex.reserveCapacity(names.count)
    for (index, name) in names.enumerated() { componentIndex[name] = index }
    for (index, component) in draft.components.enumerated() {
      let start = operations.count
      for operation in component.operations {
        operationIndex["\(component.name).\(operation.name)"] = operations.count
        operations.append(
          Operation(
            name: operation.name, component: index, span: operation.span, facts: operation.facts))
        operations[operations.count - 1].measured = operation.measured
      }
      components.append(
        Component(
          name: component.name, kind: component.kind ?? .service, span: component.span,
          facts: component.facts, operations: start..<operations.count,
          isImported: component.isImported, isPublished: component.isPublished))
      components[index].measured = component.measured
      if component.kind == nil { kindless.insert(index) }
    }
  }

  /// The model of the draft; names that point nowhere are left out, and are in `unresolved`.
  package mutating func architecture(of draft: Draft) -> Architecture {
    link(draft)
    return Architecture(
      name: draft.name ?? Architecture.unnamed,
      span: draft.span ?? SourceSpan(source: 0, 0..<0), facts: draft.facts,
      components: components, operations: operations, relations: relations,
      journeys: journeys, accepted: draft.accepted)
  }

  private mutating func link(_ draft: Draft) {
    for (index, component) in draft.components.enumerated() {
      check(components[index].facts, of: index)
      let source = Endpoint(component: index)
      for relation in component.relations { add(relation, source) }
      for (offset, operation) in component.operations.enumerated() {
        let number = components[index].operations.lowerBound + offset
        check(operation.facts)
        for relation in operation.relations {
          add(relation, Endpoint(component: index, operation: number))
        }
      }
    }
    for journey in draft.journeys { add(journey) }
    checkDeadLetters()
    checkTraps()
    checkBrokers()
    tellApart()
  }

  private mutating func add(_ journey: JourneyDraft) {
    var client: Int?
    if let name = journey.client {
      client = componentIndex[name.name]
      if client == nil { miss(name.name, name.span) }
    }
    check(journey.facts)
    checkPolls(journey.facts)
    for call in journey.calls {
      add(call, client.map { Endpoint(component: $0) }, journey: journeys.count)
    }
    journeys.append(
      Journey(name: journey.name, client: client, span: journey.span, facts: journey.facts))
  }

  private mutating func add(_ draft: RelationDraft, _ source: Endpoint?, journey: Int? = nil) {
    check(draft.facts)
    guard let target = endpoint(draft.target, draft.span) else { return }
    let kind = components[target.component].kind
    if !draft.kind.targets.contains(kind.role), !kindless.contains(target.component) {
      mismatch(
        "`\(draft.target)` is a \(kind.rawValue), and nothing \(draft.kind.rawValue) one",
        draft.kind.rawValue, takes: Set(draft.kind.targets), draft.span)
    }
    if draft.kind == .replicates, source?.component == target.component {
      contradict(
        "`\(draft.target)` replicates to itself", "name the store that holds the copy", draft.span)
    }
    relations.append(
      Relation(
        kind: draft.kind, source: source, target: target, journey: journey, span: draft.span,
        facts: draft.facts))
  }

  private mutating func endpoint(_ name: String, _ span: SourceSpan) -> Endpoint? {
    if let component = componentIndex[name] { return Endpoint(component: component) }
    guard let dot = name.firstIndex(of: ".") else {
      miss(name, span)
      return nil
    }
    guard let component = componentIndex[String(name[..<dot])] else {
      miss(String(name[..<dot]), span)
      return nil
    }
    if let operation = operationIndex[name] {
      return Endpoint(component: component, operation: operation)
    }
    // Operations of somebody else's system, or of a component described in outline, need not be
    // listed; but who lists operations lists them all. The arrow is kept either way.
    if !components[component].operations.isEmpty { missOperation(name, of: component, span) }
    return Endpoint(component: component)
  }

  /// Names cannot be reported missing in a file that broke off before its end.
  mutating func miss(_ name: String, _ span: SourceSpan) {
    guard isComplete else { return }
    unresolved.append(
      UnresolvedReference(
        code: "unknown-component", message: "there is no component `\(name.prefix(60))`",
        name: Absence.isNamed(name) ? "" : name,
        remedy: Absence.isNamed(name)
          ? "leave the key out where there is none" : "describe it under `components:`",
        span: span))
  }

  private mutating func missOperation(_ name: String, of component: Int, _ span: SourceSpan) {
    guard isComplete else { return }
    unresolved.append(
      UnresolvedReference(
        code: "unknown-operation", message: "there is no operation `\(name.prefix(60))`",
        name: name, owner: component, span: span))
  }

  /// The names that may have been meant.
  package func candidates(for reference: UnresolvedReference) -> [String] {
    guard let owner = reference.owner.map({ components[$0] }) else { return names }
    return operations[owner.operations].map { "\(owner.name).\($0.name)" }
  }

  /// Operations that are named for whoever names one that is not there.
  private static let listed = 20

  /// What would be right in place of a reference that points nowhere.
  package func remedy(for reference: UnresolvedReference) -> String? {
    if let remedy = reference.remedy { return remedy }
    let names = candidates(for: reference)
    let listed = names.prefix(Self.listed).joined(separator: ", ")
    return "its operations are " + listed
      + (names.count > Self.listed ? " and \(names.count - Self.listed) more" : "")
  }

  /// Numbers relations of one kind between the same ends, so that each has its own name, and tells
  /// webhooks from calls: somebody else's system calls by itself, unless users come in through it.
  private mutating func tellApart() {
    struct Ends: Hashable {
      let kind: RelationKind
      let source: Endpoint?
      let target: Endpoint
      let journey: Int?
    }
    var seen: [Ends: Int] = [:]
    seen.reserveCapacity(relations.count)
    let entered = Set(relations.filter { $0.journey != nil }.map(\.target.component))
    for (index, relation) in relations.enumerated() {
      let ends = Ends(
        kind: relation.kind, source: relation.source, target: relation.target,
        journey: relation.journey)
      let count = seen[ends, default: 0] + 1
      seen[ends] = count
      let isWebhook =
        relation.kind.isSynchronous && relation.journey == nil
        && relation.source.map {
          components[$0.component].kind == .external && !entered.contains($0.component)
        } ?? false
      guard count > 1 || isWebhook else { continue }
      relations[index] = Relation(
        kind: relation.kind, source: relation.source, target: relation.target,
        journey: relation.journey, ordinal: count, isWebhook: isWebhook,
        span: relation.span, facts: relation.facts)
    }
  }
}
