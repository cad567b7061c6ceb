import Findings
import YAML

extension Property {
  /// Properties of how a component or a journey is watched, shared and spread over regions.
  static let operationProperties: [PropertyDefinition] = [
    PropertyDefinition(
      "alerts",
      .words(["errors", "latency", "saturation", "backlog", "age", "dead-letters", "cost", "none"]),
      on: [.component, .journey], about: .hygiene,
      "What wakes somebody up: failed requests, slow ones, how full it is, how much waits, how old "
        + "the oldest message is, what lands in the dead letters, what it costs.",
      asks: "Which alerts does {element} have?", such: "[errors, latency]",
      ofChannel: "[backlog, age]"),
    PropertyDefinition(
      "traces", .flag, on: .system, about: .hygiene,
      "Whether one request can be followed through all components.",
      asks: "Does {element} have distributed tracing across all components?"),
    PropertyDefinition(
      "health-check", .word(["none", "process", "dependencies"]), on: .component,
      about: .change,
      "What the check looks at that takes a replica out: nothing, the replica itself, or "
        + "the stores and services behind it too.",
      asks: "What does the health check of {element} test: none, process or dependencies?"),
    PropertyDefinition(
      "regions", .list, on: .component, about: .copies,
      "The regions it serves from, each with a copy that takes over alone.",
      asks: "Which regions does {element} run in?", such: "[eu-west, us-east]"),
    PropertyDefinition(
      "tenants.count", .whole, on: [.component, .journey], atLeastOne: true, about: .demand,
      "Customers, or other groups with demand of their own, that share it.",
      asks: "How many tenants share {element}?", such: "400"),
    PropertyDefinition(
      "tenants.top-share", .ratio, on: [.component, .journey], about: .demand,
      "Share of the load that the largest tenant brings.",
      asks: "What share of the load on {element} comes from its largest tenant?", such: "20%"),
    PropertyDefinition(
      "tenants.limit", .rate, on: [.component, .journey], about: .demand,
      "Requests or messages per second that one tenant may bring before the rest is turned away.",
      asks: "What is the rate limit per tenant of {element}?", such: "50/s"),
    PropertyDefinition(
      "tokens", .count, on: .relation, relations: [.calls], about: .capacity,
      "Tokens of one call to a language model, of the prompt and of the longest answer together.",
      asks: "How many tokens does one call {element} use, prompt and completion together?",
      such: "3k"),
    PropertyDefinition(
      "token-limit", .rate, on: .component, about: .capacity,
      "Tokens that a model, or its vendor, takes in a time, over all callers.",
      asks: "What is the token limit of {element}, over all callers (e.g. 500k/min)?",
      such: "500k/min"),
  ]
}

extension Property {
  package static let tenantTopShare = defined("tenants.top-share")
}
