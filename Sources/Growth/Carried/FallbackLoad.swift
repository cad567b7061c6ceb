import Architecture

/// What a component that others fall back on carries once what they call is lost.
package struct FallbackLoad: Sendable {
  /// The component whose loss leads its callers there, by its index.
  package let lost: Int
  /// The component that they fall back on.
  package let component: Int
  /// The relations that lead there then.
  package let relations: [Int]
  /// Requests per second at today's peak, with its own; not a number where that is unknown.
  package let peak: Double
  /// Its limits under that load, the first one reached in front.
  let limits: [Limit]

  /// Requests per second that it carries of that mix; nil where no limit is known.
  package var capacity: Double? { first?.carried }
  /// The limit that ends it first; nil where none is known.
  package var limit: LimitKind? { first?.kind }

  private var first: Limit? { limits.first { $0.carried != nil } }
}

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
}
