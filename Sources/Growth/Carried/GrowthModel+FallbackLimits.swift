import Architecture
import Findings

/// What comes to a component that others fall back on as soon as what they call carries no more.
extension GrowthModel {
  /// What each fallback carries when the component before it is lost, by operational laws.
  ///
  /// Of large systems only so many losses are solved.
  func foundFallbackLoads() -> [FallbackLoad] {
    let fallbacks = architecture.fallbacks()
    guard fallbacks.contains(where: { $0 != nil }) else { return [] }
    let answerers = architecture.answerers()
    var ways: [Int: [Int: [Int]]] = [:]
    for (index, end) in fallbacks.enumerated() where demand.isReached[index] {
      guard let end else { continue }
      ways[answerers[index].component, default: [:]][end.component, default: []].append(index)
    }
    let most = Budget.variants(Budget.zones, components: limits.count)
    return ways.keys.sorted().prefix(most).flatMap { lost -> [FallbackLoad] in
      let left = GrowthModel(architecture.losing([.component(lost)]), byLawsAlone: true)
      let ends = ways[lost] ?? [:]
      return ends.keys.sorted().map { component in
        FallbackLoad(
          lost: lost, component: component, relations: ends[component] ?? [],
          peak: left.demand.nodes[component].peak, limits: left.limits[component])
      }
    }
  }

  /// The loads at which those who fall back ask more of a component than it carries.
  func fallbackLimits() -> [(component: Int, limit: Limit)] {
    Set(fallbackLoads.map(\.component)).sorted().compactMap { component in
      let loads = fallbackLoads.filter { $0.component == component }
      let starts = loads.compactMap { lawHeadroom(of: $0.lost) }.filter(\.isFinite)
      guard let start = starts.min(), start > 0, let full = loads.flatMap(\.limits).byHeadroom.first
      else { return nil }
      let isCarried = { (multiple: Double) in
        fallbackUse(of: component, at: multiple).map { $0 <= 1 } ?? true
      }
      let first = start * (1 + 1e-9)
      var last = first
      while isCarried(last), last < Self.mostFallenBack { last *= 2 }
      guard last < Self.mostFallenBack else { return nil }
      let kept =
        isCarried(first)
        ? Root.greatest(from: first, to: last, halvings: 40, where: isCarried) : start
      let names = loads.flatMap(\.relations).map {
        ElementProperty(element: .relation($0), property: .fallback)
      }
      let limit = Limit(
        .fallback, full.requests, capacity: full.requests.peak(at: kept), basis: full.basis,
        inputs: names + full.inputs, isAtMost: full.isAtMost)
      return limit.map { (component, $0) }
    }
  }

  /// The share of its most used limit that a component has in use at a multiple, with what falls
  /// back on it; nil where no limit is known, or nobody falls back.
  func fallbackUse(of component: Int, at multiple: Double) -> Double? {
    let loads = fallbackLoads.filter { $0.component == component }
    let kinds = Set(loads.flatMap(\.limits).filter(\.kind.isLaw).map(\.kind))
    return kinds.map { kind in
      func use(_ limits: [Limit]) -> Double {
        limits.first { $0.kind == kind }?.utilisation(at: multiple) ?? 0
      }
      let own = use(limits[component])
      return loads.reduce(own) {
        $0 + unanswered(by: $1.lost, at: multiple) * max(0, use($1.limits) - own)
      }
    }.max()
  }

  /// Share of the calls to a component that it does not answer at a multiple: what is beyond a rate
  /// or a room, and all that wait for servers which are never free again.
  private func unanswered(by component: Int, at multiple: Double) -> Double {
    limits[component].filter(\.kind.isLaw).map { limit in
      let use = limit.utilisation(at: multiple)
      guard use > 1 else { return 0 }
      return limit.kind.isRate || stations[component].bufferCapacity != nil ? 1 - 1 / use : 1
    }.max() ?? 0
  }

  private func lawHeadroom(of component: Int) -> Double? {
    limits[component].first(where: \.kind.isLaw)?.headroom
  }

  /// Multiples of today's peak beyond which nobody asks.
  private static let mostFallenBack = 1e9
}
