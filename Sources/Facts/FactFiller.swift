import Architecture
import Findings
import SourceText
import YAML

/// Fills one table from the model.
struct FactFiller {
  let base: FactBase
  let table: FactTable
  let insert: Statement
  /// First column (from 1) of each property, by the property's index; 0 where there is none.
  private let columns: [Int]
  /// The computed columns of the table's elements, with their positions.
  private let derived: [(position: Int, values: [Double])]
  let architecture: Architecture
  let componentNumbers: [String: Int]

  init(_ base: FactBase, _ table: FactTable) throws(QueryFailure) {
    self.base = base
    architecture = base.architecture
    self.table = table
    insert = try base.database.connection.prepare(table.insertStatement)
    var columns = [Int](repeating: 0, count: Property.table.count)
    for (position, column) in table.columns.enumerated().reversed() {
      if let property = column.property { columns[Int(property.index)] = position + 1 }
    }
    self.columns = columns
    derived = Self.derived(base, table, columns)
    var numbers: [String: Int] = [:]
    if Self.tablesWithReferences.contains(table.name) {
      numbers.reserveCapacity(base.architecture.components.count)
      for (index, component) in base.architecture.components.enumerated() {
        numbers[component.name] = base.architecture.number(of: .component(index))
      }
    }
    componentNumbers = numbers
  }

  private static let tablesWithReferences: Set<String> = [
    "component", "operation", "relation", "journey_path",
  ]

  func fill() throws(QueryFailure) {
    switch table.rows {
    case .system: try fillSystem()
    case .components: try fillComponents()
    case .operations: try fillOperations()
    case .relations: try fillRelations()
    case .journeys: try fillJourneys()
    case .componentTechnologies: try fillComponentTechnologies()
    case .technologyFacts: try fillTechnologyFacts()
    case .journeyRelations: try fillJourneyRelations()
    case .journeyComponents: try fillJourneyComponents()
    case .journeyPaths: try fillJourneyPaths()
    case .deploysWith: try fillDeploysWith()
    case .componentLimits: try fillComponentLimits()
    case .contradictedLimits: try fillContradictedLimits()
    case .componentRetries: try fillComponentRetries()
    case .componentRetryStates: try fillComponentRetryStates()
    case .fallbackLoads: try fillFallbackLoads()
    case .channelBacklogs: try fillChannelBacklogs()
    case .journeyAvailability: try fillJourneyAvailability()
    case .journeyTimes: try fillJourneyTimes()
    case .journeyLosses: try fillJourneyLosses()
    case .journeyLimits: try fillJourneyLimits()
    case .expectations: try fillExpectations()
    case .decisions: try fillDecisions()
    case .elements: try fillElements()
    case .facts: try fillFacts()
    }
  }

  /// Inserts a row of plain values, in the order of the columns.
  func add(_ values: SQLValue...) throws(QueryFailure) {
    bind(values)
    try insert.insert()
  }

  func bind(_ values: [SQLValue]) {
    for (position, value) in values.enumerated() {
      switch value {
      case .null: break
      case .integer(let integer): insert.bind(position + 1, integer)
      case .real(let real): insert.bind(position + 1, real)
      case .text(let text): insert.bind(position + 1, text)
      }
    }
  }

  private static func derived(
    _ base: FactBase, _ table: FactTable, _ columns: [Int]
  ) -> [(position: Int, values: [Double])] {
    Property.all.compactMap { property in
      let position = columns[Int(property.index)]
      guard position > 0, let column = base.derived[table.element, property] else { return nil }
      return (position, column.values)
    }
  }

  /// Binds the facts of a row, declared and derived.
  func bind(_ facts: FactList, at index: Int) {
    for (property, fact) in facts.entries { bind(property, fact.value) }
    for (position, values) in derived where !values[index].isNaN {
      insert.bind(position, values[index])
    }
  }

  private func bind(_ property: Property, _ value: Value) {
    let position = columns[Int(property.index)]
    guard position > 0 else { return }
    switch value {
    case .number(let number): insert.bind(position, number)
    case .range(let low, let high):
      insert.bind(position, low)
      insert.bind(position + 1, high)
    case .growth(let factor, let period):
      insert.bind(position, factor)
      insert.bind(position + 1, period)
    // A multiple of what nobody said is unknown.
    case .times: break
    case .flag(let flag): insert.bind(position, flag ? 1 : 0)
    case .list(let items): insert.bind(position, "," + items.joined(separator: ",") + ",")
    case .text(let text):
      if case .reference = property.definition.type {
        if let number = componentNumbers[text] { insert.bind(position, number) }
      } else {
        insert.bind(position, text)
      }
    }
  }
}
