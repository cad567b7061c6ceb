package import Architecture
package import Findings

extension Architecture {
  /// Demand, capacity, utilisation and headroom of components and relations.
  ///
  /// Utilisation law U = lam x S / c and its ceiling lam_max = c / S (Denning and Buzen 1978);
  /// headroom is the ceiling divided by today's peak.
  package func growthFacts() -> DerivedFacts {
    let demand = Demand(self)
    var facts = DerivedFacts()
    addRates(demand, to: &facts)
    let capacity = componentCapacities(facts)
    addLoads(.component, capacity, facts[.component, .peak], to: &facts)
    addStoreLoads(demand, to: &facts)
    addLoads(.relation, demand.consumerCapacities, facts[.relation, .peak], to: &facts)
    return facts
  }

  /// A store with known write or read capacity is loaded by the writes and reads into it.
  private func addStoreLoads(_ demand: Demand, to facts: inout DerivedFacts) {
    var totals: [RelationKind: [Double]] = [:]
    for kind in [RelationKind.writes, .reads] {
      totals[kind] = Array(repeating: 0, count: components.count)
    }
    for (index, relation) in relations.enumerated() where totals[relation.kind] != nil {
      totals[relation.kind]?[relation.target.component] += demand.relations[index].peak
    }
    for (kind, property) in [
      (RelationKind.writes, Property.writeCapacity), (.reads, .readCapacity),
    ] {
      for (index, component) in components.enumerated() {
        guard let fact = component.facts[property], let capacity = fact.value.number,
          let load = totals[kind]?[index], load > 0, capacity > 0
        else { continue }
        let known = facts[.component, .headroom]?.values[index] ?? .nan
        guard known.isNaN || capacity / load < known else { continue }
        facts[.component, .headroom]?.set(index, capacity / load, basis: fact.basis)
        facts[.component, .utilisation]?.set(index, load / capacity, basis: fact.basis)
      }
    }
  }

  private func addRates(_ demand: Demand, to facts: inout DerivedFacts) {
    let count = components.count
    func add(_ kind: ElementKinds, _ rates: [Demand.Rates]) {
      for (property, path) in [
        (Property.rate, \Demand.Rates.mean), (.peak, \.peak), (.worst, \.worst),
      ] {
        var column = DerivedColumn(count: rates.count)
        for (index, rate) in rates.enumerated() {
          column.set(index, rate[keyPath: path], basis: rate.basis)
        }
        facts[kind, property] = column
      }
    }
    let known = demand.nodes.indices.map { demand.isReached[$0] ? demand.nodes[$0] : .unknown }
    add(.component, Array(known.prefix(count)))
    add(.operation, Array(known.dropFirst(count)))
    add(.relation, demand.relations)
  }

  /// Requests per second each component can carry: replicas x concurrency / time of work, or its
  /// limit, whichever is less.
  private func componentCapacities(_ facts: DerivedFacts) -> DerivedColumn {
    var column = DerivedColumn(count: components.count)
    for (index, component) in components.enumerated() {
      let time = component.facts[.takes] ?? meanTime(of: component, facts)
      let ceilings = [component.facts[.limit], serverCapacity(component.facts, time)]
      let known = ceilings.compactMap { fact in
        fact?.value.number.map { ($0, fact?.basis ?? .derived) }
      }
      guard let least = known.min(by: { $0.0 < $1.0 }) else { continue }
      column.set(index, least.0, basis: least.1)
    }
    return column
  }

  /// Mean time of work over a component's operations, weighted by how often each is used at peak;
  /// nil unless the time of every operation in use is known.
  private func meanTime(of component: Component, _ facts: DerivedFacts) -> Fact? {
    guard let peaks = facts[.operation, .peak] else { return nil }
    var (work, rate, basis) = (0.0, 0.0, Origin.declared)
    for index in component.operations where !peaks.values[index].isNaN {
      guard let time = operations[index].facts[.takes], let seconds = time.value.number else {
        return nil
      }
      work += peaks.values[index] * seconds
      rate += peaks.values[index]
      basis = max(basis, time.basis, peaks.basis[index])
    }
    return rate > 0 ? Fact(.number(work / rate), .derived, basis: basis) : nil
  }

