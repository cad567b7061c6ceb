package import Architecture
package import Facts
package import Findings
package import SourceText

/// What one rule says about one description.
package struct RuleRun: Sendable {
  /// The rule that ran.
  package let rule: String
  /// Its findings, in the order of the query.
  package internal(set) var findings: [Finding] = []
  /// What has to be known first, for each check that waits.
  package internal(set) var awaited: [Awaited] = []
  /// What has to be known before checks can be drawn up that no row tells of.
  package private(set) var undrawn: [Unknown] = []
  /// Checks that wait for an answer.
  package internal(set) var waiting: [Waiting] = []
  /// Checks that could be decided.
  package internal(set) var made = 0
  /// Checks that apply.
  package internal(set) var applicable = 0

  /// Waits for what has to be known before checks can be drawn up; how many those will be is not
  /// known either, and they count as one.
  package mutating func wait(
    for unknown: Unknown, _ severity: Severity, at span: SourceSpan
  ) {
    let check = RuleCheck(rule: rule, element: unknown.element, about: unknown.property.name)
    if undrawn.isEmpty { applicable += 1 }
    waiting.append(Waiting(check: check, span: span, severity: severity, isDrawnUp: false))
    undrawn.append(unknown)
  }

  /// A property that has to be known before a rule can decide.
  package struct Unknown: Hashable, Sendable {
    /// The element asked about.
    package let element: ElementID
    /// The property that is unknown.
    package let property: Property

    /// A property of an element.
    package init(element: ElementID, property: Property) {
      self.element = element
      self.property = property
    }
  }

  /// What a check waits for, and how grave its finding would be.
  package struct Awaited: Sendable {
    /// What has to be known.
    package let unknown: Unknown
    /// The severity of the finding, if there is one.
    package let severity: Severity
  }

  /// A check that waits for an answer.
  package struct Waiting: Sendable {
    /// What would be found.
    package let check: RuleCheck
    /// Where the finding would stand.
    package let span: SourceSpan
    /// How grave it would be.
    package let severity: Severity
    /// Whether it is a check; else how many there will be is not known yet either.
    package var isDrawnUp = true
  }
}

/// What a finding is about, whether there is one or not: its identity over edits.
package struct RuleCheck: Sendable {
  /// The rule that looks.
  let rule: String
  /// The element it looks at.
  package let element: ElementID
  /// What tells it from other checks of the rule on the element, in the words of the page.
  let about: String

  /// A check from its parts.
  package init(rule: String, element: ElementID, about: String) {
    (self.rule, self.element, self.about) = (rule, element, about)
  }

  /// The identity as findings and baselines keep it; a system that is called otherwise is the same.
  package func fingerprint(in architecture: Architecture) -> String {
    let name = element == .system ? "" : architecture.name(of: element)
    return Findings.fingerprint([rule, name, about])
  }
}

/// What a user changes about a rule.
package struct RuleSettings: Hashable, Sendable {
  /// Severity instead of the page's.
  package var severity: Severity?
  /// Values instead of the page's, in base units.
  package var parameters: [String: SQLValue] = [:]
  /// Whether the rule does not run at all.
  package var isOff = false
  /// Whether a finding fails the run, whatever its severity; nil when the severity decides.
  package var fails: Bool?

  /// No changes.
  package init() {}
}
