import Architecture
import Findings
import Growth
import Rules

/// What a review has to know of every system, whether a rule waits for it or not: how much the
/// shared stores and third parties handle, how many copies run in which zones, what comes at the
/// peak, and what clients hold open.
///
/// Each is asked on its own account, so that one unknown never hides another.
struct StandingQuestions {
  private let facts: RuleFacts
  private let ranking: QuestionRanking
  /// Components that something writes into.
  private let written: Set<Int>
  /// Components that a client or a journey comes to at once.
  private let entries: Set<Int>
  private var architecture: Architecture { facts.architecture }

  init(_ facts: RuleFacts, _ ranking: QuestionRanking) {
    self.facts = facts
    self.ranking = ranking
    let relations = facts.architecture.relations
    written = Set(relations.filter { $0.kind == .writes }.map(\.target.component))
    entries = Set(relations.filter { $0.journey != nil }.map(\.target.component))
  }

  /// The unknown properties, each once; nothing that no answer could change.
  var unknowns: [RuleRun.Unknown] {
    var seen: Set<RuleRun.Unknown> = []
    let missing = facts.growth.missingInputs(withLatency: false).map {
      RuleRun.Unknown(element: $0.element, property: $0.property)
    }
    return (missing + doors + capacities + copies + peaks + protocols + strangers).filter {
      seen.insert($0).inserted && !ranking.isPointless($0)
    }
  }

  private func component(_ index: Int, _ property: Property) -> RuleRun.Unknown {
    RuleRun.Unknown(element: .component(index), property: property)
  }

  /// Where demand may come in, as long as no journey says so: what runs or passes on and uses
  /// others while nothing uses it.
  private var doors: [RuleRun.Unknown] {
    guard architecture.journeys.isEmpty else { return [] }
    var using = Set<Int>(), used = Set<Int>()
    for relation in architecture.relations where relation.kind.carriesLoad {
      guard let source = relation.source?.component, source != relation.target.component
      else { continue }
      using.insert(source)
      // What takes work off a queue is used by it.
      used.insert(relation.kind == .consumes ? source : relation.target.component)
    }
    let doors = architecture.components.indices.filter { index in
      let component = architecture.components[index]
      return [.work, .proxy].contains(component.kind.role) && component.kind != .scheduler
        && !used.contains(index) && (using.contains(index) || component.isImported)
    }
    // What says of itself that it is reached from outside counts before what only may be.
    let sure = doors.filter { index in
      let component = architecture.components[index]
      return component.isPublished || component.kind.role == .proxy
    }
    return (sure.isEmpty ? doors : sure).map { component($0, .rate) }
  }

  /// What stores, third parties, shared proxies and channels handle, where it decides the headroom.
  private var capacities: [RuleRun.Unknown] {
    architecture.components.indices.compactMap { index in
      capacity(of: index).map { component(index, $0) }
    }.filter(ranking.decidesHeadroom)
  }

  private func capacity(of index: Int) -> Property? {
    let component = architecture.components[index]
    guard !component.isElastic, architecture.brokers[index] == nil else { return nil }
    let property: Property? =
      switch component.kind.role {
      case .external: .limit
      case .store: component.storeCapacity(ofWrites: written.contains(index))
      case .proxy where ranking.users[index] > 1 && !entries.contains(index): .limit
      // A channel between more than two shares what its brokers can hand out.
      case .channel where ranking.users[index] > 2 && !component.facts.isTrue(.managed): .limit
      case .proxy, .client, .work, .channel, .tool: nil
      }
    guard let property, component.facts[property] == nil, component.facts[.used] == nil else {
      return nil
    }
    return component.kind.role == .proxy ? property : .used
  }

  /// How many copies run of what critical journeys need, and the zones of what runs in more
  /// than one; what a cache holds can be made again.
  private var copies: [RuleRun.Unknown] {
    architecture.components.indices.compactMap { index in
      let component = architecture.components[index]
      guard facts.isCritical(.component(index)), architecture.brokers[index] == nil,
        [.work, .store, .channel].contains(component.kind.role), component.kind != .cache
      else { return nil }
      guard let replicas = component.facts.number(.replicas) else {
        return self.component(index, .replicas)
      }
      return replicas > 1 && component.facts[.zones] == nil
        ? self.component(index, .zones) : nil
    }
  }

  /// Who runs what is of a product that nobody knows: nothing it does by itself is known either.
  private var strangers: [RuleRun.Unknown] {
    architecture.components.indices.filter { index in
      let component = architecture.components[index]
      return !component.unknownProducts.isEmpty && component.facts[.managed] == nil
    }.map { component($0, .managed) }
  }

  /// The peak of journeys that say how often they are taken on average.
  private var peaks: [RuleRun.Unknown] {
    architecture.journeys.indices.filter { index in
      let facts = architecture.journeys[index].facts
      return facts[.rate] != nil && facts[.peak] == nil && facts[.users] == nil
    }.map { RuleRun.Unknown(element: .journey($0), property: .peak) }
  }

  /// What the clients of critical journeys speak; once for each component that they come to.
  private var protocols: [RuleRun.Unknown] {
    var seen: Set<Int> = []
    return architecture.relations.indices.filter { index in
      let relation = architecture.relations[index]
      guard let journey = relation.journey, relation.kind == .calls,
        architecture.journeys[journey].facts.isTrue(.critical),
        relation.facts[.protocol] == nil,
        [.work, .proxy].contains(architecture.components[relation.target.component].kind.role)
      else { return false }
      return seen.insert(relation.target.component).inserted
    }.map { RuleRun.Unknown(element: .relation($0), property: .protocol) }
  }
}
