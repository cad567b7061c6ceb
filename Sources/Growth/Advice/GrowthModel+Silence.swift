import Architecture

/// What is undeclared, and what times and limits assume of it.
extension GrowthModel {
  /// Components whose autoscaler does not say what it aims at, although times rest on it.
  func silentScalers(_ times: [ResponseTimes]) -> [Int] {
    architecture.components.indices.filter { index in
      stations[index].scaler != nil && !stations[index].isConsumer
        && architecture.components[index].facts[.scalingTarget] == nil
        && times.contains { $0.waits.stations[index].servers != nil }
    }
  }

  /// Components with servers that some synchronous calls on the way of demand reach.
  func silentCalls(where isSilent: (Relation) -> Bool) -> [Int] {
    let called = architecture.relations.enumerated().compactMap { index, relation -> Int? in
      relation.isSynchronous && demand.isReached[index] && isSilent(relation)
        ? relation.target.component : nil
    }
    return Set(called).sorted().filter { stations[$0].servers != nil }
  }

  /// Components with servers whose queue is undeclared, and unbounded by convention.
  func silentRooms() -> [Int] {
    architecture.components.indices.filter {
      stations[$0].servers != nil && !stations[$0].isConsumer
        && stations[$0].work.contains { $0.load.isUsed }
        && architecture.components[$0].facts[.queue] == nil
    }
  }

  /// Callees without a time, of stations whose servers they hold.
  func silentCallees() -> [Int] {
    var isSilent = [Bool](repeating: false, count: architecture.components.count)
    for (node, calls) in tree.calls.enumerated()
    where tree.own[node] != nil || tree.components[node] >= isSilent.count {
      for call in calls where tree.own[call.target] == nil {
        let component = tree.components[call.target]
        guard component < isSilent.count else { continue }
        isSilent[component] = !tree.isSilentlyFast[component]
      }
    }
    return isSilent.indices.filter { isSilent[$0] }
  }

  /// Components with demand of a system with zones that do not say in which ones they run.
  func placelessComponents() -> [Int] {
    let components = architecture.components
    guard components.contains(where: { $0.facts[.zones] != nil }) else { return [] }
    return components.indices.filter { index in
      [.work, .store].contains(components[index].kind.role) && demand.nodes[index].peak > 0
        && components[index].facts[.zones] == nil && !components[index].facts.isTrue(.managed)
    }
  }

  func exponentialStations() -> [Int] {
    architecture.components.indices.filter { index in
      stations[index].servers != nil
        && stations[index].work.contains { work in
          let own = work.relation.map { tree.handling[$0] } ?? tree.own[work.node]
          return own.map { $0.variability == nil } ?? false
        }
    }
  }

  func list(_ components: [Int]) -> String {
    let names = components.map { architecture.components[$0].name }
    guard names.count > 3 else {
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " and " + last
    }
    return names.prefix(2).joined(separator: ", ") + " and \(names.count - 2) more"
  }
}
