package import Findings
package import SourceText
import YAML

/// The typed model of one description.
package struct Architecture: Sendable {
  /// The system's name.
  package let name: String
  /// Where the name is written, or the start of the file.
  package let span: SourceSpan
  /// What is known about the system as a whole.
  package var facts: FactList
  /// All components, in the order they are written.
  package var components: [Component]
  /// All declared operations, grouped by component.
  package var operations: [Operation]
  /// All relations: those of components first, then the journeys' calls.
  package var relations: [Relation]
  /// All journeys, in the order they are written.
  package var journeys: [Journey]
  /// The components that handle messages apart from what their operations do.
  package let handlings: Handlings
  /// Per channel that is kept on a broker with others, the broker; by their indices.
  package private(set) var brokers: [Int: Int]
  /// Decisions to live with a finding.
  package let accepted: [AcceptedRisk]
  /// What each component carries today, by which `used` was measured; empty for today itself, and
  /// kept by whatever is changed to see what would be.
  package var today: [TodayLoad] = []
  /// Whether something is supposed in place of what is described.
  package var isSupposed = false

  /// An architecture from its parts.
  package init(
    name: String, span: SourceSpan, facts: FactList, components: [Component],
    operations: [Operation], relations: [Relation], journeys: [Journey], accepted: [AcceptedRisk]
  ) {
    self.name = name
    self.span = span
    self.facts = facts
    self.components = components
    self.operations = operations
    self.relations = relations
    handlings = Handlings(components, operations: operations, relations: relations)
    brokers = components.brokers
    self.journeys = journeys
    self.accepted = accepted
  }

  /// Whether the system is past the seed stage; of a silent one that is taken, so that silence
  /// hides nothing.
  package var isPastSeed: Bool { facts.text(.stage) != "seed" }

  /// The team of each component, by the component's name; empty where it has none.
  package var teams: [String: String] {
    Dictionary(components.map { ($0.name, $0.facts.text(.team) ?? "") }) { first, _ in first }
  }
}

extension Architecture {
  /// The name of a system that has none.
  package static let unnamed = "unnamed system"

  /// How many elements there are, the system included.
  package var elementCount: Int {
    1 + components.count + operations.count + relations.count + journeys.count
  }

  /// The element's number in the facts: the system 0, then components, operations, relations and
  /// journeys.
  package func number(of element: ElementID) -> Int {
    switch element {
    case .system: 0
    case .component(let index): 1 + index
    case .operation(let index): 1 + components.count + index
    case .relation(let index): 1 + components.count + operations.count + index
    case .journey(let index): elementCount - journeys.count + index
    }
  }

  /// The element with a number in the facts.
  package func element(numbered number: Int) -> ElementID? {
    guard number > 0 else { return number == 0 ? .system : nil }
    var index = number - 1
    if index < components.count { return .component(index) }
    index -= components.count
    if index < operations.count { return .operation(index) }
    index -= operations.count
    if index < relations.count { return .relation(index) }
    index -= relations.count
    return index < journeys.count ? .journey(index) : nil
  }

  /// All elements, by their numbers in the facts.
  package var elements: [ElementID] { (0..<elementCount).compactMap(element(numbered:)) }

  /// The element's name: stable over edits elsewhere, unique in the description.
  package func name(of element: ElementID) -> String {
    switch element {
    case .system: return name
    case .component(let index): return components[index].name
    case .operation(let index):
      let operation = operations[index]
      return components[operation.component].name + "." + operation.name
    case .journey(let index): return "journey " + journeys[index].name
    case .relation(let index):
      let ends = ends(of: index)
      return relations[index].clause(from: ends.source, to: ends.target)
    }
  }

  /// Where the element is written.
  package func span(of element: ElementID) -> SourceSpan {
    switch element {
    case .system: span
    case .component(let index): components[index].span
    case .operation(let index): operations[index].span
    case .relation(let index): relations[index].span
    case .journey(let index): journeys[index].span
    }
  }

