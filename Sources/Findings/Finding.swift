package import SourceText

/// A rule's hit on an element: what the rule said, and nothing of what became of it.
package struct Finding: Hashable, Sendable {
  /// The rule's id, such as `queues/no-dead-letter`.
  package let rule: String
  /// The rule's title: the smell in a few words.
  package let title: String
  /// How much it matters here, after the ladder of stage and critical journey.
  package private(set) var severity: Severity
  /// Why it matters that much: where the rule puts it, and each step from there.
  package private(set) var severityReason: String
  /// The element's name, such as `api.place-order calls payments.charge`.
  package let element: String
  /// What is wrong, in one sentence with the numbers.
  package let message: String
  /// The formula with its numbers filled in; nil where nothing is computed.
  package let arithmetic: String?
  /// The elements it passes through, for a finding about a chain or a ring; else empty.
  package let steps: [Step]
  /// Where the element, or the decisive property, is written.
  package let place: SourcePlace
  /// The values the rule read, each with its origin.
  package let evidence: [Evidence]
  /// What to do, plain text.
  package let advice: String
  /// The weakest origin among the evidence.
  package let confidence: Origin
  /// Changes of the description that repair it, in their order; none where a person has to decide.
  package let fix: [FixStep]
  /// Identity over edits: rule and elements, never lines.
  package let fingerprint: String
  /// How bad it is, in numbers.
  package private(set) var level: RiskLevel

  /// A finding from its parts.
  package init(
    rule: String, title: String, severity: Severity, severityReason: String = "",
    element: String, message: String,
    arithmetic: String? = nil, place: SourcePlace, evidence: [Evidence] = [], advice: String,
    fingerprint: String, excess: Double? = nil, headroom: Double? = nil, isAtMost: Bool = false,
    peak: Double? = nil, steps: [Step] = [], fix: [FixStep] = []
  ) {
    self.fix = fix
    self.steps = steps
    self.rule = rule
    self.title = title
    self.severity = severity
    self.severityReason = severityReason
    self.element = element
    self.message = message
    self.arithmetic = arithmetic
    self.place = place
    self.evidence = evidence
    self.advice = advice
    self.fingerprint = fingerprint
    var level = RiskLevel(
      severity: severity, excess: excess, headroom: headroom, peak: peak)
    level.isAtMost = isAtMost
    self.level = level
    confidence = evidence.map(\.basis).filter { $0 != .unknown }.max() ?? .declared
  }

  /// The finding with another severity, and why.
  func with(severity: Severity, because reason: String) -> Finding {
    var finding = self
    finding.severity = severity
    finding.severityReason = "\(severity.word) by the settings: \(reason)"
    finding.level.severity = severity
    return finding
  }

  /// The theme: the rule's id up to the slash.
  package var theme: Substring { rule.prefix { $0 != "/" } }
}

/// One element on the way of a finding that has one.
package struct Step: Hashable, Sendable {
  /// The element's name.
  package let element: String
  /// Where it is written.
  package let place: SourcePlace

  /// A step from its parts.
  package init(element: String, place: SourcePlace) {
    self.element = element
    self.place = place
  }
}
