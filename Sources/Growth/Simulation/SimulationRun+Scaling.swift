/// What an autoscaler knows of its station.
struct SimulatedFleet {
  let scaler: Autoscaler
  /// Replicas that there are or that are on their way, and servers of each.
  var count: Double
  let servers: Int
  /// Busy servers, as they were measured look by look.
  private var measured: [Double] = []
  /// What was wanted of late, look by look.
  private var wishes: [Double] = []

  init(_ scaler: Autoscaler, servers: Int) {
    self.scaler = scaler
    self.servers = Int(min(scaler.concurrency, 1e9))
    count = Double(servers) / scaler.concurrency
  }

  /// Replicas wanted after one more measurement.
  ///
  /// More are added at once; fewer are kept only when no more were wanted for a while.
  mutating func wanted(_ busy: Double) -> Double {
    let age = Int(((scaler.lag ?? 0) / scaler.interval).rounded())
    measured.append(busy)
    if measured.count > age + 1 { measured.removeFirst() }
    guard measured.count > age, let seen = measured.first else { return count }
    let wish = scaler.wanted(seen, of: count)
    wishes.append(wish)
    if wishes.count > max(1, Int(Autoscaler.memory / scaler.interval)) { wishes.removeFirst() }
    return wish > count ? wish : wishes.max() ?? count
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
    let measured = (scaler.isCapped ? busy : busy + waiting) / scaler.interval
    let wanted = fleet.wanted(measured)
    if wanted > fleet.count {
      heap.insert(
        SimulationEvent(
          time: now + (scaler.start ?? 0), kind: .ready, index: Int32(index),
          generation: UInt32(min(wanted - fleet.count, 4e9))))
    } else if wanted < fleet.count {
      floors[index].servers -= Int(min(fleet.count - wanted, 4e9)) * fleet.servers
    }
    fleet.count = wanted
    fleets[index] = fleet
    heap.insert(
      SimulationEvent(
        time: now + scaler.interval, kind: .look, index: Int32(index), generation: 0))
  }

  /// Replicas that were started answer.
  mutating func admit(_ index: Int, replicas: Int) {
    floors[index].servers += replicas * (fleets[index]?.servers ?? 0)
    beginWaiting(index)
  }
}
