/// How a finding stands against an earlier review of the same system.
package enum BaselineState: Hashable, Sendable {
  /// It was not there.
  case new
  /// It was there and has become worse, and why.
  case worse(String)
  /// It was there and is worse now in nothing, better in something.
  case better
  /// It was there as it is.
  case unchanged

  /// The word for it, in every format.
  package var word: String {
    switch self {
    case .new: "new"
    case .worse: "worse"
    case .better: "better"
    case .unchanged: "unchanged"
    }
  }

  /// Why it is worse; nil when it is not.
  package var reason: String? { if case .worse(let why) = self { why } else { nil } }

  /// Whether somebody has to look at it again.
  package var isRegression: Bool {
    switch self {
    case .new, .worse: true
    case .better, .unchanged: false
    }
  }
}

/// What an earlier review knew of a finding.
package struct KnownRisk: Hashable, Sendable {
  /// The system it was found in.
  package let system: String
  /// The description it was found in, from the repository's root; nil where that was not kept.
  package let path: String?
  /// The rule that found it.
  package let rule: String
  /// The element it was found on.
  package let element: String
  /// Its identity over edits.
  package let fingerprint: String
  /// How bad it was.
  package let level: RiskLevel
  /// Whether somebody had decided to live with it.
  package let isAccepted: Bool

  /// Its identity over files, systems and edits, the same in all formats.
  package var identity: String { Findings.fingerprint([system, fingerprint]) }

  /// A known risk from its parts.
  package init(
    system: String, path: String?, rule: String, element: String, fingerprint: String,
    level: RiskLevel, isAccepted: Bool = false
  ) {
    self.system = system
    self.path = path
    self.rule = rule
    self.element = element
    self.fingerprint = fingerprint
    self.level = level
    self.isAccepted = isAccepted
  }

  /// How a finding stands against it.
  package func standing(of finding: JudgedFinding) -> BaselineState {
    if let why = finding.level.worsening(since: level) { return .worse(why) }
    if isAccepted, finding.accepted == nil { return .worse("it is no longer accepted") }
    return finding.level.isBetter(than: level) ? .better : .unchanged
  }
}
