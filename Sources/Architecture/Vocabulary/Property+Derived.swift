import YAML

/// Properties that nobody writes: they follow from the rest of the description.
let derivedProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "matters", .flag, derived: [.component, .operation, .relation, .journey],
    "Whether silence about it is a smell: it is critical, or the system is past the seed stage, "
      + "as it is taken to be where nobody says."),
  PropertyDefinition(
    "worst", .rate, derived: [.component, .operation, .relation],
    "Rate at today's peak when every attempt of every caller is used."),
  PropertyDefinition(
    "demand-partial", .flag, derived: [.component, .operation, .relation],
    "Whether more comes than its rates say, because the rate of some journey is undeclared."),
  PropertyDefinition(
    "capacity", .rate, derived: [.component, .relation],
    needs: ["takes", "concurrency", "replicas"],
    "Requests per second it can handle of today's mix, by the limit that binds first; of all parts "
      + "together, when the busiest is full."),
  PropertyDefinition(
    "busiest-part", .ratio, derived: .component,
    "Share of its load that goes to the busiest of its parts (`count`), which `limit` and other "
      + "keys are about; 100 % where it has none."),
  PropertyDefinition(
    "utilisation", .ratio, derived: [.component, .relation], needs: ["capacity", "peak"],
    "Share of the capacity in use at today's peak; of what works off messages, at the mean. Above "
      + "100 % the rest has to wait or is lost."),
  PropertyDefinition(
    "headroom", .multiple, derived: [.component, .relation], needs: ["capacity", "peak"],
    "By how much demand can multiply from today's peak until its first limit is reached."),
  PropertyDefinition(
    "fan-in", .count, derived: .component,
    "Components that call, read or write it."),
  PropertyDefinition(
    "fan-out", .count, derived: .component,
    "Components it calls, reads or writes."),
  PropertyDefinition(
    "service-degree", .count, derived: .component,
    "Services it calls or is called by, counted once each way."),
  PropertyDefinition(
    "betweenness", .ratio, derived: .component,
    "Share of shortest call paths between other services that pass through it (Freeman 1977); "
      + "unknown in graphs too large to compute it."),
  PropertyDefinition(
    "dominates", .count, derived: .component,
    "Components on journeys that no journey could reach without it."),
  PropertyDefinition(
    "cycle", .count, derived: .component,
    "Number of the ring of calls it is part of; unknown when in none."),
  PropertyDefinition(
    "depth", .count, derived: .component,
    "Synchronous hops on the longest way to it from where demand enters."),
  PropertyDefinition(
    "chain", .count, derived: .journey,
    "Synchronous hops on the longest way from the client."),
  PropertyDefinition(
    "deploy-group", .count, derived: .component,
    "Number of the group of components released together; unknown when alone."),
  PropertyDefinition(
    "attempts-product", .number, derived: .relation,
    "Tries that one request at the door can become here, over the worst way to it that does not go "
      + "round in a ring."),
  PropertyDefinition(
    "timeout-need", .duration, derived: .relation,
    "Time the target can spend on its own synchronous calls, all attempts included: those in a row "
      + "add up, of parallel ones the slowest counts. A proxy passes a request on to one of those "
      + "it calls, and waits at least as long as the quickest of them."),
  PropertyDefinition(
    "retry-horizon", .duration, derived: .relation, needs: ["attempts"],
    "Longest time after which the same request can come again: attempts, retention of the message "
      + "that caused it, and its stay in a dead-letter queue."),
]

extension Property {
  package static let matters = defined("matters")
  package static let worst = defined("worst")
  package static let demandPartial = defined("demand-partial")
  package static let capacity = defined("capacity")
  package static let busiestPart = defined("busiest-part")
  package static let utilisation = defined("utilisation")
  package static let headroom = defined("headroom")

  /// Whether it follows from how often journeys are taken.
  package var isDemand: Bool {
    [.rate, .peak, .worst, .utilisation, .headroom].contains(self)
  }
  package static let fanIn = defined("fan-in")
  package static let fanOut = defined("fan-out")
  package static let serviceDegree = defined("service-degree")
  package static let betweenness = defined("betweenness")
  package static let dominates = defined("dominates")
  package static let cycle = defined("cycle")
  package static let depth = defined("depth")
  package static let chain = defined("chain")
  package static let deployGroup = defined("deploy-group")
  package static let attemptsProduct = defined("attempts-product")
  package static let timeoutNeed = defined("timeout-need")
  package static let retryHorizon = defined("retry-horizon")
}
