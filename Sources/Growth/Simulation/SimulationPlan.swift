/// How long the runs of a simulation are.
package struct SimulationPlan: Sendable {
  /// Events of one run, about.
  package let events: Double
  /// Events of one run at most, steps that take no time included; one that reaches them ends with
  /// the batches that are done.
  package let most: Int
  /// Batches of one run, from whose means the confidence intervals follow.
  static let batches = 10

  /// Runs of about so many events.
  package init(events: Double, most: Int = .max) {
    self.events = events
    self.most = most
  }

  /// Share of a run that is cut off in front, since it begins empty.
  private static let warmUp = 0.1
  /// Responses that a run is long at least, so that slow work is seen at all.
  private static let responses = 200.0

  /// Rounds of users who come again that a run covers at least.
  private static let rounds = 50.0

  /// Events after which a run is broken off.
  var mostEvents: Int { Int(whole: events * Budget.excessEvents, most: 1_000_000_000_000) }

  /// Seconds before the first batch, and of each batch.
  func seconds(_ network: SimulatedNetwork) -> (warmUp: Double, batch: Double) {
    let rate = network.eventRate
    let slow = max(Self.responses * network.longest, Self.rounds * network.round)
    let wanted = max(events / rate, min(slow, 20 * events / rate))
    return (wanted * Self.warmUp, wanted / Double(Self.batches))
  }
}
