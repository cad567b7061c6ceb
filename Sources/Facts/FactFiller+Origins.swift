import Architecture
import Findings
import SourceText
import YAML

extension FactFiller {
  func fillComponentTechnologies() throws(QueryFailure) {
    var known: [String: [String]] = [:]
    for (index, component) in architecture.components.enumerated() {
      var seen: Set<String> = []
      for name in component.facts.list(.technology) {
        let ids = known[name] ?? base.catalogue.naming(name).products.map(\.id)
        known[name] = ids
        for id in ids where seen.insert(id).inserted {
          try add(.integer(architecture.number(of: .component(index))), .text(id))
        }
      }
    }
  }

  func fillTechnologyFacts() throws(QueryFailure) {
    for technology in base.catalogue.technologies {
      for fact in technology.facts {
        let measure = fact.value.measure(fact.property.definition.type)
        try add(
          .text(technology.id), .text(fact.property.name),
          fact.value.number.map(SQLValue.real) ?? .null, .text(measure.words),
          .text(fact.firmness.rawValue), .text(fact.source), .text(fact.seen))
      }
    }
  }

  func fillElements() throws(QueryFailure) {
    for element in architecture.elements {
      let (path, position) = base.sources.start(of: architecture.span(of: element))
      try add(
        .integer(architecture.number(of: element)), .text(element.word),
        .text(architecture.name(of: element)), .text(path), .integer(position.line),
        .integer(position.column))
    }
  }

  func fillFacts() throws(QueryFailure) {
    for element in architecture.elements {
      for (property, fact) in architecture.facts(of: element).entries {
        try addFact(element, property, fact)
      }
      for property in Property.all where property.definition.derived.contains(element.position.kind)
      {
        if let fact = base.derived.fact(of: element, property) {
          try addFact(element, property, fact)
        }
      }
    }
  }

  private func addFact(
    _ element: ElementID, _ property: Property, _ fact: Fact
  ) throws(QueryFailure) {
    let place = fact.span.map { base.sources.place(of: $0) }
    try add(
      .integer(architecture.number(of: element)), .text(property.name),
      .text(fact.value.measure(property.definition.type).words),
      fact.value.number.map(SQLValue.real) ?? .null, .text(fact.origin.word),
      .text(fact.basis.word), place.map { .text($0.path) } ?? .null,
      place.map { .integer($0.start.line) } ?? .null,
      place.map { .integer($0.start.column) } ?? .null,
      fact.source.map(SQLValue.text) ?? .null)
  }
}

extension ElementID {
  /// The word for the kind of element.
  package var word: String {
    switch self {
    case .system: "system"
    case .component: "component"
    case .operation: "operation"
    case .relation: "relation"
    case .journey: "journey"
    }
  }
}
