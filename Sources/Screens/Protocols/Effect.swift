/// What the screen asks for; drawing needs no asking.
package enum Effect: Equatable, Sendable {
  case quit, repaint, suspend, reload
  case edit(path: String, line: Int)
  /// The page of a rule is to be shown.
  case lookUp(rule: String)
}
