import Architecture
import Description
import Findings
import Growth
import SourceText
import YAML

/// A change of structure by a component that the description does not have yet.
struct Rebuilding {
  /// What is built.
  let structure: PlannedChange.Structure
  /// The limit that it is built for.
  let bound: PlannedChange.Bound
  /// The steps by which the description says it.
  let edits: [FixStep]
  /// What it does: `orders-db: reports-orders-db for what reports keeps`.
  let words: String

  /// The first change of each structure that a limit of some steps leads to.
  static func all(
    for steps: [PlannedChange], of model: GrowthModel, _ sources: SourceSet
  ) -> [Rebuilding] {
    [PlannedChange.Structure.queue, .split, .replica].compactMap { structure in
      steps.lazy.compactMap {
        RebuildingFinder(model: model, sources: sources, bound: $0.bound).change(structure)
      }.first
    }
  }

  /// How a plan with it reaches its target.
  var way: PlanWay {
    switch structure {
    case .queue: .queue
    case .split: .split
    case .replica: .replica
    case .cache, .shards, .breaker: .structure
    }
  }
}

/// Finds out how a description says that something is built for a limit.
private struct RebuildingFinder {
  let model: GrowthModel
  let sources: SourceSet
  let bound: PlannedChange.Bound

  private var architecture: Architecture { model.architecture }
  private var component: Component { architecture.components[bound.component] }

  func change(_ structure: PlannedChange.Structure) -> Rebuilding? {
    let found: (edits: [FixStep], words: String)? =
      switch structure {
      case .queue: queue
      case .split: split
      case .replica: replica
      case .cache, .shards, .breaker: nil
      }
    return found.map {
      Rebuilding(
        structure: structure, bound: bound, edits: $0.edits,
        words: "\(component.name): \($0.words)")
    }
  }

  // MARK: - A queue in front

  /// The caller that loads a service most puts its work into a queue, so that the mean counts in
  /// place of the peak.
  private var queue: (edits: [FixStep], words: String)? {
    guard [.servers, .autoscaler].contains(bound.limit), component.kind.role == .work,
      component.facts[.takes] != nil, !isConsumer, let index = heaviest(of: [.calls])
    else { return nil }
    let relation = architecture.relations[index]
    guard relation.target.operation == nil, let source = relation.source, !publishes(source) else {
      return nil
    }
    let queue = unused("\(component.name)-queue")
    let caller = caller(source)
    let edits = [
      FixStep(at: architecture.name(of: .relation(index)), [], .remove),
      FixStep(at: caller, ["publishes"], .add(.plain(queue))),
      add(queue, .mapping([.init("kind", .plain("queue"))])),
      FixStep(at: component.name, ["consumes"], .add(.plain(queue))),
    ]
    return (edits, "\(queue) between \(caller) and it")
  }

  private var isConsumer: Bool {
    architecture.relations.contains {
      $0.kind == .consumes && $0.source?.component == bound.component
    }
  }

  private func publishes(_ source: Endpoint) -> Bool {
    architecture.relations.contains { $0.kind == .publishes && $0.source == source }
  }

  // MARK: - Another store

  /// The caller that loads a store most gets a store of its own, like the one there is.
  private var split: (edits: [FixStep], words: String)? {
    let shared: [LimitKind] = [.singleWriter, .writes, .reads, .connections]
    guard component.kind.role == .store, shared.contains(bound.limit),
      let index = heaviest(of: bound.limit == .reads ? [.reads] : [.writes]),
      let source = architecture.relations[index].source
    else { return nil }
    let own = relations { $0.source?.component == source.component }
    guard own.count < relations(where: { _ in true }).count else { return nil }
    let caller = architecture.components[source.component].name
    let store = unused("\(caller)-\(component.name)")
    return copy.map { copy in
      (
        [add(store, copy)] + own.map { redirect($0, to: store) },
        "\(store) for what \(caller) keeps"
      )
    }
  }

  /// The reads of the caller that reads most go to a copy that the writer keeps up to date.
  private var replica: (edits: [FixStep], words: String)? {
    let isReplicated = architecture.relations.contains {
      $0.kind == .replicates
        && ($0.source?.component == bound.component || $0.target.component == bound.component)
    }
    guard component.kind == .database, bound.limit == .reads, !isReplicated,
      let index = heaviest(of: [.reads]),
      let reader = architecture.relations[index].source?.component
    else { return nil }
    let reads = relations { $0.kind == .reads }
    let own = reads.filter { architecture.relations[$0].source?.component == reader }
    let replica = unused("\(component.name)-replica")
    guard own.count < reads.count else { return nil }
    return copy.map { copy in
      let feed = FixStep(at: component.name, ["replicates"], .add(.plain(replica)))
      return (
        [add(replica, copy), feed] + own.map { redirect($0, to: replica) },
        "\(replica) for the reads of \(architecture.components[reader].name)"
      )
    }
  }

  /// What is said of the store, but for whom it uses, and what was measured of it.
  private var copy: NewValue? {
    let relations = RelationKind.allCases.map(\.rawValue)
    return architecture.copy(
      ofComponent: bound.component, without: Set(relations + ["used", "measured", "operations"]),
      sources)
  }

  private func redirect(_ index: Int, to store: String) -> FixStep {
    let relation = architecture.relations[index]
    return FixStep(
      at: architecture.name(of: .relation(index)), [relation.kind.targetKey], .set(.plain(store)))
  }

  // MARK: - Parts

  /// The relations of components to the one whose limit it is, as far as they are used.
  private func relations(where isIncluded: (Relation) -> Bool) -> [Int] {
    architecture.relations.indices.filter {
      let relation = architecture.relations[$0]
      return relation.target.component == bound.component && relation.source != nil
        && relation.journey == nil && model.peak(ofRelation: $0) > 0 && isIncluded(relation)
    }
  }

  /// The relation of some kinds that is used most.
  private func heaviest(of kinds: [RelationKind]) -> Int? {
    relations { kinds.contains($0.kind) }.max {
      model.peak(ofRelation: $0) < model.peak(ofRelation: $1)
    }
  }

  private func caller(_ source: Endpoint) -> String {
    architecture.name(of: source.operation.map(ElementID.operation) ?? .component(source.component))
  }

  private func unused(_ name: String) -> String {
    let taken = Set(architecture.components.map(\.name))
    return taken.contains(name) ? unused(name + "-2") : name
  }

  private func add(_ name: String, _ value: NewValue) -> FixStep {
    FixStep(at: nil, ["components", name], .add(value))
  }
}
