import YAML

/// Properties of how replicas are added, and of what they cost each other.
let scalingProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "scaling.on",
    .word(["cpu", "memory", "requests", "concurrency", "backlog", "age", "schedule"]),
    on: .component,
    "The measure that the autoscaler follows: how busy a replica is, how much waits, how old the "
      + "oldest message is, or the clock.",
    asks:
      "Which metric does {element} autoscale on: cpu, memory, requests, concurrency, backlog, "
      + "age or schedule?"),
  PropertyDefinition(
    "scaling.target", .ratio, on: .component, within: .targets,
    "Utilisation of the replicas that the autoscaler aims at.",
    asks: "What is the target utilisation of the autoscaler of {element} (e.g. 70%)?", such: "70%"),
  PropertyDefinition(
    "scaling.interval", .duration, on: .component, within: .pauses,
    "How often the autoscaler looks whether to add replicas.", such: "15s"),
  PropertyDefinition(
    "scaling.lag", .duration, on: .component,
    "How old the measure is by the time the autoscaler sees it.", such: "30s"),
  PropertyDefinition(
    "scaling.step", .count, on: .component, atLeastOne: true,
    "Replicas that the autoscaler adds in one interval, at most.", such: "4"),
  PropertyDefinition(
    "scaling.start", .duration, on: .component,
    "How long a new replica takes from the decision to its first answer.",
    asks: "What is the start-up time of a new replica of {element}?", such: "30s"),
  PropertyDefinition(
    "scaling.contention", .ratio, on: .component,
    "Share of the work that only one replica can do at a time (Gunther's universal scalability "
      + "law).", such: "1%"),
  PropertyDefinition(
    "scaling.coherence", .ratio, on: .component,
    "Cost of agreement between two replicas, as a share of the work (Gunther's universal "
      + "scalability law).", such: "0.01%"),
]

extension Property {
  package static let scalingOn = defined("scaling.on")
  package static let scalingTarget = defined("scaling.target")
  package static let scalingInterval = defined("scaling.interval")
  package static let scalingLag = defined("scaling.lag")
  package static let scalingStep = defined("scaling.step")
  package static let scalingStart = defined("scaling.start")
  package static let contention = defined("scaling.contention")
  package static let coherence = defined("scaling.coherence")
}
