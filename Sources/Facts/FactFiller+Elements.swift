import Architecture
import Findings
import Glibc
import SourceText
import YAML

extension FactFiller {
  func fillSystem() throws(QueryFailure) {
    let stage = architecture.facts.text(.stage)
    let stages = ["seed", "growth", "scale", "enterprise"]
    let services = architecture.components.indices.count { architecture.isService($0) }
    bind([
      .integer(0), .text(architecture.name),
      stage.flatMap(stages.firstIndex).map(SQLValue.integer) ?? .null,
      growth(over: architecture.facts.number(.horizon)), growth(over: Seconds.month),
      architecture.facts.number(.horizon).map { .real($0 / Seconds.month) } ?? .null,
      .integer(services), .integer(architecture.isSupposed ? 1 : 0),
    ])
    bind(architecture.facts, at: 0)
    try insert.insert()
  }

  /// factor ^ (time / period): growth compounds.
  private func growth(over time: Double?) -> SQLValue {
    guard let time, case .growth(let factor, let period)? = architecture.facts[.growth]?.value
    else { return .null }
    return .real(pow(factor, time / period))
  }

  func fillComponents() throws(QueryFailure) {
    for (index, component) in architecture.components.enumerated() {
      insert.bind(1, architecture.number(of: .component(index)))
      insert.bind(2, component.name)
      insert.bind(3, component.kind.rawValue)
      insert.bind(4, component.kind.role.rawValue)
      insert.bind(5, component.isImported ? 1 : 0)
      insert.bind(6, component.facts[.maxConnections]?.origin == .declared ? 1 : 0)
      bind(component.facts, at: index)
      try insert.insert()
    }
  }

  func fillOperations() throws(QueryFailure) {
    for (index, operation) in architecture.operations.enumerated() {
      insert.bind(1, architecture.number(of: .operation(index)))
      insert.bind(2, operation.name)
      insert.bind(3, architecture.number(of: .component(operation.component)))
      bind(operation.facts, at: index)
      try insert.insert()
    }
  }

  func fillRelations() throws(QueryFailure) {
    let answerers = architecture.answerers()
    for (index, relation) in architecture.relations.enumerated() {
      insert.bind(1, architecture.number(of: .relation(index)))
      insert.bind(2, relation.kind.rawValue)
      insert.bind(3, relation.isSynchronous ? 1 : 0)
      bind(relation.source, at: 4)
      bind(relation.target, at: 6)
      if let journey = relation.journey {
        insert.bind(8, architecture.number(of: .journey(journey)))
      }
      bind(answerers[index], at: 9)
      insert.bind(11, architecture.handlings.makes(relation) ? 1 : 0)
      bind(relation.facts, at: index)
      try insert.insert()
    }
  }

  private func bind(_ end: Endpoint?, at position: Int) {
    guard let end else { return }
    insert.bind(position, architecture.number(of: .component(end.component)))
    if let operation = end.operation {
      insert.bind(position + 1, architecture.number(of: .operation(operation)))
    }
  }

  func fillJourneys() throws(QueryFailure) {
    for (index, journey) in architecture.journeys.enumerated() {
      bind([
        .integer(architecture.number(of: .journey(index))), .text(journey.name),
        journey.client.map { .integer(architecture.number(of: .component($0))) } ?? .null,
      ])
      bind(journey.facts, at: index)
      try insert.insert()
    }
  }

  func fillJourneyPaths() throws(QueryFailure) {
    for (index, journey) in architecture.journeys.enumerated() {
      for (position, name) in journey.facts.list(.path).enumerated() {
        try add(
          .integer(architecture.number(of: .journey(index))), .integer(position + 1),
          componentNumbers[name].map(SQLValue.integer) ?? .null)
      }
    }
  }

  func fillDeploysWith() throws(QueryFailure) {
    var pairs: Set<[Int]> = []
    for (component, others) in architecture.deployLinks() {
      for other in others {
        pairs.insert([component, other])
        pairs.insert([other, component])
      }
    }
    for pair in pairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      try add(
        .integer(architecture.number(of: .component(pair[0]))),
        .integer(architecture.number(of: .component(pair[1]))))
    }
  }
}
