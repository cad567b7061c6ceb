package import Architecture
package import Findings

/// Demand, stations and limits of an architecture: what all answers about growth are taken from.
///
/// No I/O and no SQL.
package struct GrowthModel: Sendable {
  /// What it is a model of.
  package let architecture: Architecture
  /// Limits of each component, the first one reached in front.
  package let limits: [[Limit]]
  let uses: [Double]
  let tree: CallTree
  let demand: Demand
  let stations: [Station]
  /// Messages per second each `consumes` relation can work off; not a number where unknown.
  let consumers: DerivedColumn
  /// The `consumes` relations of each channel.
  let consumersByChannel: [Int: [Int]]

  /// The model of an architecture whose silence has been completed.
  package init(_ architecture: Architecture) {
    self.architecture = architecture
    let uses = architecture.relationUses()
    let tree = CallTree(architecture, uses: uses)
    let responses = tree.responses { component, _ in
      Moments(saturation: architecture.components[component].isLost ? .beyond : .none)
    }
    let nothing = Demand(nodes: [], relations: architecture.relations.map { _ in .unknown })
    let idle = LimitFinder(
      architecture: architecture, demand: nothing, tree: tree,
      stations: architecture.components.map { Station($0) }, responses: responses)
    let consumers = idle.consumerCapacities()
    let demand = Demand(architecture, uses: uses, ceilings: consumers.values)
    let stations = Station.all(architecture, demand)
    limits =
      LimitFinder(
        architecture: architecture, demand: demand, tree: tree, stations: stations,
        responses: responses
      ).all()
    self.uses = uses
    self.tree = tree
    self.demand = demand
    self.stations = stations
    self.consumers = consumers
    consumersByChannel = Dictionary(
      grouping: architecture.relations.indices.filter {
        architecture.relations[$0].kind == .consumes
      }
    ) { architecture.relations[$0].target.component }
  }

  /// The limit that is reached first, and the component it belongs to.
  package var first: (component: Int, limit: Limit)? {
    var least: (component: Int, limit: Limit)?
    for (index, limits) in limits.enumerated() {
      guard let limit = limits.first, limit.headroom < least?.limit.headroom ?? .infinity else {
        continue
      }
      least = (index, limit)
    }
    return least
  }

  /// How many times today's peak the system carries, and what sets it; nil when no limit is known.
  package var headroom: Headroom? {
    first.map {
      Headroom(
        multiple: $0.limit.headroom, element: .component($0.component), limit: $0.limit.kind,
        origin: $0.limit.basis)
    }
  }
}

/// How many times today's peak the system carries, and what sets it.
package struct Headroom: Hashable, Sendable {
  /// Times today's peak.
  package let multiple: Double
  /// The element that saturates first.
  package let element: ElementID
  /// What binds it.
  package let limit: LimitKind
  /// The weakest origin among its inputs.
  package let origin: Origin
}

extension LimitFinder {
  /// Messages per second each consumer can work off with all its servers, or all its partitions.
  func consumerCapacities() -> DerivedColumn {
    var column = DerivedColumn(count: architecture.relations.count)
    for (index, relation) in architecture.relations.enumerated() {
      guard let source = relation.source, let own = tree.handling[index],
        let servers = stations[source.component].servers
      else { continue }
      let node = source.operation.map { architecture.components.count + $0 } ?? source.component
      let hold = tree.hold(ofMessage: index, at: node, responses).mean
      let station = stations[source.component]
      column.set(
        index, min(servers, readers(index) ?? servers) / hold / station.stretch,
        basis: max(own.basis, station.basis))
    }
    return column
  }
}
