package import Description
package import Review

/// What the screen asks for; drawing needs no asking.
package enum Effect: Equatable, Sendable {
  case quit, repaint, suspend, reload
  case edit(path: String, line: Int)
  /// A review with values in place of those in the file.
  case suppose([Change])
  /// The system without some things at once is to be solved.
  case solve(Set<LossSwitch>)
  /// The lines that some edits change are to be shown.
  case compare([DescriptionEdit])
  /// The description at a revision is to be reviewed and compared with.
  case differ(from: String)
  /// Edits are to be written into the description.
  case write([DescriptionEdit], then: Next)
  /// A decision to live with a finding is to be written down.
  case accept(Prompt.Decision)
  /// The mouse is for the screen, or for the terminal.
  case mouse(Bool)
  /// A text is for the clipboard.
  case copy(String)
  /// Rows, the first one naming the columns, are for a file, which may be there already where it is
  /// to be overwritten.
  case save(rows: [[String]], path: String, overwrites: Bool)
  /// The review document is for a file.
  case document(path: String)
  /// The page of a rule is to be shown.
  case lookUp(rule: String)

  /// What follows once edits are written.
  package enum Next: Equatable, Sendable {
    /// The next row is selected.
    case nextRow
    /// The next question is asked.
    case nextQuestion
    /// Nothing: another file than the description was written.
    case nothing
    /// What was supposed is in the file.
    case forget
    /// The same, as a scenario of a name.
    case keep(scenario: String)
  }
}
