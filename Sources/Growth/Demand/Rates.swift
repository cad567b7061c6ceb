package import Findings

/// How often something is used, per second: on average, and at the peak of any multiple of today's
/// demand.
///
/// What a queue levels does not grow with the peak: its consumers take what they can, and the rest
/// waits. So the peak at a multiple m is direct x m and, for all that has come through one queue,
/// min(peak x m, max(mean x m, ceiling)).
package struct Rates: Sendable {
  /// What has come through a queue.
  struct Queued {
    /// Today's peak before the queue.
    var peak: Double
    /// Today's mean.
    var mean: Double
    /// What consumers let pass at most, unless the mean is more.
    var ceiling: Double

    func peak(at multiple: Double) -> Double {
      min(peak * multiple, max(mean * multiple, ceiling))
    }
  }

  private(set) var knownMean: Double
  /// Part of today's peak that nothing levels.
  private(set) var direct: Double
  /// The rest, by the queues that it has come through.
  private(set) var queued: [Queued] = []
  private(set) var knownWorst: Double
  /// The weakest origin among the inputs; unknown where more comes, nobody knows how much, so that
  /// the rates are the least that comes.
  package var basis: Origin

  /// Today's mean.
  package var mean: Double { isUnknown ? .nan : knownMean }
  /// Today's peak with every attempt of every caller used.
  package var worst: Double { isUnknown ? .nan : knownWorst }

  static let unknown = Rates(basis: .unknown)

  init(mean: Double = 0, direct: Double = 0, worst: Double = 0, basis: Origin = .declared) {
    (knownMean, self.direct, knownWorst, self.basis) = (mean, direct, worst, basis)
  }

  /// The same rate at all times.
  static func constant(_ rate: Double) -> Rates { Rates(mean: rate, direct: rate, worst: rate) }

  /// Today's peak.
  package var peak: Double { peak(at: 1) }

  /// The peak at a multiple of today's demand.
  package func peak(at multiple: Double) -> Double {
    isUnknown ? .nan : queued.reduce(direct * multiple) { $0 + $1.peak(at: multiple) }
  }

  /// Today's peak if nothing were levelled.
  private var unlevelled: Double { queued.reduce(direct) { $0 + $1.peak } }

  /// Whether more comes than is known.
  var isAtLeast: Bool { basis == .unknown }
  /// Whether nothing is known of what comes.
  var isUnknown: Bool { isAtLeast && !(unlevelled > 0) }

  /// Whether anything is used at all; also true when that is unknown.
  var isUsed: Bool { isUnknown || unlevelled > 0 }

  /// What has to be carried in the long run: the mean, which queues cannot level.
  var steady: Rates {
    Rates(mean: knownMean, direct: knownMean, worst: knownWorst, basis: basis)
  }

  mutating func add(_ other: Rates, times factor: Double = 1, attempts: Double = 1) {
    guard factor > 0 else { return }
    knownMean += other.knownMean * factor
    direct += other.direct * factor
    knownWorst += other.knownWorst * factor * attempts
    basis = max(basis, other.basis)
    append(
      other.queued.map { part in
        Queued(
          peak: part.peak * factor, mean: part.mean * factor, ceiling: part.ceiling * factor)
      })
  }

  /// Adds what has come through other queues.
  mutating func append(_ parts: [Queued]) {
    queued += parts
    guard queued.count > Budget.queues else { return }
    queued.sort { $0.ceiling * $1.peak < $1.ceiling * $0.peak }
    while queued.count > Budget.queues { joinMostSimilar() }
  }

  /// Joins two neighbours of a sorted row, between which the sum belongs.
  private mutating func joinMostSimilar() {
    var (least, place) = (Double.infinity, 0)
    for index in queued.indices.dropLast() {
      let gap =
        queued[index + 1].ceiling / queued[index + 1].peak
        - queued[index].ceiling / queued[index].peak
      if gap < least { (least, place) = (gap, index) }
    }
    let other = queued.remove(at: place + 1)
    queued[place].peak += other.peak
    queued[place].mean += other.mean
    queued[place].ceiling += other.ceiling
  }

  /// The rates behind a queue whose consumers take no more than a ceiling.
  func levelled(to ceiling: Double) -> Rates {
    var levelled = self
    let passed = queued.reduce(0) { $0 + max($1.ceiling, $1.mean) }
    let isQueuedOnly = direct == 0 && passed > 0
    levelled.direct = 0
    levelled.queued = [
      Queued(
        peak: unlevelled, mean: knownMean, ceiling: isQueuedOnly ? min(passed, ceiling) : ceiling)
    ]
    levelled.knownWorst = min(knownWorst, max(knownMean, ceiling))
    return levelled
  }

  /// The multiple of today's demand at which the peak reaches a capacity; infinite when it never
  /// does, not a number when the rates are unknown.
  func multiple(reaching capacity: Double) -> Double {
    guard unlevelled > 0 else { return isUnknown ? .nan : .infinity }
    let growing = capacity / unlevelled
    guard !queued.isEmpty, growing.isFinite, peak(at: growing) < capacity * (1 - 1e-12) else {
      return growing
    }
    // The peak is made of straight pieces, which end where a queue begins to level, and where its
    // mean alone is more than its consumers' ceiling.
    let ends = queued.flatMap { [$0.ceiling / $0.peak, $0.ceiling / $0.mean] }
    var (from, reached) = (growing, peak(at: growing))
    for end in ends.filter({ $0.isFinite && $0 > growing }).sorted() {
      let there = peak(at: end)
      if there >= capacity {
        return from + (end - from) * (capacity - reached) / (there - reached)
      }
      (from, reached) = (end, there)
    }
    let slope = queued.reduce(direct) { $0 + ($1.ceiling.isFinite ? $1.mean : $1.peak) }
    return slope > 0 ? from + (capacity - reached) / slope : .infinity
  }
}