  /// Where the component or journey that the element belongs to is written.
  package func home(of element: ElementID) -> SourceSpan {
    switch element {
    case .operation(let index): return components[operations[index].component].span
    case .relation(let index):
      let relation = relations[index]
      if let journey = relation.journey { return journeys[journey].span }
      return relation.source.map { components[$0.component].span } ?? relation.span
    default: return span(of: element)
    }
  }

  /// The components that an element belongs to: of an arrow, both its ends.
  package func components(of element: ElementID) -> [Int] {
    switch element {
    case .system, .journey: []
    case .component(let index): [index]
    case .operation(let index): [operations[index].component]
    case .relation(let index):
      [relations[index].source?.component, relations[index].target.component].compactMap(\.self)
    }
  }

  /// Whether a span is part of the element's own text, not of a template or an anchor it uses.
  package func isOwn(_ span: SourceSpan, of element: ElementID) -> Bool {
    let home = home(of: element)
    return span.source == home.source && span.start >= home.start
  }

  /// Sets a property of an element, whatever was known about it.
  package mutating func set(_ property: Property, _ fact: Fact, of element: ElementID) {
    change(element) { $0.set(property, fact) }
    if property == .broker { brokers = components.brokers }
  }

  /// Forgets what was known about a property of an element.
  package mutating func remove(_ property: Property, of element: ElementID) {
    change(element) { $0.remove(property) }
    if property == .broker { brokers = components.brokers }
  }

  private mutating func change(_ element: ElementID, _ body: (inout FactList) -> Void) {
    switch element {
    case .system: body(&facts)
    case .component(let index): body(&components[index].facts)
    case .operation(let index): body(&operations[index].facts)
    case .relation(let index): body(&relations[index].facts)
    case .journey(let index): body(&journeys[index].facts)
    }
  }

  /// The same system with caches that answer nothing yet: no relation saves a use by a hit.
  package var withColdCaches: Architecture {
    var cold = self
    let miss = Fact(.number(0), .assumed, source: "what if caches are cold")
    for index in components.indices where components[index].facts[.hit] != nil {
      cold.components[index].facts.set(.hit, miss)
    }
    for index in relations.indices where relations[index].facts[.hit] != nil {
      cold.relations[index].facts.set(.hit, miss)
    }
    return cold
  }

  /// What is known about the element, without what is derived.
  package func facts(of element: ElementID) -> FactList {
    switch element {
    case .system: facts
    case .component(let index): components[index].facts
    case .operation(let index): operations[index].facts
    case .relation(let index): relations[index].facts
    case .journey(let index): journeys[index].facts
    }
  }
}

extension Architecture {
  /// What a description is made of, in words: the kinds and roles of its components, the kinds of
  /// its relations, and the properties that are known of something, or set to what nobody knows.
  package func words() -> Set<String> {
    var words = Set(relations.map(\.kind.rawValue))
    for component in components {
      words.insert(component.kind.rawValue)
      words.insert(component.kind.role.rawValue)
    }
    var isSaid = [Bool](repeating: false, count: Property.table.count)
    func take(_ facts: FactList) {
      for (property, _) in facts.entries { isSaid[Int(property.index)] = true }
      for property in facts.withheld { isSaid[Int(property.index)] = true }
    }
    take(facts)
    for component in components { take(component.facts) }
    for operation in operations { take(operation.facts) }
    for relation in relations { take(relation.facts) }
    for journey in journeys { take(journey.facts) }
    for property in Property.all where isSaid[Int(property.index)] { words.insert(property.name) }
    return words
  }

  /// Whether a word can be one of those that descriptions are made of.
  package static func isWord(_ word: String) -> Bool {
    ComponentKind(rawValue: word) != nil || RelationKind(rawValue: word) != nil
      || ComponentKind.allCases.contains { $0.role.rawValue == word } || Property(word) != nil
  }
}
