/// Why the terminal cannot show the screen.
package struct TerminalRefusal: Error {
  /// A sentence for the user.
  package let message: String
}
