import Architecture
import SourceText

/// A growth model at one multiple of today's demand, flattened for the simulation.
///
/// Stations are the components and their pools, then one per journey that nothing bounds: what its
/// clients see.
/// The busiest part of a component is its station; its other parts follow behind all of them.
/// Nodes are the model's, then one per journey.
package struct SimulatedNetwork: Sendable {
  struct Station: Sendable {
    /// Servers in the beginning.
    let servers: Int
    let bufferCapacity: Int
    /// What adds and takes away servers meanwhile; nil when nothing does.
    var scaler: Autoscaler?
    /// The parts that it is the busiest of, and where the others follow.
    var parts = Parts()
    var others = 0
    /// Its limits per second, among those of the network.
    var limits = 0..<0
  }

  struct Call: Sendable {
    let target: Int32
    let kind: RelationKind
    /// The whole part of the uses, and the chance of one more.
    let uses: Int32
    let chance: Double
    /// Seconds one attempt waits; infinite when it waits indefinitely.
    let timeout: Double
    let attempts: Int32
    /// Whether what it calls stops working when the caller gives up.
    let isCancelled: Bool
    /// Whether the caller fails with it.
    let isNeeded: Bool
    /// Whether a circuit breaker stops it while it keeps failing.
    let hasBreaker: Bool
    /// Share of the calls that may be retries; infinite without a budget.
    var budget = Double.infinity
    /// The call that is made instead when it has failed; -1 where there is none.
    var fallback: Int32 = -1
    /// Where the parts of what it calls keep breakers and budgets of their own.
    var slot = 0
  }

  struct Node: Sendable {
    let station: Int32
    let own: Sampler
    /// Calls at the same time, then calls one after the other.
    let parallel: Range<Int>
    let sequential: Range<Int>
  }

  /// What comes from outside: journeys, schedules, and messages at the rate a queue passes on.
  struct Stream: Sendable {
    let node: Int32
    let rate: Double
    /// The time of its own work, for messages.
    let handling: Sampler?
    let isRegular: Bool
    /// Users who come again after a time to think, an exponential one; 0 where others come instead.
    var users = 0
    /// Mean of that time in seconds.
    var think = 0.0
  }

  /// Times today's demand.
  package let multiple: Double
  let stations: [Station]
  let nodes: [Node]
  let calls: [Call]
  let streams: [Stream]
  let limits: [SimulatedLimit]
  /// Of the stations: components, pools, then journeys.
  package let names: [String]
  /// The longest mean response of a journey or message when nobody waits, in seconds.
  let longest: Double

  /// Per station, the seconds in which its slowest queue, or one of what it calls, forgets how long
  /// it was.
  let relaxationTimes: [Double]
  /// Seconds until the room that takes longest is as full as it will be.
  let fillingTime: Double

  /// The network of a model; nil when some rate is unknown or nothing comes.
  package init?(_ today: GrowthModel, at multiple: Double) {
    let times = ResponseTimes(today, at: multiple)
    let (model, closed) = (times.model, times.closed)
    let architecture = model.architecture
    self.multiple = multiple
    names =
      architecture.components.map(\.name) + model.pools.map { $0.name(in: architecture) }
      + architecture.journeys.map(\.name)
    var stations =
      zip(model.stations, times.waits.stations).map { station, wait in
        Station(
          servers: (wait.servers ?? station.servers).map(Self.whole) ?? .max,
          bufferCapacity: station.servers == nil
            ? .max : station.bufferCapacity.map(Self.whole) ?? .max,
          scaler: station.isConsumer ? nil : station.scaler.flatMap { $0.isDescribed ? $0 : nil },
          parts: station.parts)
      } + architecture.journeys.map { _ in Station(servers: .max, bufferCapacity: .max) }
    var parts = NetworkParts(model, at: multiple)
    parts.addArrivals()
    parts.addJourneys(closed)
    parts.addMessages()
    parts.addFallbacks()
    let limits = parts.limits()
    for (index, own) in limits.enumerated() {
      let start = stations[max(0, index - 1)].limits.upperBound
      stations[index].limits = start..<start + own.count
    }
    let others = stations.reduce(0) { $0 + $1.parts.count - 1 }
    guard others <= Double(Budget.parts) else { return nil }
    self.limits = Self.addParts(to: &stations, limits: limits.flatMap(\.self))
    self.stations = stations
    streams = parts.streams.filter { !($0.rate <= 0) }
    nodes = parts.nodes
    calls = parts.callsWithSlots(stations)
    longest = parts.longest
    fillingTime = times.waits.stations.map(\.fillingTime).max() ?? 0
    relaxationTimes = parts.spread(times.waits.stations.map(\.relaxationTime), to: names.count)
    guard !streams.isEmpty, users <= Budget.simulatedUsers,
      streams.allSatisfy({ $0.rate.isFinite }), longest.isFinite
    else { return nil }
  }

  /// Servers and places beyond which more of them change nothing, so that sums never overflow.
  static let mostPlaces = 1_000_000_000_000_000

  private static func whole(_ number: Double) -> Int { Int(whole: number, most: mostPlaces) }

  /// Users who come again, all journeys together.
  var users: Int { streams.reduce(0) { $0 + $1.users } }

  /// The longest time between two requests of a user, in seconds.
  var round: Double {
    streams.map { Double($0.users) / $0.rate }.max() ?? 0
  }

  /// Requests, messages and jobs from outside, per second.
  package var arrivals: Double { streams.reduce(0) { $0 + $1.rate } }

  /// Tells networks apart, so that only runs of the same one are merged.
  package var fingerprint: String {
    var hash = ShortHash()
    func add(_ value: UInt64) { hash.add(value) }
    func add(_ value: Double) { add(value.bitPattern) }
    for name in names { for byte in name.utf8 { add(UInt64(byte)) } }
    for station in stations {
      add(UInt64(station.servers))
      add(UInt64(station.bufferCapacity))
      if station.parts.count > 1 { add(station.parts.share) }
      guard let scaler = station.scaler else { continue }
      for number in [scaler.most, scaler.target, scaler.interval, scaler.lag ?? 0] { add(number) }
      for number in [scaler.least, scaler.start ?? 0, scaler.step ?? 0] { add(number) }
    }
    for limit in limits { add(limit.interval) }
    for node in nodes {
      add(node.own.mean)
      add(node.own.shape)
      add(UInt64(node.sequential.upperBound))
    }
    for call in calls {
      add(UInt64(call.target) << 32 | UInt64(call.uses))
      add(call.chance)
      add(call.timeout)
      add(
        UInt64(call.attempts) << 3 | (call.hasBreaker ? 4 : 0) | (call.isCancelled ? 2 : 0)
          | (call.isNeeded ? 1 : 0))
      if call.budget.isFinite { add(call.budget) }
      if call.fallback >= 0 { add(UInt64(call.fallback)) }
    }
    for stream in streams {
      add(stream.rate)
      if stream.users > 0 {
        add(UInt64(stream.users))
        add(stream.think)
      }
    }
    return hash.text
  }
}
