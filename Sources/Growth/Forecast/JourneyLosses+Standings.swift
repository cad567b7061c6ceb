import Architecture
import Findings
import SourceText
import YAML

extension JourneyLosses {
  /// What each journey carries and survives, in the order of the description.
  package func standings() -> [JourneyStanding] {
    let byJourney = Dictionary(grouping: all(), by: \.journey)
    let unknown = unknownComponents
    return zip(today, ends()).enumerated().map { number, pair in
      let (need, ends) = pair
      let journey = architecture.journeys[need.journey]
      let isOpen = !unknown.isDisjoint(with: need.reached)
      return JourneyStanding(
        name: journey.name, isCritical: journey.facts.isTrue(.critical), end: ends.end,
        later: ends.later, rejection: ends.end.flatMap { rejection(of: need.journey, beyond: $0) },
        losses: LossKind.allCases.compactMap { kind in
          let losses = (byJourney[need.journey] ?? []).filter { $0.kind == kind }
          return survival(kind, losses, number, isOpen: isOpen)
        })
    }
  }

  /// What ends each journey, by its index: what it waits for, and earlier behind a queue.
  package func ends() -> [(journey: Int, end: JourneyStanding.End?, later: JourneyStanding.End?)] {
    let unknown = unknownComponents
    return zip(today, componentsBehind()).map { need, behind in
      let end = end(of: need, unknown)
      let later = first(behind.subtracting(need.reached)) { _, _ in true }
      return (
        need.journey, end,
        later.flatMap { $0.headroom < end?.headroom ?? .infinity ? $0 : nil }
      )
    }
  }

  /// What a peak beyond the end of a journey loses: today's where that is beyond it, else that of
  /// the declared growth, else half as much again.
  private func rejection(
    of journey: Int, beyond end: JourneyStanding.End
  ) -> JourneyStanding.Rejection? {
    let facts = architecture.journeys[journey].facts
    guard let value = facts.text(.value).flatMap({ Money($0) }), end.headroom.isFinite,
      let peak = facts.number(.peak) ?? facts.number(.rate)
    else { return nil }
    let growth = GrowthRate(facts) ?? GrowthRate(architecture.facts)
    let grown = growth.map(\.factor).flatMap { $0 > end.headroom ? $0 : nil }
    let multiple = end.headroom < 1 ? 1 : grown ?? RiskLevel.twoDigits(1.5 * end.headroom, .up)
    let rate = peak * (multiple - end.headroom)
    return JourneyStanding.Rejection(
      multiple: multiple, rate: rate, perHour: 3600 * rate * value)
  }

  private var unknownComponents: Set<Int> {
    Set(model.unknownLimits.map { component(of: $0.element) })
  }

  // MARK: - Ends

  /// What ends a journey: of latency targets, its own alone.
  private func end(of need: Need, _ unknown: Set<Int>) -> JourneyStanding.End? {
    let target = ElementProperty(element: .journey(need.journey), property: .targetP99)
    let used = Set(need.uses.map(\.component))
    return first(
      used.union(need.standIns), isOpen: !unknown.isDisjoint(with: need.reached)
    ) { limit, index in
      if limit.kind == .fallback { return need.standIns.contains(index) }
      return used.contains(index) && need.meets(limit, of: index)
        && (limit.kind != .target || limit.inputs.contains(target))
    }
  }

  /// The limit of some components that is reached first.
  private func first(
    _ components: Set<Int>, isOpen: Bool = false, where isMet: (Limit, Int) -> Bool
  ) -> JourneyStanding.End? {
    var least: (index: Int, limit: Limit)?
    for index in components.sorted() {
      guard let limit = model.limits[index].first(where: { isMet($0, index) }),
        limit.headroom < least?.limit.headroom ?? .infinity
      else { continue }
      least = (index, limit)
    }
    return least.map { index, limit in
      JourneyStanding.End(
        headroom: limit.headroom, component: index,
        element: architecture.components[index].name, limit: limit.kind, origin: limit.basis,
        isAtMost: limit.isAtMost || isOpen && limit.headroom > 0)
    }
  }

  /// Per journey, the components that it reaches in any way, those that it does not wait for too.
  private func componentsBehind() -> [Set<Int>] {
    var walk = GraphWalk(NodeGraph(architecture) { $0.kind != .schedules })
    var known: [[Int]: Set<Int>] = [:]
    return architecture.entriesByJourney.map { nodes in
      if let components = known[nodes] { return components }
      walk.run(from: nodes)
      let components = Set(walk.nodes.map(architecture.component(ofNode:)))
      known[nodes] = components
      return components
    }
  }

  // MARK: - Losses

  private func survival(
    _ kind: LossKind, _ losses: [JourneyLoss], _ number: Int, isOpen: Bool
  ) -> JourneyStanding.Survival? {
    let need = today[number]
    guard canHit(need, kind) else { return nil }
    let worst = losses.enumerated().sorted {
      ($0.element.served, $0.element.headroom, $0.offset)
        < ($1.element.served, $1.element.headroom, $1.offset)
    }.map(\.element)
    let served = min(before[number]?.served ?? 1, worst.first?.served ?? 1)
    let isUnknown =
      isOpen || model.journeys[need.journey].peak.isNaN
      || need.uses.contains { missing(kind, $0.component) != nil }
    return JourneyStanding.Survival(
      kind: kind, served: served >= 1 && isUnknown ? nil : served,
      losses: worst.map { loss in
        JourneyStanding.Loss(
          lost: loss.lost, served: loss.served, headroom: loss.headroom,
          element: architecture.components[loss.element].name, limit: loss.limit)
      })
  }

  /// Whether anything of the kind is on the way.
  private func canHit(_ need: Need, _ kind: LossKind) -> Bool {
    let roles = need.reached.map { architecture.components[$0] }
    return switch kind {
    case .replica, .zone: roles.contains(where: \.isOwnCopies)
    case .coldCache: architecture.hasCaches
    case .dependency: roles.contains { $0.kind.role == .external }
    }
  }
}
