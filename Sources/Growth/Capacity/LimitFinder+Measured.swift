package import Architecture
import Findings

extension LimitFinder {
  /// All that a component, its operations and its calls can do, of which `used` says the share at
  /// today's peak.
  ///
  /// The share grows with all load that reaches the element, and with demand where it is undeclared
  /// how much that is (utilisation law: at the same work per request it is proportional to the
  /// rate). It is that of today's replicas: of what runs code, fewer of them are used more.
  func measuredUses(_ index: Int, _ parts: [ElementID]) -> [Limit?] {
    guard architecture.components[index].kind.role != .client else { return [] }
    return [measuredUse(.component(index), index) ?? measuredMost(index)]
      + parts.map { measuredUse($0, index) }
  }

  /// What is measured of an element bounds the component, whose requests bring its load.
  private func measuredUse(_ element: ElementID, _ index: Int) -> Limit? {
    let facts = architecture.facts(of: element)
    guard let fact = facts[.used], let share = facts.number(.used), share > 0 else { return nil }
    let today = architecture.today[index]
    let now = demand.load(of: element, architecture)
    let peak = element == .component(index) ? today.peak : today.peaks[element] ?? .nan
    var load = Rates()
    if now.peak > 0, peak > 0 {
      load.add(now, times: share / peak)
    } else {
      load = .constant(share)
    }
    load.basis = fact.basis
    return Limit(
      .measured, load, of: demand.nodes[index], capacity: capacity(of: index, against: today),
      basis: fact.basis, inputs: [ElementProperty(element: element, property: .used)])
  }

  /// The most that the law allows which fits what was measured at several loads; nil where nothing
  /// was, or the law has no end.
  private func measuredMost(_ index: Int) -> Limit? {
    guard case .success(let law)? = architecture.components[index].measured?.fit,
      law.most.isFinite
    else { return nil }
    return Limit(
      .measured, demand.nodes[index],
      capacity: law.most * capacity(of: index, against: architecture.today[index]),
      basis: .derived, inputs: [])
  }

  /// What there is now of what could be used today: of code, by its replicas.
  private func capacity(of index: Int, against today: TodayLoad) -> Double {
    guard [.work, .proxy].contains(architecture.components[index].kind.role),
      let then = today.replicas, let now = stations[index].replicas?.most, then > 0
    else { return 1 }
    return now / then
  }
}

extension Limit {
  /// The element whose `used` it is; nil of other limits.
  package var measuredElement: ElementID? {
    kind == .measured ? inputs.first?.element : nil
  }
}

extension Demand {
  /// What reaches a component, an operation or a relation.
  fileprivate func load(of element: ElementID, _ architecture: Architecture) -> Rates {
    switch element {
    case .component(let index): nodes[index]
    case .operation(let index): nodes[architecture.node(ofOperation: index)]
    case .relation(let index): relations[index]
    case .journey, .system: .unknown
    }
  }
}

extension Architecture {
  /// The operations and calls that say how full they are, by the component whose they are.
  var measuredParts: [Int: [ElementID]] {
    var parts: [Int: [ElementID]] = [:]
    for (index, operation) in operations.enumerated() where operation.facts[.used] != nil {
      parts[operation.component, default: []].append(.operation(index))
    }
    for (index, relation) in relations.enumerated() where relation.facts[.used] != nil {
      let owner = relation.source?.component ?? relation.target.component
      parts[owner, default: []].append(.relation(index))
    }
    return parts
  }

  /// What each component carries, before anything is changed.
  func todayLoads(_ demand: Demand, _ stations: [ComponentStation]) -> [TodayLoad] {
    let parts = measuredParts
    return components.indices.map { index in
      let peaks = (parts[index] ?? []).map { ($0, demand.load(of: $0, self).peak) }
      return TodayLoad(
        peak: demand.nodes[index].peak, replicas: stations[index].replicas?.most,
        peaks: Dictionary(peaks) { first, _ in first })
    }
  }
}
