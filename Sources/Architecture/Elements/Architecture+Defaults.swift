import Findings
import SourceText
import YAML

extension Architecture {
  /// The horizon of a silent description: the eighteen months after which many systems are
  /// rewritten, by convention.
  static let assumedHorizon = 18 * Seconds.month

  /// The architecture with silence turned into defaults and assumptions, each with its source.
  ///
  /// Components take the catalogue's facts about their products; relations take inherited
  /// properties from the operation or component they point at; effects follow from what an arrow
  /// says. What is undeclared and no product decides stays unknown.
  package func completed(with catalogue: Catalogue) -> Architecture {
    var result = self
    result.resolvePolls()
    result.resolvePeaks()
    result.addMeasuredTimes()
    result.facts.add(
      .horizon,
      Fact(.number(Self.assumedHorizon), .assumed, source: "convention: 18 months ahead"))
    result.addProductsOfBrokers()
    result.addCatalogueDefaults(catalogue)
    result.addSessionStores()
    result.addInherited()
    result.addCacheAsideHits()
    result.seeThroughProxies()
    result.addHandlerEffects()
    return result
  }

  /// Those who ask at fixed times come as often as they are many, whoever is answered.
  private mutating func resolvePolls() {
    for index in journeys.indices {
      let facts = journeys[index].facts
      guard let users = facts[.users], let every = facts[.every], let count = users.value.number,
        let period = every.value.number, period > 0
      else { continue }
      let rate = Fact(.number(count / period), .derived, basis: max(users.basis, every.basis))
      journeys[index].facts.add(.rate, rate)
    }
  }

  /// A peak said as a multiple is that of the mean, also where a what-if changes the mean.
  private mutating func resolvePeaks() {
    for index in journeys.indices {
      let facts = journeys[index].facts
      guard let peak = facts[.peak], case .times(let factor) = peak.value,
        let rate = facts.number(.rate)
      else { continue }
      journeys[index].facts.set(
        .peak, Fact(.number(rate * factor), peak.origin, span: peak.span, source: peak.source))
    }
  }

  private mutating func addCatalogueDefaults(_ catalogue: Catalogue) {
    struct Build: Hashable {
      let names: [String]
      let kind: ComponentKind
    }
    var known: [Build: [(property: Property, fact: Fact)]] = [:]
    var unknown: [Build: [String]] = [:]
    for index in components.indices {
      let names = components[index].facts.list(.technology)
      guard !names.isEmpty else { continue }
      let build = Build(names: names, kind: components[index].kind)
      let defaults = known[build] ?? catalogue.defaults(of: build.names, as: build.kind)
      known[build] = defaults
      let strangers = unknown[build] ?? names.flatMap { catalogue.naming($0).unknown }
      unknown[build] = strangers
      // Of a broker's product the broker is asked.
      let isOwn = components[index].facts[.technology]?.origin != .derived
      components[index].unknownProducts = isOwn ? strangers : []
      for (property, fact) in defaults { components[index].facts.add(property, fact) }
    }
  }

  /// Naming a session store says that sessions live in a store.
  private mutating func addSessionStores() {
    for index in components.indices {
      guard let store = components[index].facts[.sessionStore] else { continue }
      components[index].facts.add(
        .sessions, Fact(.text("store"), .derived, basis: store.origin, span: store.span))
    }
  }

  private mutating func addInherited() {
    let inherited = Property.all.filter(\.definition.inherited)
    for index in relations.indices {
      let relation = relations[index]
      let origins = [
        relation.target.operation.map { operations[$0].facts },
        components[relation.target.component].facts,
      ]
      for property in inherited where belongs(property, to: relation.kind) {
        for facts in origins {
          guard let fact = facts?[property], holds(fact, for: relation) else { continue }
          relations[index].facts.add(property, fact)
        }
      }
      if let effect = relation.kind.impliedEffect {
        relations[index].facts.add(
          .effect, Fact(.text(effect), .derived, basis: .declared, span: relation.span))
      }
    }
  }

  /// A platform that feeds functions takes as much at once as it may; other consumers choose.
  private func holds(_ fact: Fact, for relation: Relation) -> Bool {
    guard fact.isLimit, relation.kind == .consumes else { return true }
    return relation.source.map { components[$0.component].kind == .function } ?? false
  }

  private func belongs(_ property: Property, to kind: RelationKind) -> Bool {
    // A consumer's own memory of messages is not the broker's, so only what is said to belong to
    // consumers is taken from the channel.
    let kinds = property.definition.relations
    return kinds.contains(kind) || kinds.isEmpty && kind != .consumes
  }

  /// Handling a message has the strongest effect of what its consumer does; its work takes what
  /// the consumer's work takes.
  private mutating func addHandlerEffects() {
    var strongest: [Endpoint: Fact] = [:]
    for relation in relations where relation.kind != .consumes {
      guard let source = relation.source, let fact = relation.facts[.effect] else { continue }
      let ends = [source, Endpoint(component: source.component)]
      for end in Set(ends) where Self.rank(fact) > strongest[end].map(Self.rank) ?? -1 {
        strongest[end] = fact
      }
    }
    for index in relations.indices where relations[index].kind == .consumes {
      guard let source = relations[index].source else { continue }
      if let effect = strongest[source] {
        relations[index].facts.add(
          .effect, Fact(effect.value, .derived, basis: effect.basis, span: effect.span))
      }
      let own = source.operation.map { operations[$0].facts.entries } ?? []
      for entry in own where entry.property.name.hasPrefix("idempotency.") {
        relations[index].facts.add(entry.property, entry.fact)
      }
      for property in [Property.takes, .takesP99, .variability] {
        let own = source.operation.flatMap { operations[$0].facts[property] }
        guard let fact = own ?? components[source.component].facts[property] else { continue }
        relations[index].facts.add(property, fact)
      }
    }
  }

  /// Effects by what a repeat or a loss would cost, the dearest last.
  private static let effects = ["none", "message", "write", "email", "order", "payment"]

  static func rank(_ fact: Fact) -> Int {
    guard case .text(let effect) = fact.value else { return -1 }
    return effects.firstIndex(of: effect) ?? -1
  }
}

extension Catalogue {
  /// What a component that is built on some products does by default.
  ///
  /// Of products of which each could be the component only that counts in which all agree.
  fileprivate func defaults(
    of names: [String], as kind: ComponentKind
  ) -> [(property: Property, fact: Fact)] {
    let (order, open) = choice(among: names.flatMap { naming($0).products }, as: kind)
    let disputed = open.map { knowing($0).defaults }
    return order.flatMap { product in
      let defaults = knowing(product).defaults
      guard open.contains(where: { $0.id == product.id }) else { return defaults }
      return defaults.filter { mine in
        disputed.allSatisfy { others in
          others.contains { $0.property == mine.property && $0.fact.value == mine.fact.value }
        }
      }
    }
  }
}

extension RelationKind {
  /// The effect that the arrow itself says; nil where it depends on the target.
  fileprivate var impliedEffect: String? {
    switch self {
    case .writes: "write"
    case .publishes: "message"
    case .reads: "none"
    default: nil
    }
  }
}
