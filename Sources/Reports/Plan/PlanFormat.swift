package import Review

/// How `tenfold plan` says what to change.
package enum PlanFormat: String, CaseIterable, Sendable {
  case text, json

  /// The plan as text.
  package func render(_ plan: Plan, isColoured: Bool = false, isComplete: Bool = false) -> String {
    switch self {
    case .text:
      PlanTextReport(plan: plan, style: TextStyle(isColoured: isColoured), isComplete: isComplete)
        .render()
    case .json: PlanJSONReport(plan: plan).render()
    }
  }
}
