package import Architecture
import Findings
import YAML

extension GrowthModel {
  /// Demand, capacity, utilisation and headroom of components, operations and relations.
  package var facts: DerivedFacts {
    var facts = DerivedFacts()
    addRates(to: &facts)
    addComponents(to: &facts)
    addConsumers(to: &facts)
    addSpreads(to: &facts)
    return facts
  }

  /// Uses of a relation per second at today's peak, as far as they are known; 0 where none come.
  package func peak(ofRelation index: Int) -> Double {
    demand.isReached[index] ? demand.relations[index].peak(at: 1) : 0
  }

  private func addRates(to facts: inout DerivedFacts) {
    let count = architecture.components.count
    func add(_ kind: ElementKinds, _ rates: some Collection<Rates>) {
      for (property, path) in [
        (Property.rate, \Rates.mean), (.peak, \.peak), (.worst, \.worst),
      ] {
        var column = DerivedColumn(count: rates.count)
        for (index, rate) in rates.enumerated() {
          column.set(index, rate[keyPath: path], basis: rate.basis)
        }
        facts[kind, property] = column
      }
      facts[kind, .demandPartial] = DerivedColumn(
        rates.map { $0.isUnknown ? .nan : $0.isAtLeast ? 1 : 0 })
    }
    add(.component, demand.nodes.prefix(count))
    add(.operation, demand.nodes.dropFirst(count).prefix(architecture.operations.count))
    add(.relation, demand.relations)
  }

  /// What the first limit of each component says.
  private func addComponents(to facts: inout DerivedFacts) {
    var capacity = DerivedColumn(count: limits.count)
    var (utilisation, headroom) = (capacity, capacity)
    let shares = stations.prefix(limits.count).map(\.parts.share)
    facts[.component, .busiestPart] = DerivedColumn(shares)
    for (index, limits) in limits.enumerated() {
      guard let limit = limits.first else {
        if let idle = idleCapacity(index) { capacity.set(index, idle.0, basis: idle.1) }
        continue
      }
      utilisation.set(index, limit.utilisation(at: 1), basis: limit.basis)
      headroom.set(
        index, limit.headroom, basis: limit.basis,
        isAtMost: limit.isAtMost || !doubtedDefaults[index].isEmpty)
      if let carried = limit.carried {
        capacity.set(index, carried, basis: limit.basis)
      }
    }
    facts[.component, .capacity] = capacity
    facts[.component, .utilisation] = utilisation
    facts[.component, .headroom] = headroom
  }

  /// Work of which only the mean is said is taken for exponential.
  private func addSpreads(to facts: inout DerivedFacts) {
    func add(_ kind: ElementKinds, _ lists: [FactList]) {
      var column = DerivedColumn(count: lists.count, convention: "convention: exponential work")
      for (index, facts) in lists.enumerated() where facts.hasUnknownSpread { column.set(index, 1) }
      facts[kind, .variability] = column
    }
    add(.component, architecture.components.map(\.facts))
    add(.operation, architecture.operations.map(\.facts))
  }

  /// What a component without known demand could carry: its limit, or its servers over its time.
  private func idleCapacity(_ index: Int) -> (Double, Origin)? {
    let limit = architecture.components[index].facts[.limit]
    let station = stations[index]
    let served = station.servers.flatMap { servers in
      tree.own[index].map { own in
        (servers / own.mean / station.parts.share, max(own.basis, station.basis))
      }
    }
    let known = [
      limit.flatMap { fact in fact.value.number.map { ($0 / station.parts.share, fact.basis) } },
      served,
    ]
    return known.compactMap(\.self).min { $0.0 < $1.0 }
  }

  /// Consumers have to keep up with the mean; the peak waits in the queue.
  private func addConsumers(to facts: inout DerivedFacts) {
    var utilisation = DerivedColumn(count: consumers.values.count)
    var headroom = utilisation
    for (index, capacity) in consumers.values.enumerated() {
      let rates = demand.relations[index]
      guard capacity > 0, rates.mean > 0 else { continue }
      let basis = max(consumers.basis[index], rates.basis)
      utilisation.set(index, rates.mean / capacity, basis: basis)
      let consumer = architecture.relations[index].source?.component
      headroom.set(
        index, capacity / rates.mean, basis: basis,
        isAtMost: consumer.map { limits[$0].contains(where: \.isAtMost) } ?? false)
    }
    facts[.relation, .capacity] = consumers
    facts[.relation, .utilisation] = utilisation
    facts[.relation, .headroom] = headroom
  }
}
