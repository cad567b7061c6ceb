package import Architecture
import Findings

/// What each journey is left with when one thing is lost: a replica, a zone, warm caches, or a
/// third party.
///
/// What has a fallback is not needed. A lost replica is not replaced by an autoscaler, since the
/// peak does not wait for it; a store that `replicates` has somewhere to fail over to.
package struct JourneyLosses: Sendable {
  let model: GrowthModel
  private let multiple: Double
  let today: [Need]
  /// Per need, what limits it while nothing is lost.
  let before: [Need.Least?]
  /// Components whose data is copied to somewhere to fail over to.
  private let replicated: Set<Int>

  /// The losses of a model at a multiple of today's peak.
  package init(_ model: GrowthModel, at multiple: Double = 1) {
    (self.model, self.multiple) = (model, multiple)
    today = Need.all(of: model)
    before = today.map { $0.least(in: model, at: multiple) }
    replicated = Set(
      model.architecture.relations.filter { $0.kind == .replicates }.compactMap {
        $0.source?.component
      })
  }

  /// What takes something of a journey, by journey and in the order of the kinds; what a journey
  /// survives unharmed has no entry.
  package func all(of kinds: [LossKind] = LossKind.allCases) -> [JourneyLoss] {
    let losses = kinds.flatMap { kind in
      switch kind {
      case .replica: replicas()
      case .zone: zones()
      case .coldCache: coldCaches()
      case .dependency: dependencies()
      }
    }
    let byJourney = Dictionary(grouping: losses, by: \.journey)
    return byJourney.keys.sorted().flatMap { byJourney[$0] ?? [] }
  }

  /// What the loss of a zone or of a component, by its name, takes of journeys.
  func all(after loss: Loss, _ name: String) -> [JourneyLoss] {
    let left = architecture.losing([loss])
    return switch loss {
    case .zone: losses(.zone, name, left: left)
    case .component(let index): losses(.dependency, name, index, left: left)
    }
  }

  /// The journeys that are not served in full although nothing is lost.
  package func overloads() -> [JourneyLoss] {
    zip(today, before).compactMap { need, least in
      guard let least, least.served < 1 else { return nil }
      return JourneyLoss(
        journey: need.journey, kind: nil, lost: "", component: nil, served: least.served,
        servedBefore: least.served, headroom: least.headroom, element: least.component,
        limit: least.limit)
    }
  }

  /// What has to be known before such losses can be judged, in the order of the description.
  package func missing(for kinds: [LossKind]) -> [ElementProperty] {
    let needed = Set(today.flatMap { $0.uses.map(\.component) })
    let copies = architecture.components.indices.filter(needed.contains).flatMap { index in
      kinds.compactMap { missing($0, index) }.map {
        ElementProperty(element: .component(index), property: $0)
      }
    }
    let limits = model.unknownLimits.filter {
      !needed.isDisjoint(with: architecture.components(of: $0.element))
    }
    var seen: Set<ElementProperty> = []
    return (model.unknownRates + copies + limits).filter { seen.insert($0).inserted }
  }

  var architecture: Architecture { model.architecture }

  func component(of element: ElementID) -> Int {
    if case .component(let index) = element { index } else { -1 }
  }

  func missing(_ kind: LossKind, _ index: Int) -> Property? {
    let component = architecture.components[index]
    guard component.isOwnCopies else { return nil }
    switch kind {
    case .replica: return component.facts[.replicas] == nil && !replicates(index) ? .replicas : nil
    case .zone: return component.facts[.zones] == nil ? .zones : nil
    case .coldCache: return isCacheWithoutHits(index) ? .hit : nil
    case .dependency: return nil
    }
  }

  /// Whether it is a cache whose hit ratio is undeclared.
  private func isCacheWithoutHits(_ index: Int) -> Bool {
    let cache = architecture.components[index]
    guard cache.kind == .cache, cache.facts[.hit] == nil else { return false }
    let holds = cache.facts.list(.holds)
    guard holds.isEmpty || holds.contains("cache") else { return false }
    let readers = Set(
      architecture.relations.filter { $0.target.component == index }.compactMap {
        $0.source?.component
      })
    return !architecture.relations.contains {
      $0.facts[.hit] != nil && $0.source.map { readers.contains($0.component) } ?? false
    }
  }

  // MARK: - Losses

  private func replicas() -> [JourneyLoss] {
    today.indices.flatMap { number in
      let need = today[number]
      return Set(need.uses.map(\.component)).sorted().compactMap { index in
        loss(.replica, architecture.components[index].name, index, number, withoutOne(index, need))
      }
    }
  }

  /// What a need is left with when a component has one replica less; nil when that is not known, or
  /// takes nothing away.
  private func withoutOne(_ index: Int, _ need: Need) -> Need.Least? {
    let component = architecture.components[index]
    guard component.isOwnCopies, let most = model.stations[index].replicas?.most else { return nil }
    let part = model.stations[index].parts.share
    if most <= 1 { return replicates(index) ? nil : .lost(index, serving: 1 - part) }
    return model.limits[index].filter { need.meets($0, of: index) }.compactMap { limit in
      model.shareWithoutOne(of: limit, index).map {
        Need.Least(limit, of: index, at: multiple, share: $0)
      }
    }.min()
  }

  private func zones() -> [JourneyLoss] {
    let most = Budget.variants(Budget.zones, components: model.limits.count)
    return architecture.zones.prefix(most).flatMap { zone in
      losses(.zone, zone, left: architecture.losing([.zone(zone)]))
    }
  }

  private func coldCaches() -> [JourneyLoss] {
    guard architecture.hasCaches else { return [] }
    return losses(.coldCache, "caches", left: architecture.withColdCaches)
  }

  private func dependencies() -> [JourneyLoss] {
    let needed = Set(today.flatMap { $0.reached })
    let all = needed.filter { architecture.components[$0].kind.role == .external }.sorted()
    let most = Budget.variants(Budget.zones, components: model.limits.count)
    let solved = all.prefix(most).flatMap { index in
      losses(
        .dependency, architecture.components[index].name, index,
        left: architecture.losing([.component(index)]))
    }
    let rest = all.dropFirst(most).flatMap { index in
      today.indices.compactMap { number in
        loss(
          .dependency, architecture.components[index].name, index, number,
          today[number].uses.contains { $0.component == index } ? .lost(index) : nil)
      }
    }
    return solved + rest
  }

  private func losses(
    _ kind: LossKind, _ name: String, _ component: Int? = nil, left: Architecture
  ) -> [JourneyLoss] {
    let left = GrowthModel(left, byLawsAlone: true)
    return Need.all(of: left).enumerated().compactMap { number, after in
      loss(kind, name, component, number, after.least(in: left, at: multiple))
    }
  }

  private func loss(
    _ kind: LossKind, _ name: String, _ component: Int?, _ number: Int, _ after: Need.Least?
  ) -> JourneyLoss? {
    let before = before[number]
    guard let after, after.headroom < (before?.headroom ?? .infinity) * (1 - 1e-9) else {
      return nil
    }
    return JourneyLoss(
      journey: today[number].journey, kind: kind, lost: name, component: component,
      served: after.served,
      servedBefore: before?.served ?? 1, headroom: after.headroom, element: after.component,
      limit: after.limit)
  }

  private func replicates(_ index: Int) -> Bool { replicated.contains(index) }
}

extension Component {
  /// Whether the team decides how many copies run, and where.
  var isOwnCopies: Bool {
    ![.client, .external].contains(kind.role) && !facts.isTrue(.managed)
  }
}

extension Architecture {
  /// Whether anything is answered by a cache.
  package var hasCaches: Bool {
    components.contains { $0.facts.number(.hit) ?? 0 > 0 }
      || relations.contains { $0.facts.number(.hit) ?? 0 > 0 }
  }
}