  private func addLoads(
    _ kind: ElementKinds, _ capacity: DerivedColumn, _ peak: DerivedColumn?,
    to facts: inout DerivedFacts
  ) {
    var utilisation = DerivedColumn(count: capacity.values.count)
    var headroom = utilisation
    if let peak {
      for index in capacity.values.indices where peak.values[index] > 0 {
        let basis = max(capacity.basis[index], peak.basis[index])
        utilisation.set(index, peak.values[index] / capacity.values[index], basis: basis)
        headroom.set(index, capacity.values[index] / peak.values[index], basis: basis)
      }
    }
    facts[kind, .capacity] = capacity
    facts[kind, .utilisation] = utilisation
    facts[kind, .headroom] = headroom
  }
}

/// How many times today's peak the system carries, and what sets it.
package struct Headroom: Hashable, Sendable {
  /// Times today's peak.
  package let multiple: Double
  /// The element that saturates first.
  package let element: ElementID
  /// What binds it: `limit` or `servers`.
  package let limit: String
  /// The weakest origin among its inputs.
  package let origin: Origin
}

extension Architecture {
  /// The element with the least headroom; nil when no element's headroom is known.
  package func headroom(_ facts: DerivedFacts) -> Headroom? {
    var least: Headroom?
    considerComponents(facts, &least)
    considerConsumers(facts, &least)
    return least
  }

  /// Components have to carry the peak, those that work off messages aside.
  private func considerComponents(_ facts: DerivedFacts, _ least: inout Headroom?) {
    guard let headroom = facts[.component, .headroom],
      let consumed = facts[.relation, .capacity]
    else { return }
    var consumers: Set<Int> = []
    for (index, relation) in relations.enumerated() where consumed.values[index] > 0 {
      if let consumer = relation.source?.component { consumers.insert(consumer) }
    }
    for (index, multiple) in headroom.values.enumerated() {
      guard multiple.isFinite, multiple < least?.multiple ?? .infinity, !consumers.contains(index)
      else { continue }
      least = Headroom(
        multiple: multiple, element: .component(index), limit: limit(of: index, facts),
        origin: headroom.basis[index])
    }
  }

  private func limit(of component: Int, _ facts: DerivedFacts) -> String {
    let own = components[component].facts
    if own[.writeCapacity] != nil || own[.readCapacity] != nil { return "capacity" }
    return own.number(.limit) == facts[.component, .capacity]?.values[component]
      ? "limit" : "servers"
  }

  /// A queue levels load: its consumers have to keep up with the mean, not with the peak.
  private func considerConsumers(_ facts: DerivedFacts, _ least: inout Headroom?) {
    guard let capacity = facts[.relation, .capacity], let rate = facts[.relation, .rate] else {
      return
    }
    for index in relations.indices where rate.values[index] > 0 {
      let multiple = capacity.values[index] / rate.values[index]
      guard multiple.isFinite, multiple < least?.multiple ?? .infinity else { continue }
      least = Headroom(
        multiple: multiple, element: .relation(index), limit: "consumers",
        origin: max(capacity.basis[index], rate.basis[index]))
    }
  }
}

extension Architecture {
  /// Messages per second each consumer can work off with all its replicas.
  func consumerCapacities() -> DerivedColumn {
    var column = DerivedColumn(count: relations.count)
    for (index, relation) in relations.enumerated() where relation.kind == .consumes {
      guard let source = relation.source?.component,
        let fact = serverCapacity(components[source].facts, relation.facts[.takes]),
        let number = fact.value.number
      else { continue }
      column.set(index, number, basis: fact.basis)
    }
    return column
  }

  /// c / S with c = replicas x concurrency; a silent concurrency is unknown, not 1.
  func serverCapacity(_ facts: FactList, _ takes: Fact?) -> Fact? {
    guard let takes, let time = takes.value.number, time > 0,
      let replicas = facts[.replicas], let count = replicas.value.number,
      let concurrency = facts[.concurrency], let threads = concurrency.value.number,
      count.isFinite, threads.isFinite
    else { return nil }
    let basis = max(takes.basis, replicas.basis, concurrency.basis)
    return Fact(.number(count * threads / time), .derived, basis: basis)
  }
}
