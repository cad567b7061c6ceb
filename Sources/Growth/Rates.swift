package import Findings

/// How often something is used, per second: on average, and at the peak of any multiple of today's
/// demand.
///
/// What a queue levels does not grow with the peak: its consumers take what they can, and the rest
/// waits. So the peak is direct x m + min(queued peak x m, max(queued mean x m, ceiling)).
package struct Rates: Sendable {
  /// Today's mean.
  package var mean = 0.0
  /// Part of today's peak that nothing levels.
  var direct = 0.0
  /// Part of today's peak, and of the mean, that has passed a queue.
  var queuedPeak = 0.0
  var queuedMean = 0.0
  /// What consumers let pass at most, unless the mean is more.
  var ceiling = 0.0
  /// Today's peak with every attempt of every caller used.
  package var worst = 0.0
  /// The weakest origin among the inputs.
  package var basis = Origin.declared

  static let unknown = Rates(mean: .nan, direct: .nan, worst: .nan)

  /// The same rate at all times.
  static func constant(_ rate: Double) -> Rates { Rates(mean: rate, direct: rate, worst: rate) }

  /// Today's peak.
  package var peak: Double { peak(at: 1) }

  /// The peak at a multiple of today's demand.
  package func peak(at multiple: Double) -> Double {
    direct * multiple + min(queuedPeak * multiple, max(queuedMean * multiple, ceiling))
  }

  /// Whether anything is used at all; also true when that is unknown.
  var isUsed: Bool { !(direct + queuedPeak <= 0) }

  /// What has to be carried in the long run: the mean, which queues cannot level.
  var steady: Rates { Rates(mean: mean, direct: mean, worst: worst, basis: basis) }

  mutating func add(_ other: Rates, times factor: Double = 1, attempts: Double = 1) {
    mean += other.mean * factor
    direct += other.direct * factor
    queuedPeak += other.queuedPeak * factor
    queuedMean += other.queuedMean * factor
    ceiling += other.ceiling * factor
    worst += other.worst * factor * attempts
    basis = max(basis, other.basis)
  }

  /// The rates behind a queue whose consumers take no more than a ceiling.
  func levelled(to ceiling: Double) -> Rates {
    var levelled = self
    let isQueuedOnly = direct == 0 && queuedPeak > 0
    levelled.ceiling = isQueuedOnly ? min(self.ceiling, ceiling) : ceiling
    (levelled.queuedPeak, levelled.queuedMean, levelled.direct) = (direct + queuedPeak, mean, 0)
    levelled.worst = min(worst, max(mean, ceiling))
    return levelled
  }

  /// The multiple of today's demand at which the peak reaches a capacity; infinite when it never
  /// does, not a number when the rates are unknown.
  func multiple(reaching capacity: Double) -> Double {
    guard direct + queuedPeak > 0 else { return (direct + queuedPeak).isNaN ? .nan : .infinity }
    let growing = capacity / (direct + queuedPeak)
    if growing * queuedPeak <= max(growing * queuedMean, ceiling) { return growing }
    let level = (capacity - ceiling) / direct
    if direct > 0, level * queuedMean <= ceiling { return level }
    return capacity / (direct + queuedMean)
  }
}
