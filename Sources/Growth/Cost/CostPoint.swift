/// What a component costs at one multiple of today's demand.
package struct CostPoint: Sendable {
  /// All of it in a month.
  package let perMonth: Double
  /// Of that, for replicas.
  package let replicasPerMonth: Double
  /// Replicas that are paid for, of all parts; nil where none are known or priced.
  package let replicas: Double?
  /// Share of them that the mean load leaves idle, 0 to 1; nil where that is unknown.
  package let idle: Double?
  /// Whether they do not carry the mean.
  package let isOverloaded: Bool
}

/// What a component costs.
package struct ElementCost: Sendable {
  /// Its name.
  package let name: String
  /// What it costs at each multiple.
  package let points: [CostPoint]
  /// What its prices need and nobody declared, such as `replicas`: nothing is counted for it.
  package let undeclared: [String]
}

/// What a journey costs.
package struct JourneyCost: Sendable {
  /// Its name.
  package let name: String
  /// What one of them costs at today's mean: its share of each component by the requests that it
  /// brings there, what it does not wait for included.
  package let each: Double
}
