import Architecture
import Findings
import Rules

/// The checks that rules would make of components' load, and cannot draw up at all for want of a
/// number: no row of theirs tells of them.
///
/// A rule that holds load against limits finds nothing where neither is known, which is not fine:
/// what is missing leaves a check of it undecided, and its question names the rule.
struct LoadChecks {
  private let facts: RuleFacts
  private let bearers: [Set<LoadBearer>]
  /// What any journey reaches.
  private let reached: Set<LoadBearer>

  init(_ facts: RuleFacts) {
    self.facts = facts
    bearers = facts.architecture.loadBearers()
    reached = zip(facts.reachedComponents, bearers).reduce(into: []) { reached, component in
      if component.0 { reached.formUnion(component.1) }
    }
  }

  /// What each rule waits for beside its rows, in the order of the unknowns.
  func added(to runs: [RuleRun], of rules: RuleSet, for unknowns: [RuleRun.Unknown]) -> [RuleRun] {
    let byId = Dictionary(rules.entries.map { ($0.id, $0) }) { first, _ in first }
    let decisive = unknowns.map { (unknown: $0, bearers: deciding($0)) }
    return runs.map { run in
      guard let rule = byId[run.rule]?.rule else { return run }
      var run = run
      for (unknown, bearers) in decisive where waits(rule, for: unknown, of: bearers) {
        run.wait(for: unknown, rule.severity, at: facts.architecture.span(of: unknown.element))
      }
      return run
    }
  }

  private func waits(_ rule: Rule, for unknown: RuleRun.Unknown, of bearers: Set<LoadBearer>)
    -> Bool
  {
    guard !rule.loadOn.isDisjoint(with: bearers) else { return false }
    // What bears nothing by itself is awaited by name.
    let isLimit = ![.zones, .pool].contains(unknown.property)
    return isLimit || rule.inputs.contains { $0.property == unknown.property.name }
  }

  /// Whose limits, or whose load, the answer is part of.
  private func deciding(_ unknown: RuleRun.Unknown) -> Set<LoadBearer> {
    switch unknown.property.definition.topic {
    case .demand: return reached
    case .capacity, .copies: break
    case .change, .recovery, .connections, .behaviour, .hygiene: return []
    }
    let architecture = facts.architecture
    return switch unknown.element {
    case .system, .journey: reached
    case .component(let index): bearers[index]
    case .operation(let index): bearers[architecture.operations[index].component]
    case .relation(let index):
      architecture.relations[index].source.map { bearers[$0.component] } ?? reached
    }
  }
}
