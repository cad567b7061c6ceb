/// The connections that one component keeps open to a store.
struct Pool: Sendable {
  /// Connections of one replica.
  let each: Double
  /// Replicas, least and most.
  let replicas: (least: Double, most: Double)
  /// Replicas in use at today's demand and how they grow with it; nil when that is unknown.
  let busy: Rates?

  func connections(at multiple: Double) -> Double {
    let needed = busy?.peak(at: multiple).rounded(.up) ?? replicas.most
    return each * min(replicas.most, max(replicas.least, needed))
  }

  /// The multiple of today's demand from which pools hold more than a store accepts, 0 when they
  /// always do; nil when they never do, or when it is unknown.
  static func multiple(_ pools: [Pool], exceeding capacity: Double) -> Double? {
    func total(_ multiple: Double) -> Double {
      pools.reduce(0) { $0 + $1.connections(at: multiple) }
    }
    let least = pools.reduce(0) { $0 + $1.each * $1.replicas.least }
    if least > capacity { return 0 }
    guard total(1e12) > capacity, pools.allSatisfy({ $0.isKnown }) else { return nil }
    var (low, high) = (0.0, 1.0)
    while total(high) <= capacity { (low, high) = (high, high * 2) }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if total(middle) > capacity { high = middle } else { low = middle }
    }
    return low
  }

  private var isKnown: Bool {
    replicas.least == replicas.most || busy.map { !$0.peak.isNaN } ?? false
  }
}
