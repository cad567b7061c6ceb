/// What a component carries today, before anything is changed to see what would be.
package struct TodayLoad: Sendable {
  /// Requests or messages per second at today's peak; not a number when unknown.
  package let peak: Double
  /// The most replicas there are; nil when unknown or without number.
  package let replicas: Double?
  /// The same peak of each of its operations and calls that say how full they are.
  package let peaks: [ElementID: Double]
  /// Names of the limits it has, and whether today's load speaks against them, so that they bound
  /// nothing.
  package var isDoubted: [String: Bool] = [:]

  /// A load from its numbers.
  package init(peak: Double, replicas: Double?, peaks: [ElementID: Double] = [:]) {
    (self.peak, self.replicas, self.peaks) = (peak, replicas, peaks)
  }
}
