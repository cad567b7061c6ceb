import Findings

/// How the severity of a finding comes about: where the rule puts it, and the steps from there.
///
/// One step up on a critical journey, never above high and never for stage advice; one down at
/// stage seed unless money or data is lost. What a user sets is not moved.
struct SeverityLadder {
  /// What the rungs of a rule stand for.
  enum Kind {
    /// How soon growth reaches a limit.
    case date
    /// What a fault does.
    case fault
    /// What a stage does not need yet.
    case stageAdvice
    /// What costs more than it brings.
    case costAdvice

    /// Why neither a critical journey nor a stage moves it; nil where they do.
    var stays: String? {
      switch self {
      case .date, .fault: nil
      case .stageAdvice: "it is advice about the stage"
      case .costAdvice: "it costs money, not requests"
      }
    }
  }

  /// Where the row of the rule, or else its page, puts the finding.
  let start: Severity
  /// What its rungs stand for.
  var kind = Kind.fault
  /// Why it starts there, where the row says that.
  var cause: String?
  /// Why a critical journey does not raise it; nil where it does, or the rule is advice.
  var unraised: String?
  /// The project's own severity for the rule; nil where it has none.
  var own: Severity?
  /// The critical journey that needs the element; nil where none does.
  var journey: String?
  /// Whether the system is at stage seed.
  var isSeed = false
  /// Whether stage seed leaves it alone: money or data is lost, or it is advice.
  var isNeverLowered = false
  /// Times today's peak that the element carries; nil where that is unknown.
  var headroom: Double?
  /// Months until growth leads to a limit of the element, 0 beyond one; nil without a date.
  var monthsLeft: Double?
  /// Months that the review looks ahead.
  var horizon = 0.0

  private var isRaised: Bool { journey != nil && reasonNotToRise == nil }
  private var isLowered: Bool { isSeed && !isNeverLowered }

  /// Why a critical journey does not raise it; nil where it does.
  private var reasonNotToRise: String? { kind.stays ?? unraised }

  /// Why stage seed does not lower it; nil where it does.
  private var reasonToStay: String? {
    guard isNeverLowered else { return nil }
    return kind.stays ?? "money or data is lost"
  }

  var severity: Severity {
    if let own { return own }
    let moved = start.moved(by: (isRaised ? 1 : 0) - (isLowered ? 1 : 0))
    return min(moved, max(start, .high))
  }

  /// Why the severity is what it is: `medium: makes a fault or a change worse; one step up on
  /// critical journey buy; so high`.
  var reason: String {
    if let own { return "\(own.word): set by the project" }
    return (["\(start.word): \(cause ?? rung)"] + steps).joined(separator: "; ")
  }

  /// What the rung stands for on which the finding starts.
  private var rung: String {
    switch (start, kind) {
    case (.critical, _) where isNeverLowered: "loses money or data"
    case (.critical, _):
      headroom.flatMap { $0 < 1 ? Unit.carried($0) : nil }.map {
        "an outage at today's peak (headroom \($0)x)"
      } ?? "loses money or data, or an outage at today's peak"
    case (_, .stageAdvice): "effort that this stage does not need"
    case (_, .costAdvice): "money that nothing is served for"
    case (.high, .date) where isDue(within: 0): "fails at today's peak"
    case (.high, .date) where isDue(within: 6): "fails within six months"
    case (.high, .date): "fails at the first fault or surge"
    case (.high, .fault): "fails at the first fault"
    case (.medium, .date): "fails within the horizon"
    case (.medium, .fault): "makes a fault or a change worse"
    case (.low, .date) where isDue(within: horizon):
      "within the horizon, and one setting or request moves it"
    case (.low, .date): "not within the horizon"
    case (.low, .fault): "hygiene"
    }
  }

  private func isDue(within months: Double) -> Bool { monthsLeft.map { $0 <= months } ?? false }

  private var steps: [String] {
    var steps: [String] = []
    if let journey, start < .high || isLowered {
      steps.append(
        reasonNotToRise.map { "no step up, since \($0)" }
          ?? "one step up on critical journey \(journey)")
    }
    if isSeed, isNeverLowered || start != .low || isRaised {
      steps.append(
        reasonToStay.map { "no step down at stage seed, since \($0)" }
          ?? "one step down at stage seed")
    }
    if severity != start { steps.append("so \(severity.word)") }
    return steps
  }
}
