import Findings

/// A baseline that is brought up to date review by review.
///
/// A new one takes what it is shown. One that was there loses what was fixed, and takes what became
/// better at its better level: it never grows and never gets laxer. Systems that were not reviewed
/// stay as they are.
package struct BaselineUpdate: Sendable {
  private struct Key: Hashable {
    let system: String
    let fingerprint: String
  }

  private let known: Baseline?
  private var collected: [KnownRisk] = []
  private var reviewed: Set<String> = []
  /// What is left of the known risks, at the level of today or of then, whichever is better.
  private var left: [Key: KnownRisk] = [:]

  /// The update of a baseline; nil stands for none.
  package init(of known: Baseline?) { self.known = known }

  /// Takes one more review.
  package mutating func add(_ review: Review) {
    guard let known else { return collected += review.known(withAccepted: false) }
    reviewed.insert(review.identity)
    let findings = Dictionary(review.findings.map { ($0.fingerprint, $0) }) { $1 }
    for risk in known.risks(of: review.identity) {
      guard let finding = findings[risk.fingerprint] else { continue }
      let isBetter = risk.standing(of: finding) == .better
      left[Key(system: risk.system, fingerprint: risk.fingerprint)] =
        isBetter
        ? KnownRisk(
          system: risk.system, rule: risk.rule, element: risk.element,
          fingerprint: risk.fingerprint, level: finding.level) : risk
    }
  }

  /// The baseline as it is now.
  package var baseline: Baseline {
    guard let known else { return Baseline(risks: collected) }
    return Baseline(
      risks: known.risks.compactMap { risk in
        reviewed.contains(risk.system)
          ? left[Key(system: risk.system, fingerprint: risk.fingerprint)] : risk
      })
  }
}
