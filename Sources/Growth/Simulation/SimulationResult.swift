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
  /// Per station, the seconds in which its queues forget how long they were.
  let relaxationTimes: [Double]
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

    /// Requests per second by which those at a station became more, from the first half of the
    /// batches to the second.
    func growth(at station: Int) -> Double {
      let present = batches.map { ($0[station].busy + $0[station].waiting) / batchSeconds }
      let half = present.count / 2
      guard half > 0 else { return 0 }
      let (first, second) = (present.prefix(half), present.suffix(half))
      let seconds = Double(present.count - half) * batchSeconds
      return (second.reduce(0, +) - first.reduce(0, +)) / Double(half) / seconds
    }
  }

  /// No runs yet.
  package init(of network: SimulatedNetwork) {
    self.init(
      multiple: network.multiple, fingerprint: network.fingerprint, names: network.names,
      users: network.users, relaxationTimes: network.relaxationTimes)
  }

  /// Of the same network, without its runs.
  package init(like other: SimulationResult) {
    self.init(
      multiple: other.multiple, fingerprint: other.fingerprint, names: other.names,
      users: other.users, relaxationTimes: other.relaxationTimes)
  }

  private init(
    multiple: Double, fingerprint: String, names: [String], users: Int, relaxationTimes: [Double]
  ) {
    self.relaxationTimes = relaxationTimes
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
    /// Whether its queue is too near saturation for its times to be told.
    package let isNear: Bool
    /// Whether means of the models are exact, so that only percentiles are to be taken from it.
    package internal(set) var isOnlyForTails = false
    /// Requests per second that ended well.
    package let served: Double
    /// Share of the requests that its own full room turned away.
    package let refused: Double
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
}
