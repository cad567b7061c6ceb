/// What happens to an autoscaled component when its load climbs, before replicas have followed.
///
/// A fluid of requests: what arrives less what is worked off, in small steps of time, without
/// randomness. New replicas are asked for when the autoscaler looks, and answer after their start.
package struct ScalingResponse: Sendable {
  /// Replicas before the climb.
  package let before: Double
  /// Replicas that the peak wants, as far as there may be so many.
  package let after: Double
  /// Seconds from the beginning of the climb until no more arrives than is worked off; nil when it
  /// goes on through the peak.
  package private(set) var enoughAfter: Double?
  /// Most requests that wait.
  package private(set) var backlog = 0.0
  /// The longest wait in seconds.
  package private(set) var longestWait = 0.0
  /// Requests turned away by a full room.
  package private(set) var lost = 0.0
  /// Seconds from the beginning of the climb until nobody waits any more; nil when somebody does
  /// through the peak.
  package private(set) var drainedAfter: Double?
  /// Whether it takes longer than said, where the age of the measure is undeclared, or how long a
  /// replica takes to start.
  package let isAtLeast: Bool

  /// A load that climbs, in busy servers.
  package struct Climb: Sendable {
    /// Before.
    let from: Double
    /// At the peak.
    let to: Double
    /// Seconds from one to the other.
    let rise: Double
    /// Seconds from its beginning to the end of the peak.
    let lasts: Double
    /// Seconds that one request holds a server.
    let service: Double
    /// Requests that may wait.
    let bufferCapacity: Double

    /// A climb from its numbers.
    package init(
      from: Double, to: Double, rise: Double, lasts: Double, service: Double,
      bufferCapacity: Double = .infinity
    ) {
      (self.from, self.to, self.rise, self.lasts) = (from, to, rise, lasts)
      (self.service, self.bufferCapacity) = (service, bufferCapacity)
    }

    func load(_ time: Double) -> Double {
      time >= rise ? to : from + (to - from) * time / rise
    }
  }

  /// Steps of time between two looks of the autoscaler.
  private static let steps = 30
  /// Looks after which a longer peak is taken to go on as it is.
  private static let mostLooks = 1000

  /// The response of an autoscaler to a climb.
  package init(_ scaler: Autoscaler, _ climb: Climb) {
    before = scaler.replicas(for: climb.from)
    after = scaler.replicas(for: climb.to)
    isAtLeast = scaler.lag == nil || scaler.start == nil
    let step = scaler.interval / Double(Self.steps)
    let looks = Int(whole: (climb.lasts / scaler.interval).rounded(.up), most: Self.mostLooks)
    var (fleet, waiting, enough, drained) = (Fleet(scaler, before), 0.0, 0.0, 0.0)
    for tick in 0..<looks * Self.steps {
      let (time, next) = (Double(tick) * step, Double(tick + 1) * step)
      let (servers, load) = (fleet.servers(at: time), climb.load(time))
      waiting = max(0, waiting + (load - servers) * step / climb.service)
      lost += max(0, waiting - climb.bufferCapacity)
      waiting = min(waiting, climb.bufferCapacity)
      backlog = max(backlog, waiting)
      longestWait = max(longestWait, waiting * climb.service / servers)
      if load > servers * (1 + 1e-9) { enough = next }
      if waiting > 0 { drained = next }
      fleet.measure(load: load, waiting: waiting * climb.service, servers: servers)
      if (tick + 1) % Self.steps == 0 { fleet.look(at: next, step: step) }
      if time >= climb.rise, waiting == 0, fleet.servers(at: time) >= climb.to { break }
    }
    let end = Double(looks) * scaler.interval
    enoughAfter = enough < end ? enough : nil
    drainedAfter = drained < end ? drained : nil
  }
}

/// The replicas there are, and those on their way.
private struct Fleet {
  let scaler: Autoscaler
  private var count: Double
  private var ready: Double
  private var coming: [(time: Double, count: Double)] = []
  /// Busy servers by steps of time.
  private var measured: [Double] = []

  init(_ scaler: Autoscaler, _ count: Double) {
    self.scaler = scaler
    (self.count, ready) = (count, count)
  }

  mutating func servers(at time: Double) -> Double {
    while let first = coming.first, first.time <= time {
      ready += first.count
      coming.removeFirst()
    }
    return ready * scaler.concurrency
  }

  /// Takes down how busy the servers are, or how busy they ought to be.
  mutating func measure(load: Double, waiting: Double, servers: Double) {
    let busy = waiting > 0 ? servers : min(load, servers)
    measured.append(scaler.isCapped ? busy : load + waiting / scaler.interval)
  }

  mutating func look(at time: Double, step: Double) {
    let age = ((scaler.lag ?? 0) / step).rounded()
    guard age >= 0, age < Double(measured.count) else { return }
    let wanted = scaler.wanted(measured[measured.count - 1 - Int(age)], of: count)
    guard wanted > count else { return }
    coming.append((time + (scaler.start ?? 0), wanted - count))
    count = wanted
  }
}
