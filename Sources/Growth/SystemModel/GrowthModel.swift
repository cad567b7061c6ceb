package import Architecture
import Findings

/// Demand, stations and limits of an architecture: what all answers about growth are taken from.
///
/// No I/O and no SQL.
package struct GrowthModel: Sendable {
  /// What it is a model of.
  package let architecture: Architecture
  /// Limits of each component, the first one reached in front.
  package private(set) var limits: [[Limit]]
  /// Per component, limits that are products' defaults and that today's load is beyond: they bound
  /// nothing, and the real ones are asked for.
  package let doubtedDefaults: [[(limit: Limit, property: ElementProperty)]]
  /// Per component, the declared limit that its measured use speaks against; nil where none does.
  package let contradicted: [Limit?]
  /// Per component, whether it serves somebody.
  let isServed: [Bool]
  let uses: [Double]
  let tree: CallTree
  let demand: Demand
  /// The components, then the pools.
  let stations: [ComponentStation]
  /// The connections that callers keep open, whose tokens their calls wait for.
  let pools: [CallPool]
  /// Messages per second each `consumes` relation can work off; not a number where unknown.
  let consumers: DerivedColumn
  /// The `consumes` relations of each channel.
  let consumersByChannel: [Int: [Int]]

  /// What is carried by those that others fall back on; empty by laws alone.
  package private(set) var fallbackLoads: [FallbackLoad] = []
  /// Components whose work ends in time only if it varies less than exponential times do.
  private(set) var assumedTimely: Set<Int> = []
  /// What retries can hold down, once somebody had to know; nil by laws alone.
  private(set) var knownRetryRisks: [RetryRisk]?

  /// Rates at which journeys come from outside.
  let journeys: [Rates]
  /// Per component, the share of what comes that it works on and that asks others in turn.
  let acceptedFraction: [Double]
  /// Time from request to answer of each node when nobody waits for a server.
  let idle: NodeTimes

  /// The model of an architecture whose silence has been completed; by laws alone where only those
  /// are compared.
  package init(_ architecture: Architecture, byLawsAlone: Bool = false) {
    self.init(architecture, byLawsAlone: byLawsAlone, after: nil)
  }

  /// The same after a change of a model, which tells what the change leaves as it was.
  init(_ architecture: Architecture, byLawsAlone: Bool = false, after before: GrowthModel?) {
    let uses = architecture.relationUses()
    let factors = ComponentStation.idle(architecture).map(\.contentionFactor)
    let pools = architecture.callPools()
    let tree = CallTree(architecture, uses: uses).stretched(by: factors).throughPools(pools)
    let idle = tree.times { component, _ in
      let isLost =
        component < architecture.components.count && architecture.components[component].isLost
      return Moments(saturation: isLost ? .beyond : .none)
    }
    self.init(
      architecture, uses, tree, pools, idle, Self.consumers(architecture, tree, idle),
      journeys: architecture.offeredRates(uses: uses, times: idle),
      acceptedFraction: architecture.components.map { _ in 1 }, isCarried: !byLawsAlone,
      after: before)
  }

  /// A model of the same architecture under other demand.
  init(_ model: GrowthModel, journeys: [Rates], acceptedFraction: [Double]) {
    self.init(
      model.architecture, model.uses, model.tree, model.pools, model.idle, model.consumers,
      journeys: journeys,
      acceptedFraction: acceptedFraction, isCarried: false)
  }

  /// The model after a change of capacities alone: who calls whom, for how long, and what journeys
  /// bring is kept, and so is all demand where consumers of messages take as many as before.
  init(_ model: GrowthModel, capacitiesOf architecture: Architecture, pools: [CallPool]) {
    let consumers = Self.consumers(architecture, model.tree, model.idle)
    let isSame = zip(consumers.values, model.consumers.values).allSatisfy {
      $0 == $1 || $0.isNaN && $1.isNaN
    }
    self.init(
      architecture, model.uses, model.tree, pools, model.idle, consumers,
      journeys: model.journeys, acceptedFraction: model.acceptedFraction,
      demand: isSame ? model.demand : nil, after: model)
  }

  /// Messages per second that consumers can work off, whatever comes.
  private static func consumers(
    _ architecture: Architecture, _ tree: CallTree, _ idle: NodeTimes
  ) -> DerivedColumn {
    LimitFinder(
      architecture: architecture,
      demand: Demand(nodes: [], relations: architecture.relations.map { _ in .unknown }),
      tree: tree, stations: ComponentStation.idle(architecture), times: idle
    ).consumerCapacities()
  }

  private init(
    _ architecture: Architecture, _ uses: [Double], _ tree: CallTree, _ pools: [CallPool],
    _ idle: NodeTimes, _ consumers: DerivedColumn, journeys: [Rates], acceptedFraction: [Double],
    demand known: Demand? = nil, isCarried: Bool = true, after before: GrowthModel? = nil
  ) {
    var architecture = architecture
    self.uses = uses
    self.tree = tree
    self.pools = pools
    self.idle = idle
    self.consumers = consumers
    self.journeys = journeys
    self.acceptedFraction = acceptedFraction
    let asked = zip(uses, architecture.relations).map { uses, relation in
      uses * (relation.source.map { acceptedFraction[$0.component] } ?? 1)
    }
    demand =
      known
      ?? Demand(architecture, journeys: journeys, uses: asked, ceilings: consumers.values)
    let stations =
      ComponentStation.all(architecture, demand)
      + ComponentStation.all(pools, tree, demand, in: architecture)
    let isToday = architecture.today.isEmpty
    if isToday {
      architecture.today = architecture.todayLoads(demand, stations)
    }
    let found = LimitFinder(
      architecture: architecture, demand: demand, tree: tree, stations: stations, times: idle,
      pools: pools
    ).all()
    let doubts = zip(found, architecture.today).map { limits, today in
      LimitDoubts(limits, architecture, today: today.isDoubted)
    }
    for index in doubts.indices where isToday {
      architecture.today[index].isDoubted = doubts[index].isDoubted
    }
    limits = doubts.map(\.kept)
    doubtedDefaults = doubts.map(\.defaults)
    contradicted = doubts.map(\.contradicted)
    self.stations = stations
    isServed = architecture.servedComponents()
    self.architecture = architecture
    consumersByChannel = Dictionary(
      grouping: architecture.relations.indices.filter {
        architecture.relations[$0].kind == .consumes
      }
    ) { architecture.relations[$0].target.component }
    // Under the demand of one multiple, what is carried shows in waits and losses.
    guard isCarried else { return }
    fallbackLoads = foundFallbackLoads()
    knownRetryRisks = foundRetryRisks(knowing: before?.knownRetryRisks ?? [])
    let carried = carriedLimits()
    assumedTimely = carried.assumedTimely
    for (component, carried) in carried.limits {
      limits[component] = (limits[component] + carried).byHeadroom
    }
  }

  /// Per journey, the nodes it asks and how often.
  var entries: [[(node: Int, uses: Double)]] {
    architecture.relationsByJourney.map { relations in
      relations.map { (architecture.node(architecture.relations[$0].target), uses[$0]) }
    }
  }

  /// The component that a station is, or that keeps the pool which it is.
  func owner(of station: Int) -> Int {
    let count = architecture.components.count
    return station < count ? station : pools[station - count].owner
  }

  /// The limit of a component's servers by the law; nil where its servers or its work are unknown.
  func serverLimit(of component: Int) -> Limit? {
    limits[component].first { [.servers, .autoscaler].contains($0.kind) }
  }

  /// How long one piece of work holds a server when nobody waits for what it calls.
  func holdingTime(_ work: ComponentStation.Work) -> Moments { tree.holdingTime(work, idle) }

  /// The same for one request to a node, in seconds.
  func idleHoldingTime(of node: Int) -> Double { tree.holdingTime(of: node, idle).mean }

  /// What would have to be said of components under load whose limit is not known; worked out anew
  /// each time, since variants of a model are seldom asked.
  package var unknownLimits: [ElementProperty] {
    RequiredLimits(self).missing()
  }

  /// Whether something may break before all that is known: a component whose limit is not known, or
  /// what a journey reaches that does not say how often it is taken.
  var isOpen: Bool { isOpen(with: unknownLimits) }

  /// The same where the unknown limits have been worked out.
  func isOpen(with unknownLimits: [ElementProperty]) -> Bool {
    !unknownLimits.isEmpty || journeys.contains { $0.peak.isNaN }
  }

  /// How many times today's peak the system carries, and what sets it; nil when no limit is known.
  ///
  /// Where some component's limit is not known, or a journey's rate, at most that.
  package var headroom: Headroom? {
    first.map {
      Headroom(
        multiple: $0.limit.headroom, element: .component($0.component), limit: $0.limit.kind,
        origin: $0.limit.basis,
        isAtMost: $0.limit.isAtMost || isOpen && $0.limit.headroom > 0,
        assumes: headroomAssumptions)
    }
  }
}
