import Findings
import YAML

/// Something that is taken away from a system to see what is left.
package enum Loss: Hashable, Sendable {
  /// All that runs in a zone.
  case zone(String)
  /// A whole component, by its index.
  case component(Int)
}

extension Architecture {
  /// The zones that components run in, in the order they are named.
  package var zones: [String] {
    var seen: Set<String> = []
    return components.flatMap { $0.facts.list(.zones) }.filter { seen.insert($0).inserted }
  }

  /// The zone or the component with a name; nil where there is none.
  package func loss(named name: String) -> Loss? {
    if components.contains(where: { $0.facts.list(.zones).contains(name) }) { return .zone(name) }
    return components.firstIndex { $0.name == name }.map { .component($0) }
  }

  /// What is left after losses.
  ///
  /// Replicas stand evenly over the zones of a component, and the worst is assumed of those that
  /// do not divide: with four replicas in three zones two are lost. Nothing takes the place of what
  /// is lost, not even where an autoscaler could start more: when a zone is gone, everybody asks
  /// for replicas at once (static stability, see B. Weiss and M. Furr, "Static stability using
  /// Availability Zones", Amazon Builders' Library). The writer of a store moves to another zone.
  /// Components that do not say where they run lose nothing. Channels are lost with the broker that
  /// they are kept on. Who falls back on another component asks that instead.
  package func losing(_ losses: [Loss]) -> Architecture {
    guard !losses.isEmpty else { return self }
    var left = self
    var lostZones: Set<String> = []
    for loss in losses {
      switch loss {
      case .zone(let zone): lostZones.insert(zone)
      case .component(let index): left.components[index].isLost = true
      }
    }
    for index in left.components.indices { left.components[index].lose(lostZones) }
    left.loseChannels()
    left.emptyLostCaches()
    left.fallBack()
    return left
  }

  /// Who reads a cache that is lost finds nothing there: no relation of theirs saves a use.
  private mutating func emptyLostCaches() {
    var readers: Set<Int> = []
    for relation in relations where relation.isSynchronous {
      let target = components[relation.target.component]
      guard target.isLost, target.kind == .cache, let source = relation.source else { continue }
      readers.insert(source.component)
    }
    for index in relations.indices where relations[index].facts[.hit] != nil {
      guard let source = relations[index].source, readers.contains(source.component) else {
        continue
      }
      relations[index].facts.set(.hit, Fact(.number(0), .assumed, source: "its cache is lost"))
    }
  }
}

extension Component {
  /// Takes away the replicas in some zones.
  fileprivate mutating func lose(_ lost: Set<String>) {
    let own = Set(facts.list(.zones))
    let gone = own.intersection(lost).count
    guard gone > 0 else { return }
    func left(_ replicas: Double) -> Double {
      Self.left(of: replicas, in: Double(own.count), without: Double(gone))
    }
    isLost = isLost || gone == own.count
    if let fact = facts[.zones] {
      let rest = facts.list(.zones).filter { !lost.contains($0) }
      facts.set(.zones, Fact(.list(rest), .derived, basis: fact.basis, span: fact.span))
    }
    guard let fact = facts[.replicas], let most = fact.value.number, most.isFinite else { return }
    isLost = isLost || left(most) == 0
    shrinkReads(to: left(most) / most)
    let value: Value =
      if case .range(let least, _) = fact.value { .range(left(least), left(most)) } else {
        .number(left(most))
      }
    facts.set(.replicas, Fact(value, .derived, basis: fact.basis, span: fact.span))
  }

  /// What all replicas of a store answer together, fewer of them answer in part.
  private mutating func shrinkReads(to share: Double) {
    guard let fact = facts[.readCapacity], let rate = fact.value.number else { return }
    facts.set(
      .readCapacity, Fact(.number(rate * share), .derived, basis: fact.basis, span: fact.span))
  }

  /// The fewest of n replicas, spread evenly over zones, that can be left without some of them.
  private static func left(of replicas: Double, in zones: Double, without gone: Double) -> Double {
    let each = (replicas / zones).rounded(.down)
    // The rest stands in the zones that are lost as far as there are so many.
    return (zones - gone) * each + max(0, replicas - zones * each - gone)
  }
}
