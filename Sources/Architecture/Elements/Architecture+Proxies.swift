/// The calls by which proxies pass requests on, as indices of relations.
struct ProxiedCalls {
  fileprivate var made: [Endpoint: [Int]] = [:]

  /// What may be called for a request at an end: an operation makes its component's calls as well.
  subscript(end: Endpoint) -> [Int] {
    let shared = Endpoint(component: end.component)
    return (made[end] ?? []) + (end == shared ? [] : made[shared] ?? [])
  }
}

extension Architecture {
  /// Proxies that a request passes in a row, at most, for its effect to be seen behind them.
  static let mostProxies = 8

  /// Lets callers of a proxy see the effect of what it passes their calls on to, and the key by
  /// which a repeat is recognised there.
  mutating func seeThroughProxies() {
    let onward = proxiedCalls()
    var open: [Int] = []
    for (index, relation) in relations.enumerated() where relation.kind == .calls {
      if isProxy(relation.target), relation.facts[.effect] == nil { open.append(index) }
    }
    for _ in 0..<Self.mostProxies where !open.isEmpty {
      for index in open {
        guard let call = dearest(of: onward[relations[index].target]) else { continue }
        for entry in relations[call].facts.entries where Self.isSeen(entry.property) {
          relations[index].facts.add(entry.property, entry.fact)
        }
      }
      let left = open.filter { relations[$0].facts[.effect] == nil }
      guard left.count < open.count else { return }
      open = left
    }
  }

  /// What all proxies pass on.
  func proxiedCalls() -> ProxiedCalls {
    var calls = ProxiedCalls()
    for (index, relation) in relations.enumerated() where relation.kind == .calls {
      guard let source = relation.source, isProxy(source) else { continue }
      calls.made[source, default: []].append(index)
    }
    return calls
  }

  func isProxy(_ end: Endpoint) -> Bool {
    components[end.component].kind.role == .proxy
  }

  private static func isSeen(_ property: Property) -> Bool {
    property == .effect || property.name.hasPrefix("idempotency.")
  }

  /// The call with the dearest effect that a proxy makes for a request; nil where that is unknown.
  private func dearest(of calls: [Int]) -> Int? {
    let known = calls.filter { relations[$0].facts[.effect] != nil }
    let dearest = known.max { rank(of: $0) < rank(of: $1) }
    guard let dearest, known.count == calls.count || rank(of: dearest) > 0 else { return nil }
    return dearest
  }

  private func rank(of relation: Int) -> Int {
    relations[relation].facts[.effect].map(Self.rank) ?? -1
  }
}
