import Architecture

/// A growth model at one multiple of today's demand, flattened for the simulation.
///
/// Stations are the components, then one per journey that nothing bounds: what its clients see.
/// Nodes are the model's, then one per journey.
package struct SimulatedNetwork: Sendable {
  struct Station: Sendable {
    /// Servers in the beginning.
    let servers: Int
    let bufferCapacity: Int
    /// What adds and takes away servers meanwhile; nil when nothing does.
    var scaler: Autoscaler?
  }

  struct Call: Sendable {
    let target: Int32
    /// The whole part of the uses, and the chance of one more.
    let uses: Int32
    let chance: Double
    /// Seconds one attempt waits; infinite when it waits for ever.
    let timeout: Double
    let attempts: Int32
    /// Whether what it calls stops working when the caller gives up.
    let isCancelled: Bool
    /// Whether the caller fails with it.
    let isNeeded: Bool
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
  /// Of the stations: components, then journeys.
  package let names: [String]
  let componentCount: Int
  /// The longest mean response of a journey or message when nobody waits, in seconds.
  let longest: Double

  /// The network of a model; nil when some rate is unknown or nothing comes.
  package init?(_ today: GrowthModel, at multiple: Double) {
    let times = ResponseTimes(today, at: multiple)
    let (model, closed) = (times.model, times.closed)
    let (architecture, tree) = (model.architecture, model.tree)
    let count = architecture.components.count
    self.multiple = multiple
    componentCount = count
    names = architecture.components.map(\.name) + architecture.journeys.map(\.name)
    stations =
      zip(model.stations, times.waits.stations).map { station, wait in
        Station(
          servers: (wait.servers ?? station.servers).map(Self.whole) ?? .max,
          bufferCapacity: station.servers == nil
            ? .max : station.bufferCapacity.map(Self.whole) ?? .max,
          scaler: station.isConsumer ? nil : station.scaler.flatMap { $0.isDescribed ? $0 : nil })
      } + architecture.journeys.map { _ in Station(servers: .max, bufferCapacity: .max) }

    var calls: [Call] = []
    func add(_ made: [CallTree.Call]) -> Range<Int> {
      let start = calls.count
      calls += made.map { Call($0, architecture.relations[$0.relation]) }
      return start..<calls.count
    }
    var nodes = tree.components.indices.map { node in
      let component = tree.components[node]
      return Node(
        station: Int32(component),
        own: Sampler(tree.own[node], contentionFactor: model.stations[component].contentionFactor),
        parallel: add(tree.calls[node].filter(\.isParallel)),
        sequential: add(tree.calls[node].filter { !$0.isParallel }))
    }
    var streams: [Stream] = []
    var entries = [[CallTree.Call]](repeating: [], count: architecture.journeys.count)
    for (index, relation) in architecture.relations.enumerated() {
      let target = architecture.node(relation.target)
      if let journey = relation.journey {
        entries[journey].append(
          CallTree.Call(
            target: target, relation: index, uses: model.uses[index], isParallel: false,
            patience: nil))
      } else if relation.kind == .schedules || relation.isWebhook {
        let rate = model.demand.relations[index].peak(at: multiple)
        streams.append(
          Stream(
            node: Int32(target), rate: rate, handling: nil, isRegular: relation.kind == .schedules))
      }
    }
    for (journey, made) in entries.enumerated() {
      let isClosed = closed?.throughput[journey] != nil
      streams.append(
        Stream(
          node: Int32(nodes.count), rate: model.journeys[journey].peak(at: multiple),
          handling: nil, isRegular: false,
          users: isClosed ? model.users(of: journey, at: multiple) : 0,
          think: architecture.journeys[journey].facts.number(.think) ?? 0))
      nodes.append(
        Node(
          station: Int32(count + journey), own: Sampler(nil, contentionFactor: 1), parallel: 0..<0,
          sequential: add(made)))
    }
    for (component, station) in model.stations.enumerated() {
      for work in station.work {
        guard let relation = work.relation else { continue }
        streams.append(
          Stream(
            node: Int32(work.node), rate: work.load.peak(at: multiple),
            handling: Sampler(
              tree.handling[relation], contentionFactor: model.stations[component].contentionFactor),
            isRegular: false))
      }
    }
    self.streams = streams.filter { !($0.rate <= 0) }
    self.nodes = nodes
    self.calls = calls
    let idle = tree.times { _, _ in Moments() }
    longest =
      (entries.map { $0.reduce(0) { $0 + $1.uses * idle[$1.target].mean } }
      + model.stations.flatMap { station in
        station.work.map { work in
          work.relation.map { tree.holdingTime(ofMessage: $0, at: work.node, idle).mean }
            ?? idle[work.node].mean
        }
      }).max() ?? 0
    guard !self.streams.isEmpty, users <= Budget.simulatedUsers,
      self.streams.allSatisfy({ $0.rate.isFinite }), longest.isFinite
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

  /// Tells networks apart, so that only runs of the same one are merged (FNV-1a, 64 bits).
  package var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }
    func add(_ value: Double) { add(value.bitPattern) }
    for name in names { for byte in name.utf8 { add(UInt64(byte)) } }
    for station in stations {
      add(UInt64(station.servers))
      add(UInt64(station.bufferCapacity))
      guard let scaler = station.scaler else { continue }
      for number in [scaler.most, scaler.target, scaler.interval, scaler.lag ?? 0] { add(number) }
      for number in [scaler.least, scaler.start ?? 0, scaler.step ?? 0] { add(number) }
    }
    for node in nodes {
      add(node.own.mean)
      add(node.own.shape)
      add(UInt64(node.sequential.upperBound))
    }
    for call in calls {
      add(UInt64(call.target) << 32 | UInt64(call.uses))
      add(call.chance)
      add(call.timeout)
      add(UInt64(call.attempts) << 2 | (call.isCancelled ? 2 : 0) | (call.isNeeded ? 1 : 0))
    }
    for stream in streams {
      add(stream.rate)
      if stream.users > 0 {
        add(UInt64(stream.users))
        add(stream.think)
      }
    }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}

extension SimulatedNetwork.Call {
  fileprivate init(_ call: CallTree.Call, _ relation: Relation) {
    let whole = call.uses.rounded(.down)
    target = Int32(call.target)
    uses = Int32(Int(whole: whole, most: 1_000_000))
    chance = whole < 1e6 ? call.uses - whole : 0
    timeout = relation.facts.number(.timeout) ?? .infinity
    attempts = Int32(min(relation.attempts, 1000))
    isCancelled = relation.facts.isTrue(.cancels)
    isNeeded = relation.facts[.fallback] == nil
  }
}
