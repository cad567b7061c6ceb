import Architecture
import YAML

/// Settles the limits of a model that are below a target, round by round.
struct ChangeSearch {
  let target: Double
  private let model: GrowthModel
  private var current: GrowthModel
  /// The changes so far, each property once.
  private(set) var changes: [PlannedChange] = []
  private var indices: [ElementProperty: Int] = [:]
  /// Limits that a round of many did not raise, which are tried alone.
  private var alone: Set<Key> = []
  /// Limits that no number raises.
  private var stuck: Set<Key> = []

  private struct Key: Hashable {
    let component: Int
    let limit: LimitKind
  }

  private typealias Found = (component: Int, limit: Limit)

  init(_ model: GrowthModel, target: Double) {
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
    model.setting(steps.map { ($0.place, $0.new) })
  }

  /// Settles what can be settled at once; whether there was anything.
  mutating func step() -> Bool {
    let batch = nextBatch()
    guard !batch.isEmpty else { return false }
    let finder = RemedyFinder(model: current, target: target)
    var values: [(place: ElementProperty, value: Value, found: Found)] = []
    var taken: Set<ElementProperty> = []
    for found in batch {
      guard let (place, value) = finder.change(found.component, found.limit) else {
        stuck.insert(key(found))
        continue
      }
      if taken.insert(place).inserted { values.append((place, value, found)) }
    }
    guard !values.isEmpty else { return true }
    var next = current.setting(values.map { ($0.place, $0.value) })
    let idle = values.filter { !isRaised($0.found, in: next) }
    if !idle.isEmpty {
      let isAlone = values.count == 1
      for one in idle {
        if isAlone { stuck.insert(key(one.found)) } else { alone.insert(key(one.found)) }
      }
      let places = Set(idle.map(\.place))
      values.removeAll { places.contains($0.place) }
      next = current.setting(values.map { ($0.place, $0.value) })
    }
    for (place, value, found) in values { take(place, value, found) }
    current = next
    return true
  }

  private mutating func take(_ place: ElementProperty, _ value: Value, _ found: Found) {
    if let index = indices[place] {
      changes[index].new = value
      return
    }
    indices[place] = changes.count
    let old = model.architecture.facts(of: place.element)[place.property]?.value
    let bound = PlannedChange.Bound(found.component, found.limit)
    changes.append(PlannedChange(place: place, old: old, new: value, bound: bound))
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
