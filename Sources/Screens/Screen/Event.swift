/// What happens to the screen from outside.
package enum Event: Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted.
  case paste(String)
  /// The screen has another size.
  case resize(width: Int, height: Int)
  /// A review was made.
  case reloaded(Contents)
  /// The page of a rule, or that there is none.
  case manual(rule: String, text: String?)
  /// Something to tell, such as an editor that did not start.
  case notice(String)
}
