package import Findings
package import SourceText

/// One row of a list, as its view makes it.
package struct Entry: Equatable, Sendable {
  /// Identity over reloads.
  package let id: String
  /// The place among all entries of the view, by which the view finds what the row stands for.
  package let number: Int
  /// The word before the message.
  package let label: String
  /// The meaning of the label.
  package let role: Role
  /// What the row says.
  package let message: String
  /// Where it is written; nil only for what no file says.
  package let place: SourcePlace?
  /// What is drawn between label and message; nil where there is nothing to compare.
  package let bar: Bar?
  /// The rule whose page the manual shows; nil where none is concerned.
  package let rule: String?
  /// How severe it is; nil where that means nothing, so that no filter hides it.
  package let severity: Severity?
  /// Whether somebody has accepted it.
  package let isAccepted: Bool
  /// Whether another entry explains it.
  package let isExplained: Bool
  /// How it stands against an earlier one, in one sign; nil where it does not.
  package let mark: Character?
  /// What the filter looks into.
  private let searched: SearchedText

  /// A row that is found by some texts.
  package init(
    id: String, number: Int, label: String, role: Role, message: String, place: SourcePlace?,
    rule: String? = nil, severity: Severity? = nil, isAccepted: Bool = false,
    isExplained: Bool = false, mark: Character? = nil, bar: Bar? = nil,
    searching texts: @autoclosure @escaping @Sendable () -> [String]
  ) {
    self.id = id
    self.number = number
    self.label = label
    self.role = role
    self.message = message
    self.place = place
    self.bar = bar
    self.mark = mark
    self.rule = rule
    self.severity = severity
    self.isAccepted = isAccepted
    self.isExplained = isExplained
    searched = SearchedText(texts)
  }

  /// Whether one of its texts contains another, given as lower-case UTF-8.
  func contains(_ needle: [UInt8]) -> Bool {
    searched.contains(needle)
  }
}
