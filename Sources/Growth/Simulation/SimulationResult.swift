/// What independent runs of a simulation measured at one multiple of today's demand.
package struct SimulationResult: Sendable {
  /// Times today's demand.
  package let multiple: Double
  /// Which network was simulated.
  package let fingerprint: String
  /// Of the stations.
  package let names: [String]
  /// Users who come again, of whom as many may wait as there are.
  let users: Int
  /// The runs, each with its seed.
  package private(set) var runs: [Run] = []

  /// One run.
  package struct Run: Sendable {
    /// What it can be repeated by.
    package let seed: UInt64
    /// Which of the seed's runs it is.
    package let number: UInt64
    /// Seconds that each batch covers.
    package let batchSeconds: Double
    /// Events that were simulated, warm-up included.
    package let events: Int
    /// Whether requests gathered until the run was broken off.
    package let isOverrun: Bool
    /// Per batch, per station.
    package internal(set) var batches: [[StationBatch]]
    /// Per station, over all batches.
    package internal(set) var histograms: [TimeHistogram]
    /// Per station, how many waited in the end.
    package internal(set) var left: [Int]
    /// Events and the steps that take no time, as far as they cost as much; of a run of one's own.
    package var work = 0
  }

  /// No runs yet.
  package init(of network: SimulatedNetwork) {
    self.init(
      multiple: network.multiple, fingerprint: network.fingerprint, names: network.names,
      users: network.users)
  }

  /// Of the same network, without its runs.
  package init(like other: SimulationResult) {
    self.init(
      multiple: other.multiple, fingerprint: other.fingerprint, names: other.names,
      users: other.users)
  }

  private init(multiple: Double, fingerprint: String, names: [String], users: Int) {
    self.users = users
    self.multiple = multiple
    self.fingerprint = fingerprint
    self.names = names
  }

  /// Adds runs of the same network; the order in which they come does not matter.
  package mutating func add(_ more: [Run]) {
    runs += more.filter { !$0.batches.isEmpty }
    runs.sort { ($0.seed, $0.number) < ($1.seed, $1.number) }
  }

  /// Events in all runs.
  package var events: Int {
    Int(whole: runs.reduce(0) { $0 + Double($1.events) }, most: 1_000_000_000_000_000_000)
  }

  /// A number with the half of its 95 % confidence interval; nil where batches are too few.
  package struct Estimate: Sendable {
    /// The number.
    package let value: Double
    /// Half the interval's width.
    package let half: Double?
  }

  /// What was measured of a station.
  package struct Measures: Sendable {
    /// Requests per second.
    package let arrivals: Double
    /// Servers in use, on average.
    package let busy: Double
    /// Requests that wait, on average.
    package let waiting: Double
    /// Share of the requests that were turned away or failed.
    package let loss: Double
    /// Seconds before a server.
    package let wait: Double
    /// Seconds from arrival to end, of those that ended well; nil when too few did.
    package let times: Times?
    /// Whether requests gathered to the end, so that times have no end.
    package let isEndless: Bool
    /// Whether means of the models are exact, so that only percentiles are to be taken from it.
    package internal(set) var isOnlyForTails = false
  }

  /// Times of a station as they were measured, in seconds.
  package struct Times: Sendable {
    /// The mean.
    package let mean: Estimate
    /// The median.
    package let p50: Estimate
    /// The 95th percentile.
    package let p95: Estimate
    /// The 99th percentile.
    package let p99: Estimate
  }

  /// Completions below which times are not told.
  private static let fewest = 200

  /// What was measured of a station, by batch means over all runs.
  ///
  /// George Fishman, "Discrete-Event Simulation", 2001, section 6.6.
  package func measures(of station: Int) -> Measures? {
    let batches = runs.flatMap { run in run.batches.map { $0[station] } }
    let seconds = runs.reduce(0) { $0 + $1.batchSeconds * Double($1.batches.count) }
    func sum(_ part: (StationBatch) -> Double) -> Double { batches.reduce(0) { $0 + part($1) } }
    let arrivals = sum { Double($0.arrivals) }
    guard arrivals > 0, seconds > 0 else { return nil }
    let completed = sum { Double($0.completed) }
    let lost = sum { Double($0.turnedAway + $0.failed) }
    let left = runs.reduce(0) { $0 + Double($1.left[station]) }
    let count = Double(runs.count)
    let gathered = left - Double(users) * count
    let isEndless =
      runs.contains(where: \.isOverrun)
      || gathered > max(100 * count, (arrivals / 10).rounded(.down))
    return Measures(
      arrivals: arrivals / seconds, busy: sum(\.busy) / seconds,
      waiting: sum(\.waiting) / seconds,
      loss: lost + completed > 0 ? lost / (lost + completed) : 0,
      wait: sum(\.wait) / max(1, sum { Double($0.begun) }),
      times: completed < Double(Self.fewest) || isEndless ? nil : times(of: station, batches),
      isEndless: isEndless)
  }

  private func times(of station: Int, _ batches: [StationBatch]) -> Times? {
    var histogram = TimeHistogram()
    for run in runs { histogram.add(run.histograms[station]) }
    let filled = batches.filter { $0.completed > 0 }
    let total = filled.reduce(0) { $0 + $1.response }
    let count = filled.reduce(0) { $0 + Double($1.completed) }
    guard count > 0 else { return nil }
    let means = filled.map { $0.response / Double($0.completed) }
    func estimate(_ index: Int, _ share: Double) -> Estimate {
      Estimate(
        value: histogram.percentile(share) ?? 0,
        half: Student.halfWidth(filled.map { $0.percentiles[index] }))
    }
    return Times(
      mean: Estimate(value: total / count, half: Student.halfWidth(means)),
      p50: estimate(0, 0.5), p95: estimate(1, 0.95), p99: estimate(2, 0.99))
  }

  /// Whether the means and 99th percentiles of all journeys, or of all stations when there are no
  /// journeys, are known well enough.
  package func isPrecise(from first: Int) -> Bool {
    let watched = first < names.count ? Array(first..<names.count) : Array(0..<names.count)
    return watched.allSatisfy { station in
      guard let measures = measures(of: station), !measures.isEndless else { return true }
      guard let times = measures.times else { return false }
      func isNarrow(_ estimate: Estimate, _ share: Double) -> Bool {
        estimate.half.map { $0 <= share * estimate.value } ?? false
      }
      return isNarrow(times.mean, 0.01) && isNarrow(times.p99, 0.04)
    }
  }
}
