import Architecture
import Findings
import YAML

/// The connections that one component keeps open to another, as a station of tokens: each call
/// takes one and holds it until it is answered.
///
/// A pool of k on each of n replicas is n x k servers that the whole call below holds: it limits
/// how many requests are under way, as a multiprogramming limit does.
struct CallPool: Sendable {
  /// The component that keeps the connections.
  let owner: Int
  /// What they lead to.
  let target: Int
  /// The relations that take one of them.
  let relations: [Int]
  /// Connections of one replica.
  let each: Double
  /// Most replicas.
  let replicas: Double
  /// The parts of it: one for each of what keeps it and each of what that calls.
  let parts: Parts
  /// Where the size of the pool stands.
  let place: ElementProperty
  /// The weakest origin of the number of tokens.
  let basis: Origin

  /// What it is called beside the components.
  func name(in architecture: Architecture) -> String {
    "pool of \(architecture.components[owner].name) for \(architecture.components[target].name)"
  }

  /// Tokens of all replicas.
  var tokens: Double { each * replicas }
}

extension Architecture {
  /// The pools of which somebody said how large they are, in the order of their first relation.
  ///
  /// What a component says counts for the stores it uses, what a relation says for its target.
  func callPools() -> [CallPool] {
    var pools: [CallPool] = []
    let parts = self.parts()
    var places: [[Int]: Int] = [:]
    for (index, relation) in relations.enumerated() where relation.isSynchronous {
      guard let owner = relation.source?.component,
        let (place, fact) = pool(of: index, owner), let each = fact.value.number, each.isFinite,
        let replicas = components[owner].facts.replicaBounds
      else { continue }
      let target = relation.target.component
      let known = places[[owner, target]]
      let same = known.map { pools[$0] }
      let isLarger = each > same?.each ?? 0
      let pool = CallPool(
        owner: owner, target: target, relations: (same?.relations ?? []) + [index],
        each: max(each, same?.each ?? 0), replicas: replicas.most,
        parts: parts[owner].pools(to: parts[target]),
        place: isLarger ? place : same?.place ?? place,
        basis: max(fact.basis, components[owner].facts[.replicas]?.basis ?? .declared))
      if let known {
        pools[known] = pool
      } else {
        places[[owner, target]] = pools.count
        pools.append(pool)
      }
    }
    return pools
  }

  private func pool(of relation: Int, _ owner: Int) -> (place: ElementProperty, fact: Fact)? {
    if let fact = relations[relation].facts[.pool] {
      return (ElementProperty(element: .relation(relation), property: .pool), fact)
    }
    guard components[relations[relation].target.component].kind.role == .store,
      let fact = components[owner].facts[.pool]
    else { return nil }
    return (ElementProperty(element: .component(owner), property: .pool), fact)
  }
}
