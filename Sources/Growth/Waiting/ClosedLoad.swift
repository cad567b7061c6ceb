import Architecture
import Findings

/// Journeys whose users come again when they are answered, solved together at one multiple.
struct ClosedLoad: Sendable {
  /// Per journey, rounds per second; nil for those that come at a rate of their own.
  let throughput: [Double?]
  /// How those who arrive at a component find it; empty where only bounds could be told.
  let waits: [Int: ArrivalSeenQueue]
  /// The journeys of users for whom the network has no product form, or is too large.
  let doubted: [Int]
}

extension GrowthModel {
  /// Rates of journeys from outside; those of users are what they would do if nobody waited.
  static func offered(
    _ architecture: Architecture, uses: [Double], times: NodeTimes
  ) -> [Rates] {
    var rounds = [Double](repeating: 0, count: architecture.journeys.count)
    for (index, relation) in architecture.relations.enumerated() {
      guard let journey = relation.journey else { continue }
      rounds[journey] += uses[index] * times[architecture.node(relation.target)].mean
    }
    return zip(architecture.journeys, rounds).map { journey, time in
      guard let users = journey.facts.number(.users) else { return journey.rates }
      let round = time + (journey.facts.number(.think) ?? 0)
      return round > 0 && users.isFinite ? .constant(users / round) : .unknown
    }
  }

  /// Journeys whose users come again, as far as their rounds take a known time.
  var closedJourneys: [Int] {
    architecture.journeys.indices.filter {
      architecture.journeys[$0].facts[.users] != nil && journeys[$0].peak > 0
    }
  }

  /// Users of a journey at a multiple of today's.
  func users(of journey: Int, at multiple: Double) -> Int {
    let users = (architecture.journeys[journey].facts.number(.users) ?? 0) * multiple
    return max(1, Int(whole: users.rounded(), most: 1_000_000_000))
  }

  /// What users who come again do at a multiple of today's users; nil when there are none.
  func closedLoad(at multiple: Double) -> ClosedLoad? {
    let closed = closedJourneys
    guard !closed.isEmpty else { return nil }
    let solver = ClosedSolver(model: self, multiple: multiple, journeys: closed)
    return solver.solved
  }

  /// The model with other rates of journeys, such that they are what they are at a multiple.
  func with(throughput: [Double?], at multiple: Double) -> GrowthModel {
    let journeys = zip(self.journeys, throughput).map { rates, throughput in
      throughput.map { Rates.constant($0 / multiple) } ?? rates
    }
    return GrowthModel(self, journeys: journeys, acceptedFraction: acceptedFraction)
  }
}

/// Brings the closed journeys of a model into the form of a closed network.
private struct ClosedSolver {
  let model: GrowthModel
  let multiple: Double
  let journeys: [Int]
  private let rounds: [Round]
  /// Components at which somebody may have to wait.
  private let stations: [Int]

  init(model: GrowthModel, multiple: Double, journeys: [Int]) {
    self.model = model
    self.multiple = multiple
    self.journeys = journeys
    rounds = journeys.map { Round(model, of: $0, users: model.users(of: $0, at: multiple)) }
    stations = Set(rounds.flatMap(\.demands.keys)).sorted()
  }

  private func servers(_ station: Int) -> Double { model.stations[station].servers ?? .infinity }

  /// Work that follows from the rounds without anybody waiting for it, such as messages, depends on
  /// what is solved, and is repeated until it settles.
  var solved: ClosedLoad {
    var throughput = bounds
    var busy = otherWork(throughput)
    var network = solve(busy)
    for _ in 0..<20 {
      guard let solution = network else { break }
      throughput = solution.throughput
      let others = otherWork(throughput)
      if zip(others, busy).allSatisfy({ abs($0 - $1) < 1e-9 }) { break }
      busy = others
      network = solve(busy)
    }
    let isShared = zip(stations, busy).contains { $1 > 0 && servers($0) > 1 }
    let isTrusted = network != nil && !isShared
    var all = [Double?](repeating: nil, count: model.architecture.journeys.count)
    for (journey, rate) in zip(journeys, throughput) { all[journey] = rate }
    return ClosedLoad(
      throughput: all, waits: network.map { waits($0, throughput, busy) } ?? [:],
      doubted: zip(journeys, rounds).compactMap { isTrusted && $1.isSimple ? nil : $0 })
  }

  /// Rounds per second when nobody waits, or as many as the busiest station allows.
  private var bounds: [Double] {
    zip(journeys, rounds).map { journey, round in
      let busiest = round.demands.map { $1 / servers($0) }.max() ?? 0
      return min(model.journeys[journey].peak(at: multiple), 1 / busiest)
    }
  }

