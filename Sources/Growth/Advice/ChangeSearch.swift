import Architecture
import YAML

/// Settles the limits of a model that are below a target, round by round.
struct ChangeSearch {
  let target: Double
  private let model: GrowthModel
  private let prefersStructure: Bool
  private var current: GrowthModel
  /// The changes so far, each property once.
  private(set) var changes: [PlannedChange] = []
  private var indices: [ElementProperty: (change: Int, edit: Int)] = [:]
  /// Limits that a round of many did not raise, which are tried alone.
  private var alone: Set<Key> = []
  /// Limits that no number raises.
  private var stuck: Set<Key> = []

  private struct Key: Hashable {
    let component: Int
    let limit: LimitKind
  }

  private typealias Found = (component: Int, limit: Limit)
  private typealias Values = [(place: ElementProperty, value: Value?)]
  private typealias Change = (values: Values, structure: PlannedChange.Structure?, found: Found)

  init(_ model: GrowthModel, target: Double, prefersStructure: Bool) {
    self.prefersStructure = prefersStructure
    (self.model, current, self.target) = (model, model, target)
  }

  /// Whether no limit is below the target but those that no number raises.
  var isDone: Bool { isDone(current) }

  /// The same of another model.
  func isDone(_ other: GrowthModel) -> Bool { below(other).isEmpty }

  /// What stays below the target, the first one reached in front.
  var left: [PlannedChange.Bound] {
    current.limits(below: target).map { PlannedChange.Bound($0.component, $0.limit) }
      .sorted { ($0.headroom, $0.component) < ($1.headroom, $1.component) }
  }

  /// The model with some changes made.
  func applying(_ steps: [PlannedChange]) -> GrowthModel {
    model.setting(steps.flatMap { $0.edits.map { ($0.place, $0.new) } })
  }

  /// Settles what can be settled at once; whether there was anything.
  mutating func step() -> Bool {
    let batch = nextBatch()
    guard !batch.isEmpty else { return false }
    var found: [Change] = []
    var taken: Set<ElementProperty> = []
    for limit in batch {
      guard let change = change(for: limit) else {
        stuck.insert(key(limit))
        continue
      }
      if change.values.allSatisfy({ taken.insert($0.place).inserted }) { found.append(change) }
    }
    let next = current.setting(found.flatMap(\.values))
    let idle = found.indices.filter { !isRaised(found[$0].found, in: next) }
    settle(idle.map { key(found[$0].found) }, alone: found.count == 1)
    let kept = found.indices.filter { !idle.contains($0) }.map { found[$0] }
    for change in kept { take(change) }
    current = idle.isEmpty ? next : current.setting(kept.flatMap(\.values))
    return true
  }

  /// Keeps in mind which limits were not raised: those of many are tried again, each alone.
  private mutating func settle(_ idle: [Key], alone isAlone: Bool) {
    if isAlone { stuck.formUnion(idle) } else { alone.formUnion(idle) }
  }

  /// What raises a limit to the target; nil where nothing does.
  private func change(for found: Found) -> Change? {
    if prefersStructure,
      let (structure, values) = StructureFinder(model: current, target: target)
        .change(found.component, found.limit)
    {
      return (values, structure, found)
    }
    return RemedyFinder(model: current, target: target).change(found.component, found.limit)
      .map { ([($0.place, $0.value)], nil, found) }
  }

  /// Makes values part of the change that has some of them already, or a new one.
  private mutating func take(_ change: Change) {
    var target = change.values.compactMap { indices[$0.place]?.change }.first
    if target == nil {
      target = changes.count
      let bound = PlannedChange.Bound(change.found.component, change.found.limit)
      changes.append(PlannedChange(edits: [], structure: change.structure, bound: bound))
    }
    for (place, value) in change.values {
      if let (change, edit) = indices[place] {
        changes[change].edits[edit].new = value
      } else if let target {
        indices[place] = (target, changes[target].edits.count)
        let old = model.architecture.facts(of: place.element)[place.property]?.value
        changes[target].edits.append(PlannedChange.Edit(place: place, old: old, new: value))
      }
    }
  }

  // MARK: - What is next

  /// The limits that are looked at next: those of a kind that rests on no other below the target.
  private func nextBatch() -> [Found] {
    let below = below(current)
    let many = below.filter { !alone.contains(key($0)) && $0.limit.kind.changeOrder < .last }
    guard let first = many.map(\.limit.kind.changeOrder).min() else {
      return below.min { $0.limit.headroom < $1.limit.headroom }.map { [$0] } ?? []
    }
    return many.filter { $0.limit.kind.changeOrder == first }
  }

  private func below(_ model: GrowthModel) -> [Found] {
    model.limits(below: target).filter { !stuck.contains(key($0)) }
  }

  private func key(_ found: Found) -> Key {
    Key(component: found.component, limit: found.limit.kind)
  }

  private func isRaised(_ found: Found, in next: GrowthModel) -> Bool {
    let moved = next.limits[found.component].first { $0.kind == found.limit.kind }
    return moved.map { $0.headroom > found.limit.headroom } ?? true
  }
}

extension GrowthModel {
  /// Limits below a target: of what serves somebody, if anything does.
  func limits(below target: Double) -> [(component: Int, limit: Limit)] {
    let served = limits.indices.filter { isServed[$0] && !limits[$0].isEmpty }
    return (served.isEmpty ? Array(limits.indices) : served).flatMap { component in
      // Rounding is no shortfall.
      limits[component].prefix { $0.headroom < target * (1 - 1e-9) }.map { (component, $0) }
    }
  }
}

extension LimitKind {
  /// When a change is looked for: after all whose changes raise or lower what runs into it.
  fileprivate enum Order: Int, Comparable {
    case own, pools, held, last

    static func < (left: Order, right: Order) -> Bool { left.rawValue < right.rawValue }
  }

  fileprivate var changeOrder: Order {
    switch self {
    case .pool: .pools
    case .connections, .memory, .threads: .held
    case .room, .held, .retries, .timeouts, .fallback, .backlog, .target: .last
    case .lost, .servers, .autoscaler, .consumers, .measured, .partitions, .rateLimit, .bandwidth,
      .singleWriter, .writes, .reads, .replay, .hottestShard:
      .own
    }
  }
}
