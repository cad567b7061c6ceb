package import Description
package import Review

/// What happens to the screen from outside.
package enum Event: Sendable {
  /// A key was pressed.
  case key(Key)
  /// Something was done with the mouse.
  case pointer(Pointer)
  /// A text was pasted.
  case paste(String)
  /// The screen has another size.
  case resize(width: Int, height: Int)
  /// A review was made.
  case reloaded(Contents)
  /// The page of a rule, or that there is none.
  case manual(rule: String, text: String?)
  /// A review with values in place of those in the file was made.
  case supposed(Contents, [Change])
  /// The system without some things was solved.
  case solved(SolvedVariant)
  /// The lines that some edits would change, or why they cannot be made.
  case compared(Result<String, DescriptionChange.Refusal>)
  /// How the findings stand against a revision, or why that is not known.
  case differs(from: String, Result<ReviewDiff, DescriptionChange.Refusal>)
  /// Edits were written, or why not.
  case written(failure: String?, Effect.Next)
  /// Something to tell, such as an editor that did not start.
  case notice(String)
}
