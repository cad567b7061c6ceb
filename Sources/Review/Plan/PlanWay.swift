/// How a plan reaches its target.
package enum PlanWay: String, CaseIterable, Sendable {
  /// By the smallest numbers.
  case numbers
  /// With structure in the place of larger stores.
  case structure
  /// With one number less, another one larger for it.
  case fewer
}
