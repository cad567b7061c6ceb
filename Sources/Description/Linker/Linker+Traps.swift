import Architecture
import Findings
import SourceText
import YAML

/// What is legal and surely not meant: each is a warning, and the value is taken as it is written.
extension Linker {
  /// Adds what of a finished draft is surely not meant.
  mutating func checkTraps() {
    for component in components where !component.isImported { checkScaling(of: component) }
    for facts in components.map(\.facts) + journeys.map(\.facts) {
      checkShares(facts)
      checkAvailability(facts)
    }
    for relation in relations { checkRetries(relation.facts) }
    checkHits()
  }

  /// `hit` belongs to the arrow that a hit saves, not to the one that looks into the cache.
  private mutating func checkHits() {
    let saved = readsBesideCaches()
    for relation in relations where relation.isSynchronous {
      let cache = relation.target.component
      guard components[cache].kind == .cache, let fact = relation.facts[.hit],
        let span = fact.span, let share = fact.value.number,
        let owner = relation.source.flatMap({ saved[$0.component] }) ?? saved[cache]
      else { continue }
      let name = components[owner].name
      trap(
        "`hit` is on the arrow to the cache `\(components[cache].name)` itself: only "
          + "\(Unit.ratio.format(1 - share)) of the requests reach it, and all of them `\(name)`",
        "move `hit: \(Unit.ratio.format(share))` to the arrow to `\(name)`, which a hit saves", span
      )
    }
  }

  /// By component, the first store that it always reads, caches aside.
  private func readsBesideCaches() -> [Int: Int] {
    var stores: [Int: Int] = [:]
    for relation in relations where relation.kind == .reads && relation.facts[.hit] == nil {
      let kind = components[relation.target.component].kind
      guard let source = relation.source?.component, kind.role == .store, kind != .cache,
        stores[source] == nil
      else { continue }
      stores[source] = relation.target.component
    }
    return stores
  }

  /// An autoscaler with nothing to scale.
  private mutating func checkScaling(of component: Component) {
    guard case .range(let low, let high)? = component.facts[.replicas]?.value, low == high,
      component.facts[.replicas]?.origin == .declared,
      let span = component.facts[.scalingOn]?.span
    else { return }
    let count = Unit.count.format(high)
    trap(
      "`scaling` has no effect: `replicas: \(count)` is fixed",
      "write a range, such as `replicas: \(count)..\(Unit.count.format(high * 4))`, or leave "
        + "`scaling` out", span)
  }

  /// The largest part of a whole is no smaller than all would be if they were alike.
  private mutating func checkShares(_ facts: FactList) {
    for whole in ["shards.distinct", "tenants.count"] {
      let share = whole.prefix { $0 != "." } + ".top-share"
      guard let number = Property(whole).flatMap({ facts.number($0) }), number > 0,
        let fact = Property(String(share)).flatMap({ facts[$0] }), let span = fact.span,
        let top = fact.value.number, top < 1 / number * (1 - 1e-9)
      else { continue }
      trap(
        "`\(share)` of \(Unit.ratio.format(top)) is less than an even share of the "
          + "\(Unit.count.format(number)) of `\(whole)`",
        "it is \(Unit.ratio.format(1 / number)) at least", span)
    }
  }

  /// A share of 1 with a percent sign: nothing is planned to fail more often than not.
  private mutating func checkAvailability(_ facts: FactList) {
    for property in [Property.availability, .targetAvailability, .expectAvailability] {
      guard let fact = facts[property], let span = fact.span, let share = fact.value.number,
        share < 0.5
      else { continue }
      let meant = share * 100
      trap(
        "`\(property.name)` of \(Unit.ratio.format(share)) means that most requests fail",
        meant > 0.5 && meant <= 1
          ? "was \(Unit.ratio.format(meant)) meant?" : "is it the share that fails?", span)
    }
  }

  /// What governs retries where there are none.
  private mutating func checkRetries(_ facts: FactList) {
    guard facts[.attempts]?.span != nil, facts.number(.attempts) == 1 else { return }
    for name in ["backoff", "budget"] {
      guard let fact = Property(name).flatMap({ facts[$0] }), let span = fact.span,
        fact.value != .text("none")
      else { continue }
      trap(
        "`\(name)` has no effect: a single attempt is never repeated",
        "write `attempts: 2` or more, which counts the first call, or leave `\(name)` out", span)
    }
  }

  private mutating func trap(_ message: String, _ remedy: String, _ span: SourceSpan) {
    unresolved.append(
      UnresolvedReference(
        code: "not-meant", message: message, remedy: remedy, weight: .warning, span: span))
  }
}
