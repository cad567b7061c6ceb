import Findings
import YAML

/// Properties of journeys.
let journeyProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "critical", .flag, on: .journey, derived: [.component, .operation, .relation],
    "Whether the business stops when the journey does; elements on its way are critical too.",
    asks: "Is {element} business-critical?"),
  PropertyDefinition(
    "rate", .rate, on: .journey, derived: [.component, .operation, .relation],
    atMost: "peak",
    about: .demand, "Today's mean: how often the journey is taken, how often an element is used.",
    asks: "What is the mean rate of {element} today (e.g. 40/s)?", such: "40/s"),
  PropertyDefinition(
    "peak", .peak, on: .journey, derived: [.component, .operation, .relation],
    about: .demand,
    "Today's peak: a rate, or how many times the `rate` it is; default: the `rate`.",
    asks: "What is the peak rate of {element} today (e.g. 400/s, or 3x its mean)?"),
  PropertyDefinition(
    "users", .count, on: .journey, atLeastOne: true,
    about: .demand,
    "How many take the journey again and again, each waiting for its answer before it comes again: "
      + "the workers of a call centre, the threads of a batch. Takes the place of `rate`. With "
      + "`every` a fleet that asks at fixed times and waits for nobody.",
    asks: "How many concurrent users run {element} (closed load)?", such: "200"),
  PropertyDefinition(
    "think", .duration, on: .journey,
    "How long each of the `users` takes on average from an answer to the next request; they come "
      + "again at once by default.", such: "5s"),
  PropertyDefinition(
    "rise", .duration, on: .journey,
    "How long demand takes to climb from `rate` to `peak`; at once by default.",
    such: "5min"),
  PropertyDefinition(
    "peak-lasts", .duration, on: .journey,
    "How long a peak lasts; 1 h by default.",
    asks: "How long does a peak of {element} last?", such: "1h"),
  PropertyDefinition(
    "target.p99", .duration, on: .journey, "The time within which 99 of 100 are to be done.",
    such: "800ms"),
  PropertyDefinition(
    "target.availability", .ratio, on: .journey, "The share of journeys that are to succeed."),
  PropertyDefinition(
    "value", .money, on: .journey,
    "What one of them is worth, so that what is rejected beyond the headroom is shown in money."),
  PropertyDefinition(
    "compensation", .word(["saga", "reconciliation", "none"]), on: .journey,
    "How a journey recovers from partial failure.",
    asks: "How does {element} recover from partial failure: saga, reconciliation or none?"),
  PropertyDefinition(
    "path", .references(.component), on: .journey,
    "The components the journey passes, in order, where somebody wants them checked."),
]

extension Property {
  package static let critical = defined("critical")
  package static let rate = defined("rate")
  package static let users = defined("users")
  package static let think = defined("think")
  package static let rise = defined("rise")
  package static let peakLasts = defined("peak-lasts")
  package static let targetP99 = defined("target.p99")
  package static let value = defined("value")
  package static let targetAvailability = defined("target.availability")
  package static let peak = defined("peak")
  package static let path = defined("path")
}
