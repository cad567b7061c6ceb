import Architecture
import Findings

extension ForecastBuilder {
  /// The availability of each journey by the nodes that it calls; journeys with the same ones need
  /// the same.
  func availabilities(_ calls: [[Int]]) -> [(value: Double, isAtMost: Bool)?] {
    let isNeeded = model.architecture.relations.map { $0.facts[.fallback] == nil }
    let parts = model.architecture.components.map { $0.facts.number(.availability) }
    var seen = [Int](repeating: -1, count: model.tree.calls.count)
    var known: [Set<Int>: (value: Double, isAtMost: Bool)?] = [:]
    return calls.enumerated().map { journey, nodes in
      let entries = Set(nodes)
      if let known = known[entries] { return known }
      let needed = needed(by: entries, &seen, mark: journey) { isNeeded[$0] }
      let availability = availability(of: needed.map { parts[$0] })
      known[entries] = .some(availability)
      return availability
    }
  }

  /// The components that cannot be done without, in their order; `seen` holds the mark of nodes
  /// that were reached.
  private func needed(
    by entries: Set<Int>, _ seen: inout [Int], mark: Int, where isNeeded: (Int) -> Bool
  ) -> [Int] {
    var open = Array(entries)
    for node in open { seen[node] = mark }
    var parts: Set<Int> = []
    while let node = open.popLast() {
      parts.insert(model.owner(of: model.tree.components[node]))
      for call in model.tree.calls[node] where seen[call.target] != mark && isNeeded(call.relation)
      {
        seen[call.target] = mark
        open.append(call.target)
      }
    }
    return parts.sorted()
  }

  /// The product over all hard dependencies of a journey; nil when none says how often
  /// it answers.
  private func availability(of parts: [Double?]) -> (value: Double, isAtMost: Bool)? {
    let known = parts.compactMap(\.self)
    guard !known.isEmpty else { return nil }
    return (Availability.ofAll(known), known.count < parts.count)
  }
}
