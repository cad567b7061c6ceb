/// What was measured of a component or operation at one load.
package struct Measurement: Hashable, Sendable {
  /// Requests per second, over all replicas.
  package let load: Double
  /// Mean time from request to answer in seconds; nil where nobody measured it.
  package var mean: Double?
  /// The 99th percentile of that time in seconds; nil where nobody measured it.
  package var p99: Double?
  /// Share of what it can do that was in use, 0 to 1; nil where nobody measured it.
  package var used: Double?

  /// A measurement at a load, in requests per second.
  package init(load: Double, mean: Double? = nil, p99: Double? = nil, used: Double? = nil) {
    self.load = load
    self.mean = mean
    self.p99 = p99
    self.used = used
  }
}
