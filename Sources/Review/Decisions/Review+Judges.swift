import Architecture
import Description
import Findings
import SourceText

extension Review {
  /// Takes back the decisions that a revision did not know, or that say more now than they did
  /// there: who proposes a change does not accept its risks.
  ///
  /// The revision is known by the review of the description there, nil where it was not, and by the
  /// settings of that. Each decision is a problem, so that whoever looks at the change sees it.
  package mutating func holdDecisions(
    to earlier: Review?, _ settings: ReviewSettings, at revision: String
  ) {
    problems += looserDecisions(than: earlier, at: revision)
    let known =
      (earlier?.architecture?.accepted ?? [])
      + (settings.acceptedFile.map(AcceptedReader.risks)?.risks ?? [])
    let accepted = (earlier?.findings ?? []).compactMap { finding in
      finding.accepted.map { (finding.fingerprint, $0) }
    }
    let byFinding = Dictionary(accepted) { first, _ in first }
    var told: Set<AcceptedRisk> = []
    for index in findings.indices {
      guard let risk = findings[index].accepted, !risk.isSetting else { continue }
      let before = byFinding[findings[index].fingerprint] ?? known.first { $0.isSame(as: risk) }
      guard let why = before.map(risk.loosening) ?? "no such decision" else { continue }
      findings[index].accepted = nil
      findings[index].reopened = EndedDecision(
        risk, why: "accepted by this change; `\(revision)`, which judges it, has \(why)")
      guard told.insert(risk).inserted else { continue }
      problems.append(
        Problem(
          .warning, "loosened",
          "`\(risk.rule)` on `\(findings[index].element)` is accepted here, and `\(revision)` has "
            + why, remedy: "it counts once it is there", place: risk.place, path: risk.place.path))
    }
  }
}

extension AcceptedRisk {
  /// Whether another decision is about the same.
  fileprivate func isSame(as other: AcceptedRisk) -> Bool {
    rule == other.rule && element != nil && element == other.element
      && (system == nil || other.system == nil || system == other.system)
  }

  /// What an earlier decision about the same risk had, where this one says more; nil where it does
  /// not.
  fileprivate func loosening(since before: AcceptedRisk) -> String? {
    if let end = before.until, until.map({ $0 > end }) ?? true {
      return "a decision until \(end.text) only"
    }
    let isUnmeasured = before.level.severity != nil && level.severity == nil
    guard isUnmeasured || level.worsening(since: before.level) != nil else { return nil }
    return "a decision about a smaller risk"
  }
}
