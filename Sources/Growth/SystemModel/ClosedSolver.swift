import Architecture

/// Brings the closed journeys of a model into the form of a closed network.
struct ClosedSolver {
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
    let entries = model.entries
    rounds = journeys.map { journey in
      Round(
        model.tree, model.stations, idle: model.idle, entries: entries[journey],
        users: model.users(of: journey, at: multiple),
        think: model.architecture.journeys[journey].facts.number(.think) ?? 0)
    }
    stations = Set(rounds.flatMap(\.demands.keys)).sorted()
  }

  private func parts(_ station: Int) -> Parts { model.stations[station].parts }

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
    let uneven = unevenStations
    return ClosedLoad(
      throughput: all, waits: network.map { waits($0, throughput, busy) } ?? [:],
      doubted: zip(journeys, rounds).compactMap { journey, round in
        let isEven = uneven.isDisjoint(with: round.demands.keys)
        return isTrusted && round.isSimple && isEven ? nil : journey
      })
  }

  /// Stations at which some visits hold a server longer than others.
  ///
  /// First come, first served has a product form only where all take equally long (F. Baskett et
  /// al., JACM 22, 1975).
  private var unevenStations: Set<Int> {
    Set(
      stations.filter { station in
        let visitors = rounds.filter { $0.holdingTimes[station] != nil }
        guard visitors.reduce(0, { $0 + Double($1.users) }) > servers(station) else { return false }
        let ranges = visitors.compactMap { $0.holdingTimes[station] }
        let (least, most) = (ranges.map(\.lowerBound).min(), ranges.map(\.upperBound).max())
        return (most ?? 0) > 1.05 * (least ?? 0)
      })
  }

  /// Rounds per second when nobody waits, or as many as the busiest station allows.
  private var bounds: [Double] {
    zip(journeys, rounds).map { journey, round in
      let busiest = round.demands.map { $1 * parts($0).share / servers($0) }.max() ?? 0
      return min(model.journeys[journey].peak(at: multiple), 1 / busiest)
    }
  }

  private func solve(_ busy: [Double]) -> ClosedNetwork? {
    guard busy.allSatisfy({ $0 < 1 }),
      stations.reduce(0, { $0 + parts($1).count - 1 }) <= Double(Budget.parts)
    else { return nil }
    return ClosedNetwork(
      rounds.map { ClosedNetwork.Population(users: $0.users, delay: $0.delay) },
      zip(stations, busy).flatMap { station, busy in
        parts(station).shares.map { share in
          let others = busy * share / parts(station).share
          return ClosedNetwork.Station(
            servers: servers(station),
            demands: rounds.map { $0.work(at: station) * share / (1 - others) })
        }
      })
  }

  /// Share of each station's busiest part that work of others than the waiting users takes.
  private func otherWork(_ throughput: [Double]) -> [Double] {
    var all = [Double?](repeating: nil, count: model.architecture.journeys.count)
    for (journey, rate) in zip(journeys, throughput) { all[journey] = rate }
    let loaded = model.with(throughput: all, at: multiple)
    return stations.map { station in
      let total = loaded.stations[station].work.reduce(0) { sum, work in
        sum + work.arrivals(at: multiple) * model.holdingTime(work).mean
      }
      let own = zip(throughput, rounds).reduce(0) { $0 + $1.0 * $1.1.work(at: station) }
      let share = (total - own) * parts(station).share / servers(station)
      return share > 1e-9 ? share : 0
    }
  }

  /// The waits at all stations, each for the work that a visit of any journey is on average.
  private func waits(
    _ network: ClosedNetwork, _ throughput: [Double], _ busy: [Double]
  ) -> [Int: ArrivalSeenQueue] {
    var waits: [Int: ArrivalSeenQueue] = [:]
    var first = 0
    for (place, station) in stations.enumerated() {
      defer { first += parts(station).shares.count }
      let visitors = zip(throughput, rounds)
      let work = visitors.reduce(0) { $0 + $1.0 * $1.1.work(at: station) }
      let visits = visitors.reduce(0) { $0 + $1.0 * ($1.1.visits[station] ?? 0) }
      waits[station] = ArrivalSeenQueue(
        found: network.stations[first].found, servers: servers(station),
        service: work / visits / (1 - busy[place]))
    }
    return waits
  }
}
