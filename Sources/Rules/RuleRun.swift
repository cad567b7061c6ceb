package import Architecture
package import Facts
package import Findings

/// What one rule says about one description.
package struct RuleRun: Sendable {
  /// The rule that ran.
  package let rule: String
  /// Its findings, in the order of the query.
  package internal(set) var findings: [Finding] = []
  /// Unknown properties it waits for.
  package internal(set) var unknowns: [Unknown] = []
  /// Checks that could be decided.
  package internal(set) var made = 0
  /// Checks that apply.
  package internal(set) var applicable = 0

  /// A property that has to be known before a rule can decide.
  package struct Unknown: Hashable, Sendable {
    /// The element asked about.
    package let element: ElementID
    /// The property that is unknown.
    package let property: Property
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
