/// What an autoscaler knows of its station.
struct SimulatedFleet {
  let scaler: Autoscaler
  /// Replicas that there are or that are on their way, and servers of each.
  var count: Double
  let servers: Int
  /// Seconds between two looks.
  let interval: Double
  /// Busy servers, as they were measured look by look, up to the age of the measure.
  private var measured: RecentNumbers
  /// What was wanted of late, look by look.
  private var wishes: RecentMaximum

  /// The fleet of a station; looks more often than in the least interval would not be told apart.
  init(_ scaler: Autoscaler, servers: Int, leastInterval: Double) {
    self.scaler = scaler
    self.servers = Int(whole: scaler.concurrency, most: 1_000_000_000)
    count = Double(servers) / scaler.concurrency
    interval = max(scaler.interval, leastInterval)
    let age = ((scaler.lag ?? 0) / interval).rounded()
    measured = RecentNumbers(most: Int(whole: age, most: Self.mostLooks) + 1)
    wishes = RecentMaximum(
      over: max(1, Int(whole: Autoscaler.memory / interval, most: Self.mostLooks)))
  }

  /// Looks that no run has as many of.
  private static let mostLooks = 1_000_000_000

  /// Replicas wanted after one more measurement.
  ///
  /// More are added at once; fewer are kept only when no more were wanted for a while.
  mutating func wanted(_ busy: Double) -> Double {
    measured.append(busy)
    guard let seen = measured.first else { return count }
    let wish = scaler.wanted(seen, of: count)
    let most = wishes.adding(wish)
    return wish > count ? wish : most
  }
}

/// Replicas come and go in a simulation.
extension SimulationRun {
  /// The autoscaler of a station looks, and will again.
  mutating func look(_ index: Int) {
    guard var fleet = fleets[index] else { return }
    settle(index)
    let scaler = fleet.scaler
    let (busy, waiting) = (floors[index].work, floors[index].queued)
    (floors[index].work, floors[index].queued) = (0, 0)
    let measured = (scaler.isCapped ? busy : busy + waiting) / fleet.interval
    let wanted = fleet.wanted(measured)
    if wanted > fleet.count {
      heap.insert(
        SimulationEvent(
          time: now + (scaler.start ?? 0), kind: .ready, index: Int32(index),
          generation: UInt32(Int(whole: wanted - fleet.count, most: 4_000_000_000))))
    } else if wanted < fleet.count {
      change(index, replicas: wanted - fleet.count)
    }
    fleet.count = wanted
    fleets[index] = fleet
    heap.insert(
      SimulationEvent(
        time: now + fleet.interval, kind: .look, index: Int32(index), generation: 0))
  }

  /// Replicas that were started answer.
  mutating func admit(_ index: Int, replicas: Int) {
    change(index, replicas: Double(replicas))
    beginWaiting(index)
  }

  /// Whole replicas come, or go.
  private mutating func change(_ index: Int, replicas: Double) {
    let added = replicas.rounded(.towardZero) * Double(fleets[index]?.servers ?? 0)
    floors[index].servers = Int(
      within: SimulatedNetwork.mostPlaces, Double(floors[index].servers) + added)
  }
}
