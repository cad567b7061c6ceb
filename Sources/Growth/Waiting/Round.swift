/// One round of a journey: what it asks of every station.
struct Round {
  let users: Int
  /// Seconds outside of all stations.
  private(set) var delay: Double
  /// Seconds of work at each station, and visits to it.
  private(set) var demands: [Int: Double] = [:]
  private(set) var visits: [Int: Double] = [:]
  /// Least and most seconds that a visit holds a server of each station.
  private(set) var holdingTimes: [Int: ClosedRange<Double>] = [:]
  /// Whether queues are as simple as product form needs them: nobody who waits holds a server, no
  /// room is full, nothing runs at the same time, work is exponential.
  private(set) var isSimple = true

  func work(at station: Int) -> Double { demands[station] ?? 0 }

  init(
    _ tree: CallTree, _ stations: [ComponentStation], idle: NodeTimes,
    entries: [(node: Int, uses: Double)], users: Int, think: Double
  ) {
    self.users = users
    delay = think
    // Visits by those who hold no server, and by those who do.
    var free = [Double](repeating: 0, count: tree.own.count)
    var held = free
    for (node, uses) in entries { free[node] += uses }
    var isDone = [Bool](repeating: false, count: tree.own.count)
    for component in tree.order.reversed() {
      let isQueued = stations[component].servers != nil
      for node in tree.nodes(of: component) where free[node] + held[node] > 0 {
        let time =
          held[node] > 0 ? tree.own[node]?.mean ?? 0 : tree.holdingTime(of: node, idle).mean
        add(node, tree, stations[component], time, free: free[node], held: held[node])
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

  /// Adds the visits to a node, each of which holds a server for some seconds: what it calls
  /// without queueing prolongs its work; what queues itself is a station of its own.
  private mutating func add(
    _ node: Int, _ tree: CallTree, _ station: ComponentStation, _ holdingTime: Double, free: Double,
    held: Double
  ) {
    let component = tree.components[node]
    let own = tree.own[node]
    guard station.servers != nil else {
      delay += free * (own?.mean ?? 0)
      return
    }
    guard holdingTime > 0 else { return }
    demands[component, default: 0] += (free + held) * holdingTime
    visits[component, default: 0] += free + held
    let known = holdingTimes[component] ?? holdingTime...holdingTime
    holdingTimes[component] =
      min(known.lowerBound, holdingTime)...max(known.upperBound, holdingTime)
    let isExponential = own?.variability.map { abs($0 - 1) < 0.05 } ?? true
    let isAlone = held == 0 && tree.calls[node].isEmpty
    let hasRoom = (station.bufferCapacity ?? .infinity) >= Double(users)
    isSimple = isSimple && isExponential && isAlone && hasRoom
  }
}
