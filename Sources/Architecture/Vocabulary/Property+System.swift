import Findings
import YAML

/// Properties of the system as a whole.
let systemProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "stage", .word(["seed", "growth", "scale", "enterprise"]), on: .system,
    "How far the company is. Findings weigh one step less at seed, except where money or "
      + "data is lost; what is silent counts as growth.",
    asks: "Which stage is the system in: seed, growth, scale or enterprise?"),
  PropertyDefinition(
    "engineers", .count, on: .system, about: .hygiene,
    "How many engineers build and run the system.",
    asks: "How many engineers build and run {element}?", such: "14"),
  PropertyDefinition(
    "platform", .word(["managed", "self-run"]), on: .system,
    about: .hygiene,
    "Who runs the cluster that the services run on: a vendor, or the system's own engineers.",
    asks: "Is the cluster of {element} managed by a vendor or self-run: managed or self-run?"),
  PropertyDefinition(
    "growth", .growth, on: [.system, .journey],
    "By how much demand is expected to grow, and in what time.",
    asks: "What growth in demand is expected for {element} (e.g. `10x in 18 months`)?"
  ),
  PropertyDefinition(
    "horizon", .duration, on: .system, within: .plans,
    "How far ahead the review looks; 18 months by default.", such: "18 months"),
]

extension Property {
  package static let stage = defined("stage")
  package static let engineers = defined("engineers")
  package static let growth = defined("growth")
  package static let horizon = defined("horizon")
}
