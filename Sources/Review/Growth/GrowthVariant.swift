import Architecture
import Description
import Findings
package import Growth
import YAML

/// The system after a loss, or under one of its scenarios.
package struct GrowthVariant: Sendable {
  /// What is different: `without zone eu-1a`, `scenario black-friday`.
  package let name: String
  /// Demand and limits then.
  package let model: GrowthModel

  /// The components with a limit, the first to reach one in front.
  package let order: [Int]

  /// A variant by its model.
  init(name: String, model: GrowthModel) {
    self.name = name
    self.model = model
    order = model.limits.indices.filter { !model.limits[$0].isEmpty }.sorted {
      (model.limits[$0][0].headroom, $0) < (model.limits[$1][0].headroom, $1)
    }
  }
}

extension Review {
  /// Components up to which many variants are solved, and how many; of a larger system, a few.
  private static let usual = (components: 400, variants: 24, fewest: 3)

  /// The variants of a model: one replica less, each zone lost, caches cold, each third party gone,
  /// then the description's scenarios.
  func variants(of model: GrowthModel) -> [GrowthVariant] {
    let today = model.architecture
    let isLarge = today.components.count > Self.usual.components
    let most = isLarge ? Self.usual.fewest : Self.usual.variants
    let losses = Self.losses(of: today).prefix(most)
    var changed = losses.map { (name: $0.name, system: $0.change(today)) }
    if let scenarios {
      changed += scenarios.all.prefix(most).map {
        ("scenario \($0.name)", scenarios.architecture(under: $0))
      }
    }
    return changed.map { name, system in
      var system = system
      system.today = today.today
      return GrowthVariant(name: name, model: GrowthModel(system))
    }
  }

  private typealias Change = (name: String, change: (Architecture) -> Architecture)

  private static func losses(of today: Architecture) -> [Change] {
    var losses: [Change] = []
    if today.components.contains(where: { $0.severalReplicas != nil }) {
      losses.append(("one replica less each", \.withOneReplicaLess))
    }
    losses += today.zones.map { zone in ("without zone \(zone)", { $0.losing([.zone(zone)]) }) }
    if today.hasCaches { losses.append(("caches cold", \.withColdCaches)) }
    return losses
      + today.components.indices.filter { today.components[$0].kind == .external }.map { index in
        ("without \(today.components[index].name)", { $0.losing([.component(index)]) })
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
