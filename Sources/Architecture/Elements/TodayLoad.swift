/// What a component carries today, before anything is changed to see what would be.
package struct TodayLoad: Sendable {
  /// Requests or messages per second at today's peak; not a number when unknown.
  package let peak: Double
  /// The most replicas there are; nil when unknown or without number.
  package let replicas: Double?
  /// Names of the limits it has, and whether today's load speaks against them, so that they bound
  /// nothing.
  package var isDoubted: [String: Bool] = [:]

  /// A load from its numbers.
  package init(peak: Double, replicas: Double?) {
    (self.peak, self.replicas) = (peak, replicas)
  }
}
