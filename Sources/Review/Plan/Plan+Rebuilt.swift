import Architecture
import Description
import Findings
import Growth
import SourceText

extension Plan {
  /// Components of a system for which it is tried to build something anew.
  private static let mostComponents = 120

  /// The ways that build something anew, where that ends the limit it is built for and leaves no
  /// more than numbers do.
  func rebuilt(
    from base: Review, _ numbers: SmallestChanges, _ whatIf: WhatIf, _ making: Making
  ) -> [Plan] {
    guard let model = base.growth, !isCutShort,
      model.architecture.components.count <= Self.mostComponents
    else { return [] }
    return Rebuilding.all(for: numbers.steps, of: model, base.sources).compactMap {
      plan(with: $0, base, whatIf, making)
    }
  }

  private func plan(
    with rebuilding: Rebuilding, _ base: Review, _ whatIf: WhatIf, _ making: Making
  ) -> Plan? {
    guard let architecture = base.architecture,
      let changes = try? DescriptionChange.all(rebuilding.edits, in: architecture, base.sources)
    else { return nil }
    let files = Dictionary(changes.map { ($0.path, $0.new) }) { _, last in last }
    let built = making(whatIf, files)
    guard let model = built.growth, built.problems.added(since: base.problems).isEmpty else {
      return nil
    }
    let tried = TriedChanges(model, target: target)
    let component = architecture.components[rebuilding.bound.component]
    let isEnded = !tried.changes.steps.contains {
      model.architecture.components[$0.bound.component].name == component.name
    }
    guard isEnded, tried.changes.left.count <= left.count else { return nil }
    let months = steps.first { $0.limited == component.name }?.months
    let step = PlanStep(
      rebuilding, months: months, after: built.headroom, at: component, base.sources)
    return Plan(self, step, tried, rebuilding.way, (built, files), whatIf, making)
  }
}
