/// A finding, and what a review decided about it.
///
/// It reads like the finding that it is about; only stages behind the rules see the rest.
@dynamicMemberLookup
package struct JudgedFinding: Hashable, Sendable {
  /// What the rule said, shared by all copies: a review hands findings on again and again.
  @usableFromInline private(set) var said: Shared<Finding>
  /// Why somebody decided to live with it; nil when nobody did.
  package var accepted: AcceptedRisk?
  /// What is being talked over about it; nil when nothing is.
  package var discussed: AcceptedRisk?
  /// The decision to live with it that no longer holds; nil when there was none, or one holds.
  package var reopened: EndedDecision?
  /// How it stands against an earlier review; nil when there is none to compare with.
  package var standing: BaselineState?
  /// Whether it counts for the run's exit status; nothing does until the gates have said so.
  package var isGating = false
  /// Whether it fails the run, whatever its severity; nil where its severity and rule decide.
  package var fails: Bool?
  /// Fingerprint of the finding that explains this one; nil when it stands for itself.
  package var explainedBy: String?

  /// What tells its system from others.
  package var scope = ""

  /// Its identity over files, systems and edits, the same in all formats.
  package var identity: String { identity(of: finding.fingerprint) }

  /// The identity of the finding that explains this one.
  package var explainingIdentity: String? { explainedBy.map(identity) }

  private func identity(of fingerprint: String) -> String {
    Findings.fingerprint([scope, fingerprint])
  }

  /// A finding about which nothing has been decided.
  package init(_ finding: Finding) { said = Shared(finding) }

  /// Takes another severity than the rule's.
  package mutating func setSeverity(_ severity: Severity, because reason: String) {
    said = Shared(finding.with(severity: severity, because: reason))
  }

  /// The name of the component, or the journey, that the element belongs to.
  package var owner: String {
    let words = self.element.split(separator: " ")
    if words.first == "journey", words.count > 1 { return String(words[1]) }
    return String((words.first ?? "").prefix { $0 != "." })
  }

  /// What the rule said.
  package var finding: Finding { said.value }

  /// What the rule said; a path that is written down costs no more than what it leads to.
  @inlinable package subscript<Value>(dynamicMember path: KeyPath<Finding, Value>) -> Value {
    said.value[keyPath: path]
  }

  /// Whether somebody has to look at it: it is open, and not known as it is.
  package var isRegression: Bool { accepted == nil && standing?.isRegression ?? true }

  /// The decision to live with it, whether it holds or not.
  package var decision: AcceptedRisk? { accepted ?? discussed ?? reopened?.risk }
}
