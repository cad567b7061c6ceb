package import SourceText

/// A rule's hit on an element.
package struct Finding: Hashable, Sendable {
  /// The rule's id, such as `queues/no-dead-letter`.
  package let rule: String
  /// The rule's title: the smell in a few words.
  package let title: String
  /// How much it matters here, after the ladder of stage and critical journey.
  package let severity: Severity
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
  /// Identity over edits: rule and elements, never lines.
  package let fingerprint: String
  /// Why somebody decided to live with it; nil when nobody did.
  package var accepted: AcceptedRisk?
  /// The decision to live with it that no longer holds; nil when there was none, or one holds.
  package var reopened: EndedDecision?
  /// How it stands against an earlier review; nil when there is none to compare with.
  package var standing: Standing?
  /// Whether it counts for the run's exit status; nothing does until the gates have said so.
  package var isGating = false
  /// How bad it is, in numbers.
  package let level: RiskLevel
  /// Fingerprint of the finding that explains this one; nil when it stands for itself.
  package var explainedBy: String?

  /// A finding from its parts.
  package init(
    rule: String, title: String, severity: Severity, element: String, message: String,
    arithmetic: String? = nil, place: SourcePlace, evidence: [Evidence] = [], advice: String,
    fingerprint: String, headroom: Double? = nil, isAtMost: Bool = false, peak: Double? = nil,
    steps: [Step] = []
  ) {
    self.steps = steps
    self.rule = rule
    self.title = title
    self.severity = severity
    self.element = element
    self.message = message
    self.arithmetic = arithmetic
    self.place = place
    self.evidence = evidence
    self.advice = advice
    self.fingerprint = fingerprint
    var level = RiskLevel(severity: severity, headroom: headroom, peak: peak)
    level.isAtMost = isAtMost
    self.level = level
    confidence = evidence.map(\.basis).filter { $0 != .unknown }.max() ?? .declared
  }

  /// Whether somebody has to look at it: it is open, and not known as it is.
  package var isRegression: Bool { accepted == nil && standing?.isRegression ?? true }

  /// The decision to live with it, whether it holds or not.
  package var decision: AcceptedRisk? { accepted ?? reopened?.risk }

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

/// One value a rule read.
package struct Evidence: Hashable, Sendable {
  /// The element and property, such as `orders-queue.visibility`.
  package let name: String
  /// The value.
  package let value: Measure
  /// Where it came from.
  package let origin: Origin
  /// For a derived value the weakest origin among its inputs, unknown where it is the least that
  /// it can be because some input is missing; otherwise the origin itself.
  package let basis: Origin
  /// Where it is written, for a declared value.
  package let place: SourcePlace?
  /// Where a default or an assumption comes from: product page or convention.
  package let source: String?

  /// Evidence from its parts.
  package init(
    name: String, value: Measure, origin: Origin, basis: Origin? = nil, place: SourcePlace? = nil,
    source: String? = nil
  ) {
    self.name = name
    self.value = value
    self.origin = origin
    self.basis = basis ?? origin
    self.place = place
    self.source = source
  }

  /// Where a value that is written nowhere came from: `default of Amazon SQS`.
  package var provenance: String {
    if let source { return "\(origin.word) \(origin == .assumed ? "by" : "of") \(source)" }
    return switch basis {
    case .unknown: "\(origin.word), at least"
    case .default, .assumed: "\(origin.word) from \(basis.word) values"
    case .declared, .derived: origin.word
    }
  }
}

/// A value as evidence shows it.
package enum Measure: Hashable, Sendable {
  case number(Double, Unit)
  case range(Double, Double, Unit)
  case text(String)
  case flag(Bool)

  /// The number, or the upper end of a range.
  package var number: Double? {
    switch self {
    case .number(let number, _), .range(_, let number, _): number
    case .text, .flag: nil
    }
  }

  /// The value for people.
  package var words: String {
    switch self {
    case .number(let value, let unit): unit.format(value)
    case .range(let low, let high, let unit):
      low == high ? unit.format(low) : "\(unit.format(low))..\(unit.format(high))"
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    }
  }
}

/// What somebody has to say before a rule can decide.
package struct Question: Hashable, Sendable {
  /// The element asked about.
  package let element: String
  /// The property that is unknown.
  package let property: String
  /// The question in words.
  package let question: String
  /// The rules that wait for the answer, sorted.
  package let rules: [String]
  /// Where the element is written.
  package let place: SourcePlace

  /// A question from its parts.
  package init(
    element: String, property: String, question: String, rules: [String], place: SourcePlace
  ) {
    self.element = element
    self.property = property
    self.question = question
    self.rules = rules
    self.place = place
  }
}
