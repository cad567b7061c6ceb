import Architecture

/// The nodes, calls and streams of a simulated network, as they are made from a model.
struct NetworkParts {
  let model: GrowthModel
  let multiple: Double
  private(set) var nodes: [SimulatedNetwork.Node] = []
  private(set) var calls: [SimulatedNetwork.Call] = []
  private(set) var streams: [SimulatedNetwork.Stream] = []
  /// Per journey, what its clients call.
  private var entries: [[CallTree.Call]]
  /// Per relation, what is asked instead when it fails.
  private let fallbacks: [Endpoint?]
  /// The calls that have something to fall back on, with their relations.
  private var fallingBack: [(call: Int, relation: Int)] = []

  /// The nodes of a model with their calls, to which nothing comes yet.
  init(_ model: GrowthModel, at multiple: Double) {
    self.model = model
    self.multiple = multiple
    entries = Array(repeating: [], count: model.architecture.journeys.count)
    fallbacks = model.architecture.fallbacks()
    let tree = model.tree
    for (node, component) in tree.components.enumerated() {
      let (parallel, sequential) = (
        add(tree.calls[node].filter(\.isParallel)),
        add(
          tree.calls[node].filter { !$0.isParallel },
          isOfPool: component >= model.architecture.components.count)
      )
      nodes.append(
        SimulatedNetwork.Node(
          station: Int32(component), own: Sampler(tree.own[node]),
          parallel: parallel, sequential: sequential))
    }
  }

  /// Timeouts and attempts are those of callers; a pool waits as long as its calls take.
  private mutating func add(_ made: [CallTree.Call], isOfPool: Bool = false) -> Range<Int> {
    let start = calls.count
    for call in made {
      let made = SimulatedNetwork.Call(
        call, model.architecture.relations[call.relation],
        patience: model.architecture.patience(of: call.relation)?.seconds)
      if !isOfPool, fallbacks[call.relation] != nil {
        fallingBack.append((calls.count, call.relation))
      }
      calls.append(isOfPool ? made.madeOnce : made)
    }
    return start..<calls.count
  }

  /// A call of what is asked instead, tried once, for each that has something to fall back on.
  mutating func addFallbacks() {
    let architecture = model.architecture
    for (call, relation) in fallingBack {
      guard let end = fallbacks[relation] else { continue }
      calls[call].fallback = Int32(calls.count)
      calls.append(
        SimulatedNetwork.Call(
          target: Int32(architecture.node(end)),
          kind: architecture.fallbackKind(architecture.relations[relation], end), uses: 1,
          chance: 0, timeout: calls[call].timeout, attempts: 1,
          isCancelled: calls[call].isCancelled, isNeeded: true, hasBreaker: false))
    }
  }

  /// What schedules and webhooks bring; what journeys call is kept for them.
  mutating func addArrivals() {
    let architecture = model.architecture
    for (index, relation) in architecture.relations.enumerated() {
      let target = architecture.node(relation.target)
      if let journey = relation.journey {
        entries[journey].append(
          CallTree.Call(
            target: target, relation: index, uses: model.uses[index], isParallel: false,
            patience: nil))
      } else if relation.kind == .schedules || relation.isWebhook {
        streams.append(
          SimulatedNetwork.Stream(
            node: Int32(target), rate: model.demand.relations[index].peak(at: multiple),
            handling: nil, isRegular: relation.kind == .schedules))
      }
    }
  }

  /// A node for each journey, at a station of its own that nothing bounds.
  mutating func addJourneys(_ closed: ClosedLoad?) {
    let architecture = model.architecture
    for (journey, made) in entries.enumerated() {
      let isClosed = closed?.throughput[journey] != nil
      streams.append(
        SimulatedNetwork.Stream(
          node: Int32(nodes.count), rate: model.journeys[journey].peak(at: multiple),
          handling: nil, isRegular: false,
          users: isClosed ? model.users(of: journey, at: multiple) : 0,
          think: architecture.journeys[journey].facts.number(.think) ?? 0))
      let sequential = add(made)
      nodes.append(
        SimulatedNetwork.Node(
          station: Int32(model.stations.count + journey),
          own: Sampler(nil), parallel: 0..<0, sequential: sequential))
    }
  }

  /// Messages at the rate that queues pass on.
  mutating func addMessages() {
    for station in model.stations {
      for work in station.work {
        guard let relation = work.relation else { continue }
        streams.append(
          SimulatedNetwork.Stream(
            node: Int32(work.node), rate: work.load.peak(at: multiple),
            handling: Sampler(model.tree.handling[relation]), isRegular: false))
      }
    }
  }

  /// Numbers of stations, each no less than those of the stations that its nodes call; later
  /// stations have none of their own.
  func spread(_ own: [Double], to count: Int) -> [Double] {
    var numbers = own + [Double](repeating: 0, count: count - own.count)
    var isSettled = false
    while !isSettled {
      isSettled = true
      for node in nodes.reversed() {
        let most =
          [node.parallel, node.sequential].joined()
          .map { numbers[Int(nodes[Int(calls[$0].target)].station)] }.max() ?? 0
        if most > numbers[Int(node.station)] {
          numbers[Int(node.station)] = most
          isSettled = false
        }
      }
    }
    return numbers
  }

  /// The longest mean response of a journey or message when nobody waits, in seconds.
  var longest: Double {
    let tree = model.tree
    let idle = tree.times { _, _ in Moments() }
    let journeys = entries.map { $0.reduce(0) { $0 + $1.uses * idle[$1.target].mean } }
    let work = model.stations.flatMap { station in
      station.work.map { work in
        work.relation.map { tree.holdingTime(ofMessage: $0, at: work.node, idle).mean }
          ?? idle[work.node].mean
      }
    }
    return (journeys + work).max() ?? 0
  }
}

extension SimulatedNetwork.Call {
  /// The same with one attempt that waits indefinitely.
  fileprivate var madeOnce: Self {
    Self(
      target: target, kind: kind, uses: uses, chance: chance, timeout: .infinity, attempts: 1,
      isCancelled: isCancelled, isNeeded: true, hasBreaker: false)
  }

  init(_ call: CallTree.Call, _ relation: Relation, patience: Double?) {
    let whole = call.uses.rounded(.down)
    target = Int32(call.target)
    kind = relation.kind
    uses = Int32(Int(whole: whole, most: 1_000_000))
    chance = whole < 1e6 ? call.uses - whole : 0
    timeout = patience ?? .infinity
    attempts = Int32(min(relation.attempts, 1000))
    isCancelled = relation.facts.isTrue(.cancels)
    isNeeded = relation.facts[.fallback] == nil
    hasBreaker = relation.facts.isTrue(.breaker)
    budget = relation.retryBudget
  }
}
