import Architecture
import Description
import Findings
import Growth
import SourceText
import YAML

/// What can be taken away from a system, and the system without it.
struct LossSwitches: Sendable {
  /// One replica less, each zone, cold caches, each third party, then the description's scenarios.
  let all: [LossSwitch]
  private let today: Architecture
  private let scenarios: Scenarios?

  /// Third parties, zones and scenarios that are offered at most, of each.
  private static let most = 24
  /// Components up to which every one is looked at alone, and how many of a larger system are.
  private static let usual = (components: 400, fewest: 3)

  /// The switches of a model and its scenarios.
  init(_ model: GrowthModel, _ scenarios: Scenarios?) {
    today = model.architecture
    self.scenarios = scenarios
    var all: [LossSwitch] = []
    if today.components.contains(where: { $0.severalReplicas != nil }) { all.append(.replica) }
    all += today.zones.prefix(Self.most).map { .zone($0) }
    if today.hasCaches { all.append(.coldCaches) }
    let externals = today.components.filter { $0.kind == .external }
    all += externals.prefix(Self.most).map { .dependency($0.name) }
    if let scenarios { all += scenarios.all.prefix(Self.most).map { .scenario($0.name) } }
    self.all = all
  }

  /// The system with each of them alone; of a large system, with a few.
  func alone() -> [GrowthVariant] {
    let isLarge = today.components.count > Self.usual.components
    let few = { (switches: [LossSwitch]) in
      isLarge ? Array(switches.prefix(Self.usual.fewest)) : switches
    }
    return (few(all.filter { !$0.isScenario }) + few(all.filter(\.isScenario))).map {
      variant(with: [$0])
    }
  }

  /// The system with some of them together.
  func variant(with switches: Set<LossSwitch>) -> GrowthVariant {
    let on = all.filter(switches.contains)
    var system = start(on)
    if on.contains(.replica) { system = system.withOneReplicaLess }
    system = system.losing(on.compactMap { loss($0, in: system) })
    if on.contains(.coldCaches) { system = system.withColdCaches }
    system.today = today.today
    return GrowthVariant(
      name: LossSwitch.words(on), switches: Set(on), model: GrowthModel(system))
  }

  /// Where the name of a scenario is written; nil where there is none of it.
  func span(ofScenario name: String) -> SourceSpan? {
    scenarios?.all.first { $0.name == name }?.span
  }

  /// What the losses are taken from: today's system, or that of a scenario.
  private func start(_ on: [LossSwitch]) -> Architecture {
    let chosen = scenarios?.all.first { on.contains(.scenario($0.name)) }
    guard let scenarios, let chosen else { return today }
    return scenarios.architecture(under: chosen)
  }

  private func loss(_ one: LossSwitch, in system: Architecture) -> Loss? {
    switch one {
    case .zone(let name): .zone(name)
    case .dependency(let name):
      system.components.firstIndex { $0.name == name }.map(Loss.component)
    case .replica, .coldCaches, .scenario: nil
    }
  }
}

extension Component {
  /// Its replicas where there are two or more, so that one can be lost.
  fileprivate var severalReplicas: Fact? {
    facts[.replicas].flatMap { fact in
      fact.value.number.map { $0 >= 2 && $0.isFinite } == true ? fact : nil
    }
  }
}

extension Architecture {
  /// The same with one replica less of each component that has several.
  fileprivate var withOneReplicaLess: Architecture {
    var left = self
    for index in components.indices {
      guard let fact = components[index].severalReplicas, let most = fact.value.number else {
        continue
      }
      let value: Value =
        if case .range(let least, _) = fact.value { .range(min(least, most - 1), most - 1) } else {
          .number(most - 1)
        }
      left.set(
        .replicas, Fact(value, .derived, basis: fact.basis, span: fact.span), of: .component(index))
    }
    return left
  }
}
