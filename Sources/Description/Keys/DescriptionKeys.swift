import Architecture
import Findings
import YAML

/// The sorts of mapping that a description consists of, each with its keys.
enum DescriptionKeys {
  /// The top of a description.
  static let root = Keys(
    [
      structure("tenfold", .version, "The version of the description language: 1."),
      structure("system", .name, "The name of the system."),
      structure("include", .include, "Other files of this description, relative to this one."),
      structure(
        "import", .imports,
        "Files and folders of other tools that describe the system, relative to this one; the "
          + "description adds to them and overrides single facts."),
      structure("templates", .templates, "Keys shared by similar components, by a name."),
      structure("journeys", .journeys, "The paths users and jobs take; demand enters here."),
      structure("components", .components, "The boxes of the system, by name."),
      structure(
        "scenarios", .scenarios,
        "Overlays by name, such as a sale or the loss of a zone, for `--scenario`."),
      structure("accepted", .accepted, "Accepted risks, and why."),
      structure(
        "decisions", .decisions, "Choices by name, why they were made, and what reopens them."),
      structure(
        "prices", .prices,
        "What components cost, by their names or those of products; `grow` sums it up."),
    ], properties: .system)

  static let component = Keys(
    [
      kind,
      structure("template", .template, "The template whose keys it takes unless it has its own."),
      operations, measured,
    ] + relations, properties: .component)

  static let template = Keys([kind, operations, measured] + relations, properties: .component)

  static let operation = Keys([measured] + relations, properties: .operation)

  static let measurement = Keys([
    structure("load", .value(.rate), "Requests per second over all replicas, such as 100/s."),
    structure("mean", .value(.duration), "The mean time from request to answer, such as 20ms."),
    structure("p99", .value(.duration), "The time within which 99 of 100 were answered."),
    structure("used", .value(.ratio), "The share of what it can do that was in use, such as 40%."),
  ])

  static let measurementFile = Keys([
    structure(
      "file", .value(.list),
      "One file or several, relative to this one: a table of comma-separated values with the "
        + "headings load, mean, p99 and used; a summary of k6; a table of Locust; the output of "
        + "wrk."),
    structure(
      "request", .value(.text),
      "Which of several requests in the file is meant, by its name there; without it, all."),
  ])

  static let journey = Keys(
    [
      structure("from", .client, "The client the journey starts from."),
      structure("calls", .calls, "What the client calls, in order."),
    ], properties: .journey)

  static let scenario = Keys([
    structure(
      "set", .settings,
      "Properties that are otherwise, by their paths, such as "
        + "`components.api.replicas: 4..40`."),
    structure(
      "lose", .losses,
      "Zones and components that are gone. Replicas stand evenly over the zones of "
        + "a component, and nothing takes the place of those that are lost."),
    structure("cold-cache", .value(.flag), "Whether caches answer nothing yet."),
    KeySpec(
      Group.expect.name, .group(.expect, terse: nil, on: .system), Group.expect.documentation),
  ])

  static let accepted = Keys(
    [
      structure("rule", .value(.text), "The rule's id."),
      structure("element", .value(.text), "The element the finding is about."),
      structure("reason", .value(.text), "Why the risk is acceptable."),
      structure("system", .value(.text), "The system it is about, where a file serves several."),
      structure(
        "status", .value(.word(RiskStatus.allCases.map(\.rawValue))),
        "What was decided; what is in discussion stays open."),
      structure("owner", .value(.text), "Who answers for the decision."),
      structure("until", .value(.day), "The last day it holds."),
      structure("ticket", .value(.text), "Where it is followed up."),
      structure(
        "severity", .value(.word(Severity.allCases.map(\.word))),
        "The severity when it was accepted; above it, it has to be decided again."),
      structure(
        "excess", .value(.multiple),
        "How many times as large as allowed it was when it was accepted; above it, it has to be "
          + "decided again."),
      structure(
        "headroom", .value(.multiple),
        "The element's headroom when it was accepted; below it, it has to be decided again."),
      structure(
        "peak", .value(.rate),
        "The element's peak when it was accepted, where its headroom was not known."),
    ])

  static let decision = Keys([
    structure("because", .value(.text), "Why it was decided so."),
    structure(
      "until", .value(.list),
      "What reopens it, one condition or several: a number of the system and a limit, such as "
        + "`writes of orders-db > 5k/s`, `utilisation of api > 70%`, `headroom of api < 3x`, "
        + "`replicas of api > 10` or `demand > 3x`."),
    structure("owner", .value(.text), "Who answers for the decision."),
    structure("review", .value(.text), "The month or day by which it is looked at: 2027-06."),
    structure(
      "peak", .value(.rate),
      "The peak of all journeys together when it was decided; `demand` counts from it."),
  ])

  static let price = Keys(
    PriceUnit.allCases.map { structure($0.rawValue, .value($0.type), $0.documentation) })

  static let relation: [RelationKind: Keys] = Dictionary(
    uniqueKeysWithValues: RelationKind.allCases.map { kind in
      let target = structure(
        kind.targetKey, .target, "The other component, or one operation of it.")
      let retries = structure("retries", .retries, "Tries after the first: attempts less one.")
      let keys = [target] + (kind.isSynchronous || kind == .publishes ? [retries] : [])
      return (kind, Keys(keys, properties: .relation, of: kind))
    })

  private static let measured = structure(
    "measured", .measured,
    "What was measured at some loads: a list of `{ load, mean, p99, used }`, or "
      + "`{ file: load.csv }` with these headings. `grow` fits the service time, contention "
      + "and coherence to it."
  )

  private static let kind = structure("kind", .kind, "What sort of box it is.")

  private static let operations = structure("operations", .operations, "What it offers, by name.")

  private static let relations = RelationKind.allCases.map {
    KeySpec($0.rawValue, KeyMeaning.relation($0), $0.documentation)
  }

  private static func structure(
    _ name: String, _ structure: KeyMeaning.Structure, _ documentation: String
  ) -> KeySpec<KeyMeaning> {
    KeySpec(name, .structure(structure), documentation)
  }
}
