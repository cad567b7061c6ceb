/// How a plan reaches its target.
package enum PlanWay: String, CaseIterable, Sendable {
  /// By the smallest numbers.
  case numbers
  /// With structure in the place of larger numbers.
  case structure
  /// With a queue in front of a service.
  case queue
  /// With a store of its own for one of those who share one.
  case split
  /// With a copy of a store that is read in its place.
  case replica
  /// With one number less, another one larger for it.
  case fewer
}
