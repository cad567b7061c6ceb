import Architecture
import Findings

/// The schema of the facts, a public interface: it only grows within a version.
package enum FactSchema {
  /// Version of the schema; it changes when a column changes its meaning or goes.
  package static let version = 1

  /// Every table, in the order of the manual.
  package static let tables: [FactTable] = [
    system, component, operation, relation, journey, componentTechnology, technologyFact,
    journeyRelation, journeyComponent, journeyPath, deploysWith, componentLimit,
    contradictedLimit, journeyAvailability, journeyTime, journeyLoss, journeyLimit,
    componentRetry, componentRetryState, fallbackLoad, channelBacklog, expectation,
    decision, element, fact,
  ]

  /// What creates all tables and their indexes.
  static let createStatements = tables.map(\.createStatements).joined()

  static let system = FactTable(
    "system", "The system as a whole: one row.",
    [
      FactColumn("id", "INTEGER", "Always 0."),
      FactColumn("name", "TEXT", "The system's name."),
      FactColumn("stage_rank", "INTEGER", "0 seed, 1 growth, 2 scale, 3 enterprise."),
      FactColumn(
        "growth_at_horizon", "REAL", "By what demand will have multiplied at the horizon.",
        unit: .count),
      FactColumn(
        "growth_per_month", "REAL", "By what demand multiplies each month.", unit: .count),
      FactColumn("horizon_months", "REAL", "The horizon in months.", unit: .months),
      FactColumn(
        "services", "INTEGER",
        "Components that run code of the system's own: services, workers, functions."),
      FactColumn(
        "supposed", "INTEGER",
        "1 where something is supposed in place of what is described (a what-if)."),
    ], properties: .system, rows: .system)

  static let component = FactTable(
    "component", "A component. Silent properties hold the catalogue's default.",
    [
      FactColumn("id", "INTEGER", "Number of the element, unique over all tables."),
      FactColumn("name", "TEXT", "Its name."),
      FactColumn("kind", "TEXT", "Its kind, such as service or queue."),
      FactColumn("role", "TEXT", "client, proxy, work, store, channel, tool or external."),
      FactColumn(
        "imported", "INTEGER",
        "1 when it was read from a file of another tool, which need not say all of its relations; "
          + "0 otherwise."),
      FactColumn(
        "max_connections_declared", "INTEGER",
        "1 when the description says `max-connections`; 0 when it is a default, or not known."),
    ], properties: .component, indexes: ["kind", "role"], rows: .components)

  static let operation = FactTable(
    "operation", "A declared operation of a component.",
    [
      FactColumn("id", "INTEGER", "Number of the element."),
      FactColumn("name", "TEXT", "Its name within the component."),
      FactColumn("component", "INTEGER", "Id of the component."),
    ], properties: .operation, indexes: ["component"], rows: .operations)

  static let relation = FactTable(
    "relation",
    "An arrow. Silent properties hold what the target operation, the target component or the "
      + "catalogue says, where a property is inherited.",
    [
      FactColumn("id", "INTEGER", "Number of the element."),
      FactColumn(
        "kind", "TEXT",
        "calls, reads, writes, publishes, consumes, replicates, schedules or maintains."),
      FactColumn(
        "synchronous", "INTEGER",
        "1 when the source waits: calls, reads and writes, but not webhooks."),
      FactColumn(
        "source", "INTEGER",
        "Id of the component it starts at; NULL for a journey without "
          + "client."),
      FactColumn(
        "source_operation", "INTEGER", "Id of the operation; NULL when it is the component's."),
      FactColumn("target", "INTEGER", "Id of the component it points at."),
      FactColumn(
        "target_operation", "INTEGER", "Id of the operation; NULL for the component as a whole."),
      FactColumn("journey", "INTEGER", "Id of the journey whose own call it is; NULL for others."),
      FactColumn(
        "behind", "INTEGER",
        "Id of the component that answers: the target, or what a proxy there passes requests on "
          + "to, where that is one component."),
      FactColumn(
        "behind_operation", "INTEGER",
        "Id of the operation that answers; NULL for the component as a whole."),
      FactColumn(
        "for_messages", "INTEGER",
        "1 when it is made for messages alone: a write, publication or call beside the `consumes` "
          + "of a component with an operation that others call and that names its own."),
    ], properties: .relation, indexes: ["kind", "source", "target", "journey"],
    rows: .relations)

  static let journey = FactTable(
    "journey",
    "A journey. What is undeclared is NULL; what its silence stands for counts where demand is "
      + "computed.",
    [
      FactColumn("id", "INTEGER", "Number of the element."),
      FactColumn("name", "TEXT", "Its name."),
      FactColumn("client", "INTEGER", "Id of the client it starts from."),
    ], properties: .journey, rows: .journeys)

  static let componentTechnology = FactTable(
    "component_technology", "A product that a component is built on and the catalogue knows.",
    [
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn("technology", "TEXT", "Id of the product, such as amazon-sqs."),
    ], key: ["component", "technology"], rows: .componentTechnologies)

  static let technologyFact = FactTable(
    "technology_fact", "A fact of the technology catalogue.",
    [
      FactColumn("technology", "TEXT", "Id of the product."),
      FactColumn("property", "TEXT", "The property it fills in."),
      FactColumn("number", "REAL", "The value in base units; NULL for texts."),
      FactColumn("text", "TEXT", "The value in words."),
      FactColumn("firmness", "TEXT", "hard limit, default, soft quota or guidance."),
      FactColumn("source", "TEXT", "The page that says so."),
      FactColumn("seen", "TEXT", "Year and month it was looked up."),
    ], rows: .technologyFacts)

  static let journeyRelation = FactTable(
    "journey_relation", "A relation that a journey reaches.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn("relation", "INTEGER", "Id of the relation."),
      FactColumn("synchronous", "INTEGER", "1 when the user waits for it."),
    ], key: ["journey", "relation"], indexes: ["relation"],
    rows: .journeyRelations)

  static let journeyComponent = FactTable(
    "journey_component", "A component that a journey reaches.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn("synchronous", "INTEGER", "1 when the user waits for it."),
      FactColumn("hops", "INTEGER", "Fewest arrows from the client."),
      FactColumn(
        "needed", "INTEGER", "1 when the user waits for it and no fallback stands in for it."),
    ], key: ["journey", "component"], indexes: ["component"],
    rows: .journeyComponents)

  static let journeyPath = FactTable(
    "journey_path", "A step of the path that a journey declares.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn("position", "INTEGER", "From 1."),
      FactColumn(
        "component", "INTEGER", "Id of the component; NULL when there is none of that name."),
    ], key: ["journey", "position"], rows: .journeyPaths)

  static let deploysWith = FactTable(
    "deploys_with", "Two components that are released together; each pair stands both ways.",
    [
      FactColumn("component", "INTEGER", "Id of a component."),
      FactColumn("other", "INTEGER", "Id of the other."),
    ], key: ["component", "other"], rows: .deploysWith)

  static let element = FactTable(
    "element", "Anything a finding can be about.",
    [
      FactColumn("id", "INTEGER", "Number of the element."),
      FactColumn("kind", "TEXT", "system, component, operation, relation or journey."),
      FactColumn("name", "TEXT", "Its name, as findings show it."),
      FactColumn("path", "TEXT", "The file it is written in."),
      FactColumn("line", "INTEGER", "From 1."),
      FactColumn("column", "INTEGER", "From 1, in Unicode scalars."),
    ], rows: .elements)

  static let fact = FactTable(
    "fact", "One known value with where it came from; what is unknown has no row.",
    [
      FactColumn("element", "INTEGER", "Id of the element."),
      FactColumn("property", "TEXT", "The property."),
      FactColumn("value", "TEXT", "The value in words, with its unit."),
      FactColumn("number", "REAL", "The value in base units; NULL for texts."),
      FactColumn("origin", "TEXT", "declared, default, assumed or derived."),
      FactColumn(
        "basis", "TEXT",
        "The weakest origin among the inputs of a derived value; unknown where some are missing, "
          + "so that it is the least that it can be."),
      FactColumn("path", "TEXT", "The file it is declared in."),
      FactColumn("line", "INTEGER", "From 1."),
      FactColumn("column", "INTEGER", "From 1."),
      FactColumn("source", "TEXT", "Page of a default, or convention of an assumption."),
    ], indexes: ["element"], rows: .facts)
}
