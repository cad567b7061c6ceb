import Findings

/// How the severity of a finding comes about: where the rule puts it, and the steps from there.
///
/// One step up on a critical journey, never above high and never for stage advice; one down at
/// stage seed unless money or data is lost. What a user sets is not moved.
struct SeverityLadder {
  /// Where the row of the rule, or else its page, puts the finding.
  let start: Severity
  /// Why it starts there, where the row says that.
  var cause: String?
  /// The project's own severity for the rule; nil where it has none.
  var own: Severity?
  /// The critical journey that needs the element; nil where none does.
  var journey: String?
  /// Whether the system is at stage seed.
  var isSeed = false
  /// Whether money or data is lost.
  var isLoss = false
  /// Whether the rule is advice about a stage.
  var isStageAdvice = false
  /// Times today's peak that the element carries; nil where that is unknown.
  var headroom: Double?

  private var isRaised: Bool { journey != nil && !isStageAdvice }
  private var isLowered: Bool { isSeed && !isLoss }

  var severity: Severity {
    if let own { return own }
    let moved = start.moved(by: (isRaised ? 1 : 0) - (isLowered ? 1 : 0))
    return min(moved, max(start, .high))
  }

  /// Why the severity is what it is: `high: fails at the first fault, or within 6 months; one step
  /// up on critical journey buy; capped at high`.
  var reason: String {
    if let own { return "\(own.word): set by the project" }
    return (["\(start.word): \(cause ?? rung)"] + steps).joined(separator: "; ")
  }

  /// What the rung stands for on which the finding starts.
  private var rung: String {
    switch start {
    case .critical where isLoss: "loses money or data"
    case .critical:
      headroom.flatMap { $0 < 1 ? Unit.carried($0) : nil }.map {
        "an outage at today's peak, of which \($0)x is carried"
      } ?? "loses money or data, or an outage at today's peak"
    case .high: "fails at the first fault, or within 6 months"
    case .medium: "fails within the horizon"
    case .low: "fails beyond the horizon, or hygiene"
    }
  }

  private var steps: [String] {
    var steps: [String] = []
    if let journey, start != .critical || isLowered {
      steps.append(
        isStageAdvice
          ? "no step up, since it is advice about the stage"
          : "one step up on critical journey \(journey)")
    }
    if isSeed, isLoss || start != .low || isRaised {
      steps.append(
        isLoss
          ? "no step down at stage seed, since money or data is lost"
          : "one step down at stage seed")
    }
    if isRaised, !isLowered, start == .high { steps.append("capped at high") }
    if severity != start { steps.append("so \(severity.word)") }
    return steps
  }
}
