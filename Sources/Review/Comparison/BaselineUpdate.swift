import Findings

/// A baseline that is brought up to date review by review.
///
/// A new one takes what it is shown. One that was there loses what was fixed, keeps what can no
/// longer be told, and takes what became better at its better level: it never grows and never gets
/// laxer. Systems that were not reviewed stay as they are.
package struct BaselineUpdate: Sendable {
  private struct Key: Hashable {
    let system: String
    let path: String?
    let fingerprint: String

    init(_ risk: KnownRisk) {
      (system, path, fingerprint) = (risk.system, risk.path, risk.fingerprint)
    }
  }

  private let known: Baseline?
  private var collected: [KnownRisk] = []
  /// What is left of the known risks that were looked for, at the level of today or of then,
  /// whichever is better; nil for those that were fixed.
  private var left: [Key: KnownRisk?] = [:]

  /// The update of a baseline; nil stands for none.
  package init(of known: Baseline?) { self.known = known }

  /// Takes one more review.
  package mutating func add(_ review: Review) {
    guard let known else { return collected += review.known(withAccepted: false) }
    let findings = Dictionary(review.findings.map { ($0.fingerprint, $0) }) { $1 }
    let risks = known.risks(of: review.identity, in: review.home)
    let waiting = review.waitingFingerprints(of: risks)
    for risk in risks {
      let finding = findings[risk.fingerprint]
      let isUndecided = waiting.contains(risk.fingerprint)
      left[Key(risk)] = .some(
        finding.map { risk.brought(to: $0, in: review.home) }
          ?? (isUndecided ? risk.at(risk.level, in: review.home) : nil))
    }
  }

  /// The baseline as it is now, and in words how many findings it holds and held before.
  ///
  /// What another run has made of it meanwhile stays; nil stands for a file that is not there.
  package func applied(to current: Baseline?) -> (baseline: Baseline, words: String) {
    let before = current ?? known
    let own = Set(collected.map(Key.init))
    let baseline = Baseline(
      risks: collected
        + (before?.risks ?? []).compactMap { own.contains(Key($0)) ? nil : left[Key($0)] ?? $0 })
    let count = baseline.risks.count
    let findings = "\(count) known finding\(count == 1 ? "" : "s")"
    guard known != nil, let before = before?.risks.count else {
      return (baseline, "\(findings), new")
    }
    return (
      baseline,
      before > count ? "\(findings), \(before - count) fewer than before" : findings
    )
  }
}

extension KnownRisk {
  /// The risk as a finding has it, where that is better.
  fileprivate func brought(to finding: JudgedFinding, in home: String) -> KnownRisk {
    at(standing(of: finding) == .better ? finding.level : level, in: home)
  }

  fileprivate func at(_ level: RiskLevel, in home: String) -> KnownRisk {
    KnownRisk(
      system: system, path: home, rule: rule, element: element, fingerprint: fingerprint,
      level: level)
  }
}
