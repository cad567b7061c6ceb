import Architecture
package import Findings
package import Rules
package import SourceText

/// Other settings of rules for some elements or teams, and why.
package struct RuleOverride: Hashable, Sendable {
  /// Patterns of elements' names, with `*` for anything; empty for all.
  package var elements: [GlobPattern] = []
  /// Names of teams; empty for all.
  package var teams: [String] = []
  /// Changes to rules, by id.
  package var rules: [String: RuleSettings] = [:]
  /// Why they are others there; never empty.
  package var reason = ""
  /// Where it is written.
  package let place: SourcePlace

  /// An override of nothing yet.
  package init(place: SourcePlace) { self.place = place }
}

extension Review {
  /// Judges findings as the settings say for their elements or teams: a rule that is off there is
  /// an accepted risk with the settings' reason, and another severity says why.
  mutating func apply(_ overrides: [RuleOverride]) {
    guard !overrides.isEmpty, let teams = architecture?.teams else { return }
    for index in findings.indices {
      for override in overrides {
        guard let settings = override.rules[findings[index].rule],
          override.isAbout(findings[index], teams[findings[index].owner] ?? "")
        else { continue }
        findings[index].judge(by: settings, override)
      }
    }
  }
}

extension RuleOverride {
  fileprivate func isAbout(_ finding: JudgedFinding, _ team: String) -> Bool {
    let names = [finding.element, finding.owner]
    return (teams.isEmpty || teams.contains(team))
      && (elements.isEmpty || elements.contains { names.contains(where: $0.fits(name:)) })
  }
}

extension JudgedFinding {
  fileprivate mutating func judge(by settings: RuleSettings, _ override: RuleOverride) {
    if settings.isOff {
      var risk = AcceptedRisk(place: override.place)
      (risk.rule, risk.element, risk.reason) = (self.rule, self.element, override.reason)
      risk.isSetting = true
      accepted = risk
    }
    if let severity = settings.severity { setSeverity(severity, because: override.reason) }
    fails = settings.fails ?? fails
  }
}
