import Architecture
import Findings

extension GrowthModel {
  /// What has to be known about demand, then about capacities, then, where that is wanted, about
  /// response times.
  package func missingInputs(withLatency: Bool = true) -> [MissingInput] {
    var seen: Set<ElementProperty> = []
    let ofTimes = withLatency ? latencyInputs() + scalingInputs() : []
    return (demandInputs() + capacityInputs() + poolInputs() + resourceInputs() + ofTimes).filter {
      seen.insert(ElementProperty(element: $0.element, property: $0.property)).inserted
    }
  }

  private func demandInputs() -> [MissingInput] {
    unknownRates.map {
      MissingInput(element: $0.element, property: $0.property, purpose: .demand)
    }
  }

  /// The rates of journeys of which it is not known how often they are taken.
  var unknownRates: [ElementProperty] {
    journeys.indices.filter { journeys[$0].peak.isNaN }.map {
      ElementProperty(element: .journey($0), property: .rate)
    }
  }

  /// What has to be known first about the limits of some components; nil where all are known.
  func firstUnknown(of components: Set<Int>) -> ElementProperty? {
    unknownLimits.first {
      !components.isDisjoint(with: architecture.components(of: $0.element))
    }
  }

  private func capacityInputs() -> [MissingInput] {
    unknownLimits.map {
      MissingInput(element: $0.element, property: $0.property, purpose: .capacity)
    }
  }

  /// What says how full a declared bandwidth or memory is.
  private func resourceInputs() -> [MissingInput] {
    var inputs: [MissingInput] = []
    func add(_ element: ElementID, _ property: Property) {
      inputs.append(MissingInput(element: element, property: property, purpose: .capacity))
    }
    for (index, relation) in architecture.relations.enumerated() where demand.isReached[index] {
      let target = architecture.components[relation.target.component].facts
      let source = relation.source.map { architecture.components[$0.component].facts }
      let isCarried = relation.kind.isSynchronous || relation.kind == .publishes
      if isCarried, relation.facts[.payload] == nil,
        target[.bandwidth] != nil || source?[.bandwidth] != nil
      {
        add(.relation(index), .payload)
      }
      guard let journey = relation.journey, target[.memorySize] != nil else { continue }
      let hasUsers = architecture.journeys[journey].facts[.users] != nil
      if target[.memoryPerConnection] != nil, target[.connectionAge] == nil, !hasUsers {
        add(.component(relation.target.component), .connectionAge)
      }
    }
    return inputs
  }

  private func poolInputs() -> [MissingInput] {
    silentPools().map {
      MissingInput(element: .component($0), property: .pool, purpose: .capacity)
    }
  }

  /// Those who use a database whose connections could run out, with fifty a replica, and do not say
  /// how large their pools are.
  func silentPools() -> [Int] {
    var callers: [Int: Set<Int>] = [:]
    var silent: [Int: Set<Int>] = [:]
    for (index, relation) in architecture.relations.enumerated()
    where relation.isSynchronous && demand.isReached[index] {
      let store = relation.target.component
      guard architecture.components[store].kind == .database,
        let source = relation.source?.component
      else { continue }
      callers[store, default: []].insert(source)
      let pool = relation.facts[.pool] ?? architecture.components[source].facts[.pool]
      if pool == nil { silent[store, default: []].insert(source) }
    }
    let asked = silent.filter { store, _ in
      let replicas = (callers[store] ?? []).reduce(0) { $0 + (stations[$1].replicas?.most ?? 1) }
      let most = architecture.components[store].facts.number(.maxConnections) ?? .infinity
      return replicas * 50 > most
    }
    return Set(asked.values.joined()).sorted()
  }

  /// How fast replicas follow where demand climbs from a mean to a higher peak.
  private func scalingInputs() -> [MissingInput] {
    architecture.components.indices.flatMap { index -> [MissingInput] in
      let rates = demand.nodes[index]
      guard let scaler = stations[index].scaler, !stations[index].isConsumer,
        rates.peak > rates.mean, scaler.start == nil
      else { return [] }
      return [
        MissingInput(
          element: .component(index), property: .scalingStart, purpose: .latency)
      ]
    }
  }

  /// What is called synchronously on the way of a journey and does not say how long it takes.
  private func latencyInputs() -> [MissingInput] {
    var missingInputs: [MissingInput] = []
    func add(_ element: ElementID, _ property: Property) {
      missingInputs.append(MissingInput(element: element, property: property, purpose: .latency))
    }
    let count = architecture.components.count
    for node in synchronousNodes() where tree.components[node] < count {
      let component = tree.components[node]
      let kind = architecture.components[component].kind
      guard kind.role == .work || kind.role == .store || kind == .external else { continue }
      let element = architecture.element(ofNode: node)
      if tree.own[node] == nil {
        add(element, .takes)
      } else if kind != .external, !stations[component].isUnbounded {
        for property in [Property.replicas, .concurrency]
        where architecture.components[component].facts[property] == nil {
          add(.component(component), property)
        }
      }
    }
    return missingInputs
  }

  /// The nodes that journeys wait for, in the order of the description.
  private func synchronousNodes() -> [Int] {
    var isSeen = [Bool](repeating: false, count: tree.own.count)
    var open: [Int] = []
    for relation in architecture.relations where relation.journey != nil {
      open.append(architecture.node(relation.target))
    }
    while let node = open.popLast() {
      guard !isSeen[node] else { continue }
      isSeen[node] = true
      open += tree.calls[node].map(\.target)
    }
    return isSeen.indices.filter { isSeen[$0] }
  }
}
