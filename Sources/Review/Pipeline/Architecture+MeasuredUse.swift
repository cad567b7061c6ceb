import Architecture
import Rules

extension Architecture {
  /// The question that answers what a rule waits for: instead of what a store or a third party
  /// handles, how full it is, which people can look up.
  func asked(for unknown: RuleRun.Unknown) -> RuleRun.Unknown {
    let capacities: [Property] = [.limit, .readCapacity, .writeCapacity]
    guard case .component(let index) = unknown.element, capacities.contains(unknown.property),
      [.store, .external].contains(components[index].kind.role),
      ([.used] + capacities).allSatisfy({ components[index].facts[$0] == nil })
    else { return unknown }
    return RuleRun.Unknown(element: unknown.element, property: .used)
  }
}
