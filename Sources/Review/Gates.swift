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
  /// The largest share that headroom may lose against the revision that is compared with.
  package var maxHeadroomDrop: Double?
  /// The file that says so; nil for the command line.
  package let file: String?
  /// The gates of these that a file says, by name.
  private var files: [String: String] = [:]

  /// The gates of a command line, or of a file, that says nothing.
  package init(file: String? = nil) { self.file = file }

  /// These gates, with those of a project where nothing is said here.
  package func over(_ project: Gates) -> Gates {
    var gates = self
    gates.failOn = failOn ?? project.failOn
    gates.minHeadroom = minHeadroom ?? project.minHeadroom
    gates.maxNew = maxNew ?? project.maxNew
    gates.minChecked = minChecked ?? project.minChecked
    gates.maxHeadroomDrop = maxHeadroomDrop ?? project.maxHeadroomDrop
    for gate in project.said.subtracting(said) {
      gates.files[gate] = project.files[gate] ?? project.file
    }
    return gates
  }

  /// The names of all gates.
  package static let names = [
    "fail-on", "min-headroom", "max-new", "min-checked", "max-headroom-drop",
  ]

  /// Whether something is said of a gate.
  package func says(_ gate: String) -> Bool { said.contains(gate) }

  /// These gates, with nothing said of one.
  package func without(_ gate: String) -> Gates {
    var gates = self
    switch gate {
    case "fail-on": gates.failOn = nil
    case "min-headroom": gates.minHeadroom = nil
    case "max-new": gates.maxNew = nil
    case "min-checked": gates.minChecked = nil
    default: gates.maxHeadroomDrop = nil
    }
    return gates
  }

  /// One of these gates alone.
  package func only(_ gate: String) -> Gates {
    Self.names.reduce(self) { $1 == gate ? $0 : $0.without($1) }
  }

  /// The gates that something is said of.
  private var said: Set<String> {
    let values: [String: Any?] = [
      "fail-on": failOn, "min-headroom": minHeadroom, "max-new": maxNew, "min-checked": minChecked,
      "max-headroom-drop": maxHeadroomDrop,
    ]
    return Set(values.compactMapValues(\.self).keys)
  }

  /// Says of each finding of a review whether it counts, and which gates the review does not pass,
  /// each in a sentence that names it.
  ///
  /// Against a baseline, only what is new or worse counts; a rule that `fail: always` or `never`
  /// is set for counts accordingly.
  package func judge(_ review: inout Review, _ rules: [String: RuleSettings] = [:]) -> [String] {
    for index in review.findings.indices {
      review.findings[index].isGating = counts(review.findings[index], rules)
    }
    let sentences =
      severity(review, rules) + [
        headroomFailure(review.headroom), newFailure(review.regressions), checked(review),
        headroomDrop(review),
      ]
    return sentences.compactMap(\.self)
  }

  private func counts(_ finding: JudgedFinding, _ rules: [String: RuleSettings]) -> Bool {
    guard finding.isRegression else { return false }
    if let fails = rules[finding.rule]?.fails { return fails }
    guard case .at(let severity) = failOn ?? .at(.high) else { return false }
    return finding.severity >= severity
  }

  private func severity(_ review: Review, _ rules: [String: RuleSettings]) -> [String?] {
    let gating = Dictionary(grouping: review.findings.filter(\.isGating)) { finding in
      rules[finding.rule]?.fails == true ? finding.rule : ""
    }
    let what = review.isCompared ? "new or worse finding" : "finding"
    return gating.sorted { $0.key < $1.key }.map { rule, findings in
      let limit = if case .at(let severity)? = failOn { severity.word } else { "high" }
      let gate = rule.isEmpty ? name("fail-on", limit) : "`fail: always` of the rule \(rule)"
      return "\(gate): \(findings.count) \(what)\(findings.count == 1 ? "" : "s")"
    }
  }

  /// What is wrong with a headroom; one that nobody knows is too little, and so is one of which
  /// only an upper bound is known.
  package func headroomFailure(_ headroom: HeadroomStatement?) -> String? {
    guard let minHeadroom else { return nil }
    let gate = name("min-headroom", "\(Unit.digits(minHeadroom))x") + ": "
    guard let headroom else {
      return gate + "the headroom cannot be told; answer the questions about load and capacity"
    }
    let carries =
      "carries \(headroom.phrase) today's peak, then \(headroom.element) (\(headroom.limit)) breaks"
    guard headroom.multiple >= minHeadroom else { return gate + carries }
    guard headroom.isAtMost else { return nil }
    return gate + carries + "; how much less cannot be told, so answer the questions about it"
  }

  /// What is wrong with so many findings that are new or worse.
  package func newFailure(_ count: Int) -> String? {
    guard let maxNew, count > maxNew else { return nil }
    return name("max-new", "\(maxNew)") + ": \(count) new or worse"
  }

  private func headroomDrop(_ review: Review) -> String? {
    guard let maxHeadroomDrop, let before = review.earlierHeadroom else { return nil }
    let gate = name("max-headroom-drop", Unit.ratio.format(maxHeadroomDrop)) + ": "
    guard let now = review.headroom else {
      return gate
        + "carried \(before.phrase) today's peak, and the headroom cannot be told any more"
    }
    // Who says less than before must not look better.
    let isVague = now.isAtMost && !before.isAtMost
    guard isVague || now.multiple < before.multiple * (1 - maxHeadroomDrop) else { return nil }
    return gate + "carries \(now.phrase) today's peak and carried \(before.phrase); \(now.element) "
      + "(\(now.limit)) breaks first"
  }

  private func checked(_ review: Review) -> String? {
    guard let minChecked else { return nil }
    // Where nothing could be checked, nothing is known.
    let share = Double(review.checks.made) / Double(max(1, review.checks.of))
    guard share < minChecked else { return nil }
    return name("min-checked", Unit.ratio.format(minChecked)) + ": \(review.checks.made) of "
      + "\(review.checks.of) checks could be made"
  }

  private func name(_ gate: String, _ value: String) -> String {
    files[gate].map { "\(gate) \(value) (\($0))" } ?? "--\(gate) \(value)"
  }
}
