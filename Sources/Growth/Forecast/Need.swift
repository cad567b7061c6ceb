import Architecture

/// The hard dependencies of a journey: all that it waits for, unless something stands in for it.
struct Need: Sendable {
  /// One way in which it needs a component.
  struct Use: Hashable, Sendable {
    let component: Int
    let kind: RelationKind
  }

  /// The journey, by its index.
  let journey: Int
  /// What it needs.
  let uses: Set<Use>
  /// The components that it waits for, those with a fallback included.
  let reached: Set<Int>
  /// The components that stand in for some of them.
  let standIns: Set<Int>

  /// The needs of all journeys that ask something, in their order.
  static func all(of model: GrowthModel) -> [Need] {
    let architecture = model.architecture
    let loads = model.fallbackLoads
    var known: [Set<Int>: (Set<Use>, Set<Int>)] = [:]
    return architecture.relationsByJourney.enumerated().map { journey, relations in
      let own = Set(relations)
      let (uses, reached) = known[own] ?? walk(relations, model)
      known[own] = (uses, reached)
      let standIns = loads.filter { reached.contains($0.lost) }.map(\.component)
      return Need(journey: journey, uses: uses, reached: reached, standIns: Set(standIns))
    }
  }

  /// Whether a limit stops what the journey does.
  func meets(_ limit: Limit, of component: Int) -> Bool {
    guard let kind = limit.stops else { return true }
    return uses.contains(Use(component: component, kind: kind))
  }

  /// What limits the journey in a model by the operational laws; nil when nothing known does.
  func least(in model: GrowthModel, at multiple: Double) -> Least? {
    Set(uses.map(\.component)).sorted().flatMap { index in
      if model.architecture.components[index].isLost { return [Least.lost(index)] }
      return model.limits[index].filter { $0.kind.isLaw && meets($0, of: index) }.map {
        Least($0, of: index, at: multiple)
      }
    }.min()
  }

  private static func walk(
    _ entries: [Int], _ model: GrowthModel
  ) -> (uses: Set<Use>, reached: Set<Int>) {
    var (uses, reached): (Set<Use>, Set<Int>) = ([], [])
    for isNeededOnly in [false, true] {
      var seen: Set<Int> = []
      var open = entries
      while let index = open.popLast() {
        let relation = model.architecture.relations[index]
        if isNeededOnly, relation.facts[.fallback] != nil { continue }
        let target = relation.target.component
        if isNeededOnly { uses.insert(Use(component: target, kind: relation.kind)) }
        reached.insert(target)
        let node = model.architecture.node(relation.target)
        guard seen.insert(node).inserted else { continue }
        open += model.tree.calls[node].map(\.relation)
      }
    }
    return (uses, reached)
  }
}

extension Need {
  /// The limit that is reached first, with what it leaves.
  struct Least: Sendable, Comparable {
    let component: Int
    let limit: LimitKind
    /// Times today's peak.
    let headroom: Double
    /// Share of the requests, from 0 to 1.
    let served: Double

    /// A limit of which a share is left.
    init(_ limit: Limit, of component: Int, at multiple: Double, share: Double = 1) {
      self.component = component
      self.limit = limit.kind
      headroom = limit.headroom(share: share)
      served = min(1, share / max(limit.utilisation(at: multiple), 1e-300))
    }

    private init(lost component: Int, served: Double) {
      self.component = component
      (limit, headroom, self.served) = (.lost, 0, served)
    }

    /// A component that is gone, or one of its parts, without which a share is served.
    static func lost(_ component: Int, serving share: Double = 0) -> Least {
      Least(lost: component, served: share)
    }

    static func < (left: Least, right: Least) -> Bool { left.headroom < right.headroom }
  }
}
