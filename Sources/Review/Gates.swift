package import Findings
package import Rules

/// What a run must satisfy for exit status 0.
package struct Gates: Sendable {
  /// The least severity that counts.
  package enum FailOn: Equatable, Sendable { case never, at(Severity) }

  /// The least severity of an open finding that fails the run; high when nothing is said.
  package var failOn: FailOn?
  /// The least headroom of the system, in times today's peak.
  package var minHeadroom: Double?
  /// The most findings that may be new or worse than the baseline.
  package var maxNew: Int?
  /// The least share of the checks that could be made.
  package var minChecked: Double?

  /// The gates of a run that says nothing.
  package init() {}

  /// These gates, with those of a project where nothing is said here.
  package func over(_ project: Gates) -> Gates {
    var gates = self
    gates.failOn = failOn ?? project.failOn
    gates.minHeadroom = minHeadroom ?? project.minHeadroom
    gates.maxNew = maxNew ?? project.maxNew
    gates.minChecked = minChecked ?? project.minChecked
    return gates
  }

  /// The gates that a review does not pass, each in a sentence that names it.
  ///
  /// Against a baseline, only what is new or worse counts; a rule that `fail: always` or `never`
  /// is set for counts accordingly.
  package func tripped(by review: Review, _ rules: [String: RuleSettings] = [:]) -> [String] {
    [severity(review, rules), headroomFailure(review.headroom), new(review), checked(review)]
      .compactMap(\.self)
  }

  private func severity(_ review: Review, _ rules: [String: RuleSettings]) -> String? {
    let failOn = failOn ?? .at(.high)
    let open = review.open.filter { $0.standing?.isRegression ?? true }
    let count = open.count { finding in
      if let fails = rules[finding.rule]?.fails { return fails }
      guard case .at(let severity) = failOn else { return false }
      return finding.severity >= severity
    }
    guard count > 0 else { return nil }
    let limit = if case .at(let severity) = failOn { severity.word } else { "never" }
    let what = review.isCompared ? "new or worse finding" : "finding"
    return "--fail-on \(limit): \(count) \(what)\(count == 1 ? "" : "s")"
  }

  /// What is wrong with a headroom; one that nobody knows is too little.
  package func headroomFailure(_ headroom: HeadroomStatement?) -> String? {
    guard let minHeadroom else { return nil }
    let gate = "--min-headroom \(Unit.digits(minHeadroom))x: "
    guard let headroom else {
      return gate + "the headroom cannot be told; answer the questions about load and capacity"
    }
    guard headroom.multiple < minHeadroom else { return nil }
    return gate + "carries \(headroom.words)x today's peak, then \(headroom.element) "
      + "(\(headroom.limit)) breaks"
  }

  private func new(_ review: Review) -> String? {
    guard let maxNew else { return nil }
    let count = review.open.count { $0.standing?.isRegression ?? true }
    return count > maxNew ? "--max-new \(maxNew): \(count) new or worse" : nil
  }

  private func checked(_ review: Review) -> String? {
    guard let minChecked, review.checks.of > 0 else { return nil }
    let share = Double(review.checks.made) / Double(review.checks.of)
    guard share < minChecked else { return nil }
    let ratio = Unit.ratio
    return "--min-checked \(ratio.format(minChecked)): \(review.checks.made) of "
      + "\(review.checks.of) checks could be made"
  }
}
