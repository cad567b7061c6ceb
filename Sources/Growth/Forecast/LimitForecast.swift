package import Findings

/// One limit of an element.
package struct LimitForecast: Sendable {
  /// Which one it is.
  package let kind: LimitKind
  /// Requests per second it allows, of today's mix; nil when there is no demand.
  package let capacity: Double?
  /// The same by a model, where all servers are in use and wait for servers of callees; nil where
  /// no calls do.
  package let capacityWithWaits: Double?
  /// Share of it in use at today's peak.
  package let used: Double
  /// Times today's peak at which it is reached.
  package let headroom: Double
  /// The same after the loss of one replica; nil for limits that do not depend on replicas.
  package let headroomWithoutOne: Double?
  /// The same after the loss of the zone that takes most; nil where no zone is known to matter.
  package let withoutZone: (zone: String, headroom: Double)?
  /// The same while caches are cold; nil where that changes nothing.
  package let headroomColdCaches: Double?
  /// Months until it is reached; nil without declared growth.
  package let months: Double?
  /// The weakest origin among its inputs.
  package let origin: Origin
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool
}