  private func solve(_ busy: [Double]) -> ClosedNetwork? {
    guard busy.allSatisfy({ $0 < 1 }) else { return nil }
    return ClosedNetwork(
      rounds.map { ClosedNetwork.Population(users: $0.users, delay: $0.delay) },
      zip(stations, busy).map { station, busy in
        ClosedNetwork.Station(
          servers: servers(station), demands: rounds.map { $0.work(at: station) / (1 - busy) })
      })
  }

  /// Share of each station that work of others than the waiting users takes.
  private func otherWork(_ throughput: [Double]) -> [Double] {
    var all = [Double?](repeating: nil, count: model.architecture.journeys.count)
    for (journey, rate) in zip(journeys, throughput) { all[journey] = rate }
    let loaded = model.with(throughput: all, at: multiple)
    return stations.map { station in
      let total = loaded.stations[station].work.reduce(0) { sum, work in
        sum + work.arrivals(at: multiple) * model.holdingTime(work).mean
          * model.stations[station].contentionFactor
      }
      let own = zip(throughput, rounds).reduce(0) { $0 + $1.0 * $1.1.work(at: station) }
      let share = (total - own) / servers(station)
      return share > 1e-9 ? share : 0
    }
  }

  /// The waits at all stations, each for the work that a visit of any journey is on average.
  private func waits(
    _ network: ClosedNetwork, _ throughput: [Double], _ busy: [Double]
  ) -> [Int: ArrivalSeenQueue] {
    var waits: [Int: ArrivalSeenQueue] = [:]
    for (place, station) in stations.enumerated() {
      let parts = zip(throughput, rounds)
      let work = parts.reduce(0) { $0 + $1.0 * $1.1.work(at: station) }
      let visits = parts.reduce(0) { $0 + $1.0 * ($1.1.visits[station] ?? 0) }
      waits[station] = ArrivalSeenQueue(
        found: network.stations[place].found, servers: servers(station),
        service: work / visits / (1 - busy[place]))
    }
    return waits
  }
}

/// One round of a journey: what it asks of every station.
private struct Round {
  let users: Int
  /// Seconds outside of all stations.
  private(set) var delay: Double
  /// Seconds of work at each station, and visits to it.
  private(set) var demands: [Int: Double] = [:]
  private(set) var visits: [Int: Double] = [:]
  /// Whether queues are as simple as product form needs them: nobody who waits holds a server, no
  /// room is full, nothing runs at the same time, work is exponential.
  private(set) var isSimple = true

  func work(at station: Int) -> Double { demands[station] ?? 0 }

  init(_ model: GrowthModel, of journey: Int, users: Int) {
    self.users = users
    let (architecture, tree) = (model.architecture, model.tree)
    delay = architecture.journeys[journey].facts.number(.think) ?? 0
    // Visits by those who hold no server, and by those who do.
    var free = [Double](repeating: 0, count: tree.own.count)
    var held = free
    for (node, uses) in model.entries[journey] { free[node] += uses }
    var isDone = [Bool](repeating: false, count: tree.own.count)
    for component in tree.order.reversed() {
      let isQueued = model.stations[component].servers != nil
      for node in tree.nodes(of: component) where free[node] + held[node] > 0 {
        add(model, node, free: free[node], held: held[node])
        isDone[node] = true
        for call in tree.calls[node] {
          isSimple = isSimple && !isDone[call.target] && !call.isParallel && call.patience == nil
          guard !isDone[call.target] else { continue }
          held[call.target] += call.uses * (held[node] + (isQueued ? free[node] : 0))
          free[call.target] += isQueued ? 0 : call.uses * free[node]
        }
      }
    }
  }

  private mutating func add(_ model: GrowthModel, _ node: Int, free: Double, held: Double) {
    let component = model.tree.components[node]
    let station = model.stations[component]
    let own = model.tree.own[node]
    guard station.servers != nil else {
      delay += free * (own?.mean ?? 0)
      return
    }
    // What it calls without queueing prolongs its work; what queues itself is a station of its own.
    let holdingTime = held > 0 ? own?.mean ?? 0 : model.idleHoldingTime(of: node)
    guard holdingTime > 0 else { return }
    demands[component, default: 0] += (free + held) * holdingTime * station.contentionFactor
    visits[component, default: 0] += free + held
    let isExponential = own?.variability.map { abs($0 - 1) < 0.05 } ?? true
    let isAlone = held == 0 && model.tree.calls[node].isEmpty
    let hasRoom = (station.bufferCapacity ?? .infinity) >= Double(users)
    isSimple = isSimple && isExponential && isAlone && hasRoom
  }
}
