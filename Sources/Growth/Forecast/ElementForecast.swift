package import Architecture

/// One element of the architecture under growing demand.
package struct ElementForecast: Sendable {
  /// Its name.
  package let name: String
  /// What sort of box it is.
  package let kind: ComponentKind
  /// Whether a journey that starts at a client or an external comes there and needs it.
  package let isServed: Bool
  /// Whether all who call it fall back on something when it does not answer.
  package let hasStandIn: Bool
  /// Its limits, the first one reached in front; empty when none is known.
  package let limits: [LimitForecast]
  /// What becomes of it at each multiple.
  package internal(set) var points: [ElementPoint]

  /// The limit that is reached first.
  package var first: LimitForecast? { limits.first }

  /// Months until growth reaches one of its limits; nil when it reaches none, and of what is lost.
  package var dueMonths: Double? {
    limits.filter { $0.kind != .lost }.compactMap(\.months).min()
  }
}

/// An element at one multiple of today's demand.
package struct ElementPoint: Sendable {
  /// Requests or messages per second; of a consumer, the mean.
  package internal(set) var arrivals: Double?
  /// Servers: replicas x concurrency.
  package let servers: Double?
  /// Replicas: as many as the autoscaler holds at this load in the long run.
  package let replicas: Double?
  /// Share of the capacity in use, of the limit that is used most.
  package internal(set) var utilisation: Double?
  /// The limit that is used most.
  package let limit: LimitKind?
  /// Share of the requests that are not carried.
  package let loss: Double?
  /// Requests that wait for a server, on average.
  package let waiting: Double?
  /// Mean wait for a server in seconds.
  package let wait: Double?
  /// Time from request to answer; nil when it is unknown in part, or grows without bound.
  package let response: ResponseTime?
  /// What gathers in a channel during a peak; nil for other elements.
  package let backlog: Backlog?
  /// What happens while replicas follow the climb to the peak; nil where none do.
  package let scaling: ScalingResponse?
  /// Whether it carries its load.
  package internal(set) var verdict: Verdict
}
