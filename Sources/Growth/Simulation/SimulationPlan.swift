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

  /// Relaxation times of the slowest queue that a batch covers at least, so that batches hardly
  /// know of each other.
  private static let relaxations = 20.0

  /// Whether a queue would not forget how long it was in a batch of so many seconds.
  static func isTooShort(batch: Double, for relaxationTime: Double) -> Bool {
    batch * (1 + 1e-9) < relaxations * relaxationTime
  }

  /// Seconds that a run lasts at most.
  private func longest(_ network: SimulatedNetwork) -> Double { 20 * events / network.eventRate }

  /// Seconds before the first batch, and of each batch; what no run is long enough for prolongs
  /// none.
  package func seconds(_ network: SimulatedNetwork) -> (warmUp: Double, batch: Double) {
    let most = longest(network)
    let queues = network.relaxationTimes.filter {
      !Self.isTooShort(batch: most / Double(Self.batches), for: $0)
    }
    let slow = max(
      Self.responses * network.longest, Self.rounds * network.round,
      Self.relaxations * Double(Self.batches) * (queues.max() ?? 0))
    let wanted = max(events / network.eventRate, min(slow, most))
    return (
      max(wanted * Self.warmUp, min(network.fillingTime, most)), wanted / Double(Self.batches)
    )
  }
}
