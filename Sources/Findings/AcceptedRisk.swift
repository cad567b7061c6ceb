package import SourceText

/// A decision to live with a finding.
package struct AcceptedRisk: Hashable, Sendable {
  /// The rule accepted.
  package var rule = ""
  /// The element it is accepted on; nil for what stands on the line of a comment.
  package var element: String?
  /// Why; never empty.
  package var reason = ""
  /// The system it is about; nil for whichever is reviewed.
  package var system: String?
  /// What was decided.
  package var status = RiskStatus.accepted
  /// Who answers for it.
  package var owner: String?
  /// The last day the decision holds.
  package var until: Day?
  /// Where it is followed up.
  package var ticket: String?
  /// How bad the risk was when it was accepted; worse than that, it has to be decided again.
  package var level = RiskLevel()
  /// Where the decision is written.
  package let place: SourcePlace
  /// The line that a comment speaks of.
  package var line: Int?

  /// Whether the project's settings say it of elements like this one.
  package var isSetting = false

  /// A decision about nothing yet.
  package init(place: SourcePlace) { self.place = place }

  /// The reason with its terms.
  package var sentence: String { terms.isEmpty ? reason : "\(reason) (\(terms))" }

  /// The same behind what was decided: `mitigated: by a nightly check (by ops)`.
  package var statement: String { "\(status.words): \(sentence)" }

  /// The same where it is said already that it is accepted.
  package var remark: String { status == .accepted ? sentence : statement }

  /// Owner, last day and ticket in words, as far as they are known.
  package var terms: String {
    [owner.map { "by \($0)" }, until.map { "until \($0.text)" }, ticket].compactMap(\.self)
      .joined(separator: ", ")
  }

  /// What the decision has to say to keep a level: in a comment in one go, in YAML key by key.
  package func words(for level: RiskLevel) -> String {
    guard line == nil else {
      return "`" + level.terms.map { "\($0.key)=\($0.value)" }.joined(separator: " ") + "`"
    }
    return level.terms.map { "`\($0.key): \($0.value)`" }.joined(separator: " and ")
  }

  /// The decision made again: owner, last day and ticket are those of the earlier one unless said.
  package func completed(by earlier: AcceptedRisk?) -> AcceptedRisk {
    var risk = self
    risk.owner = owner ?? earlier?.owner
    risk.until = until ?? earlier?.until
    risk.ticket = ticket ?? earlier?.ticket
    return risk
  }
}

/// A decision to live with a finding that no longer holds.
package struct EndedDecision: Hashable, Sendable {
  /// What was decided.
  package let risk: AcceptedRisk
  /// Why it no longer holds.
  package let why: String

  /// A decision and its end.
  package init(_ risk: AcceptedRisk, why: String) {
    self.risk = risk
    self.why = why
  }

  /// Why it no longer holds, and whom to ask.
  package var sentence: String { "\(why); \(risk.recollection)" }
}

extension AcceptedRisk {
  /// The reason of a decision that no longer holds, with its terms.
  package var recollection: String { "the reason was: \(sentence)" }
}
