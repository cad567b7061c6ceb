/// A journey under growing demand.
package struct JourneyForecast: Sendable {
  /// Its name.
  package let name: String
  /// The time within which 99 of 100 are to be done, in seconds.
  package let targetP99: Double?
  /// The share that is to succeed.
  package let targetAvailability: Double?
  /// Share of the time that all it needs is up: a product; with those that do not say so left out,
  /// it is at most that.
  package let availability: (value: Double, isAtMost: Bool)?
  /// The share from which on it counts as served: its target, or 99 % where it has none.
  package var leastServed: Double { min(targetAvailability ?? 0.99, 1 - 1e-9) }
  /// Share of its error budget, what its target leaves to fail, that the components it needs take
  /// by not being up; nil where target or availability is not known.
  package var budgetUsed: Double? {
    guard let availability, let targetAvailability, targetAvailability < 1 else { return nil }
    return (1 - availability.value) / (1 - targetAvailability)
  }
  /// What becomes of it at each multiple.
  package internal(set) var points: [JourneyPoint]
}

/// A journey at one multiple of today's demand.
package struct JourneyPoint: Sendable {
  /// How often it is taken at the peak, per second.
  package internal(set) var rate: Double?
  /// How many take it again and again; nil when it comes at a rate of its own.
  package let users: Int?
  /// How often it can be taken to its end, per second.
  package internal(set) var goodput: Double?
  /// The element on its way that carries the smallest share; nil when all carry everything.
  package internal(set) var bottleneck: String?
  /// Time from request to answer.
  package let response: ResponseTime
  /// Whether everything on its way carries the load.
  package internal(set) var verdict: Verdict
}
