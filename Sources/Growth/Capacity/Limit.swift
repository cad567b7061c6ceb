package import Architecture
package import Findings

/// One limit of a component, with the load that runs into it.
package struct Limit: Sendable {
  /// Which of its limits it is.
  package let kind: LimitKind
  /// What runs into it.
  let load: Load
  /// The requests or messages per second that bring the load.
  let requests: Rates
  /// Most of the load that it handles, in the load's unit.
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
  package let stops: RelationKind?

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
    _ kind: LimitKind, _ pools: [Pool], of requests: Rates, capacity: Double, basis: Origin,
    inputs: [ElementProperty], isAtMost: Bool
  ) {
    guard let headroom = Pool.multiple(pools, exceeding: capacity) else { return nil }
    self.kind = kind
    load = .pools(pools)
    self.requests = requests
    self.capacity = capacity
    self.headroom = headroom
    self.basis = basis
    self.inputs = inputs
    self.isAtMost = isAtMost || basis == .unknown
    stops = nil
  }

  /// What runs into it at today's peak, in the load's unit: requests, writes or bytes per second,
  /// busy servers or threads, connections, or bytes.
  package var today: Double { load.at(1) }

  /// Whether nothing is left of what it is a limit of.
  var isLoss: Bool { kind == .lost }

  /// Share of it that is in use at a multiple of today's demand.
  package func utilisation(at multiple: Double) -> Double { load.at(multiple) / capacity }

  /// Share of it that today's mean takes; nil where that is unknown, and of connections.
  package var meanUse: Double? {
    guard case .rates(let rates) = load, !rates.isUnknown else { return nil }
    return rates.mean / capacity
  }

  /// By how much demand can multiply until a share of it is reached; as often as the whole where
  /// connections run into it, which do not grow with demand.
  func headroom(share: Double) -> Double {
    guard share != 1, case .rates(let rates) = load else { return headroom }
    return share > 0 ? rates.multiple(reaching: capacity * share) : 0
  }

  /// Requests per second that the element carries of today's mix before it is reached; nil when
  /// there is no demand.
  package var carried: Double? {
    let (rate, today) = (requests.peak, load.at(1))
    return rate > 0 && today > 0 ? rate * capacity / today : nil
  }
}

extension [Limit] {
  /// The same, the first one reached in front, and of those reached together the first of now.
  var byHeadroom: [Limit] {
    enumerated().sorted {
      ($0.element.headroom, $0.offset) < ($1.element.headroom, $1.offset)
    }.map(\.element)
  }
}
