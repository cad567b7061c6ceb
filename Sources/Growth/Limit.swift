package import Architecture
package import Findings

/// What keeps an element from carrying more.
package enum LimitKind: String, CaseIterable, Sendable {
  /// It is looked at as if it were gone.
  case lost
  /// Replicas x concurrency, of a fixed number of replicas.
  case servers
  /// The same at the most replicas that the autoscaler may start.
  case autoscaler = "autoscaler maximum"
  /// Servers of a component that only works off messages.
  case consumers
  /// Readers that the partitions of a stream allow.
  case partitions
  /// Requests per second that it lets through: a vendor's quota.
  case rateLimit = "rate limit"
  /// Connections it accepts, against the pools of all that use it.
  case connections
  /// Writes per second of the one node that takes them all.
  case singleWriter = "single writer"
  /// Writes per second of its busiest node.
  case writes = "write capacity"
  /// Reads per second.
  case reads = "read capacity"
  /// Reads and replayed writes of a copy, which take of the same node.
  case replay = "reads and replay"
  /// What the busiest shard or partition takes.
  case hottestShard = "hottest shard"
}

/// A property of an element, which a limit rests on or waits for.
package struct ElementProperty: Hashable, Sendable {
  /// The element.
  package let element: ElementID
  /// The property.
  package let property: Property
}

/// One limit of a component, with the load that runs into it.
package struct Limit: Sendable {
  /// Which of its limits it is.
  package let kind: LimitKind
  /// What runs into it.
  let load: Load
  /// The requests or messages per second that bring the load.
  let requests: Rates
  /// Most of the load that it bears, in the load's unit.
  package let capacity: Double
  /// By how much demand can multiply from today's peak until it is reached.
  package let headroom: Double
  /// The weakest origin among its inputs.
  package let basis: Origin
  /// What it was computed from.
  package let inputs: [ElementProperty]
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool
  /// The only relations it stops, reads or writes; nil when it stops all.
  let stops: RelationKind?

  /// What runs into a limit.
  enum Load: Sendable {
    /// Requests, writes or busy servers, as they grow with demand.
    case rates(Rates)
    /// Connections: pools, as replicas are added.
    case pools([Pool])

    func at(_ multiple: Double) -> Double {
      switch self {
      case .rates(let rates): rates.peak(at: multiple)
      case .pools(let pools): pools.reduce(0) { $0 + $1.connections(at: multiple) }
      }
    }
  }

  /// A limit on rates; nil when nothing is known to run into it.
  init?(
    _ kind: LimitKind, _ rates: Rates, of requests: Rates? = nil, capacity: Double, basis: Origin,
    inputs: [ElementProperty], isAtMost: Bool = false, stops: RelationKind? = nil
  ) {
    let headroom = rates.multiple(reaching: capacity)
    guard headroom.isFinite, capacity.isFinite else { return nil }
    self.kind = kind
    load = .rates(rates)
    self.requests = requests ?? rates
    self.capacity = capacity
    self.headroom = headroom
    self.basis = max(basis, rates.basis)
    self.inputs = inputs
    self.isAtMost = isAtMost || self.basis == .unknown
    self.stops = stops
  }

  /// A limit on connections; nil when the pools never reach it.
  init?(
    _ pools: [Pool], of requests: Rates, capacity: Double, basis: Origin, inputs: [ElementProperty],
    isAtMost: Bool
  ) {
    guard let headroom = Pool.multiple(pools, exceeding: capacity) else { return nil }
    kind = .connections
    load = .pools(pools)
    self.requests = requests
    self.capacity = capacity
    self.headroom = headroom
    self.basis = basis
    self.inputs = inputs
    self.isAtMost = isAtMost || basis == .unknown
    stops = nil
  }

  /// What runs into it at today's peak, in the load's unit: requests or writes per second, busy
  /// servers, or connections.
  package var today: Double { load.at(1) }

  /// Share of it that is in use at a multiple of today's demand.
  package func utilisation(at multiple: Double) -> Double { load.at(multiple) / capacity }

  /// Requests per second that the element carries of today's mix before it is reached; nil when
  /// there is no demand.
  package var carried: Double? {
    let (rate, today) = (requests.peak, load.at(1))
    return rate > 0 && today > 0 ? rate * capacity / today : nil
  }
}

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
  /// always do; nil when they never do, or when it cannot be told.
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
