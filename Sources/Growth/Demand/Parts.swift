import Architecture
import YAML

/// The equal parts of a component, such as cells or tenants' databases, each with all that is
/// declared of it; the component is looked at where most of its load goes.
struct Parts: Hashable, Sendable {
  /// How many there are.
  var count = 1.0
  /// Of pools, how many parts keep them, each as many; 1 where each of them has callers of its own.
  var owners = 1.0
  /// The share of the load that the busiest of them gets.
  var share = 1.0

  /// The share that each of the others gets.
  var rest: Double { count > 1 ? (1 - share) / (count - 1) : 0 }

  /// The parts of a callee that the busiest part calls: its own one where there are as many, and of
  /// pools those that it keeps, each of which leads to one part.
  func called(of callee: Parts) -> Parts {
    if callee.count == count { return Parts() }
    if owners > 1, count == owners * callee.count { return Parts() }
    return callee.owners > 1 && callee.owners == count
      ? Parts(count: callee.count / count, share: callee.share / share) : callee
  }

  /// The share of each part, the busiest first.
  var shares: [Double] {
    [share] + Array(repeating: rest, count: Int(whole: count - 1, most: Budget.parts))
  }

  /// Whether the busiest gets clearly more than the others.
  var isUneven: Bool { share * count > 1.02 }

  /// Parts of it that open connections to each part of a callee.
  func connections(to callee: Parts) -> Double { callee.count == count ? 1 : count }

  /// The pools to a callee: one for each part and each that it calls.
  func pools(to callee: Parts) -> Parts {
    if callee.count == 1 || callee.count == count { return self }
    return Parts(count: count * callee.count, owners: count, share: share * callee.share)
  }
}

extension Architecture {
  /// The parts of each component; those that call each other and are as many have the same shares.
  func parts() -> [Parts] {
    var parts = components.map { $0.facts.parts }
    guard parts.contains(where: { $0.count > 1 }) else { return parts }
    var pairs: [Int: [Int]] = [:]
    for relation in relations {
      guard let source = relation.source?.component, source != relation.target.component,
        parts[source].count > 1, parts[source].count == parts[relation.target.component].count
      else { continue }
      pairs[source, default: []].append(relation.target.component)
      pairs[relation.target.component, default: []].append(source)
    }
    var isSettled = components.map { _ in false }
    let busiest = components.indices.sorted { (parts[$1].share, $0) < (parts[$0].share, $1) }
    for first in busiest where !isSettled[first] {
      var open = [first]
      while let next = open.popLast() {
        guard !isSettled[next] else { continue }
        isSettled[next] = true
        parts[next].share = parts[first].share
        open += pairs[next] ?? []
      }
    }
    return parts
  }
}

extension FactList {
  /// As many parts as are declared, the busiest with the load of the largest tenant or key, or of
  /// an even share.
  fileprivate var parts: Parts {
    guard let count = number(.parts)?.rounded(.down), count > 1, count.isFinite else {
      return Parts()
    }
    let top = max(number(.tenantTopShare) ?? 0, number(.shardTopShare) ?? 0)
    return Parts(count: count, share: min(1, max(1 / count, top)))
  }
}

extension Rates {
  /// A share of them.
  func times(_ share: Double) -> Rates {
    guard share != 1 else { return self }
    var part = Rates()
    part.add(self, times: share)
    return part
  }
}
