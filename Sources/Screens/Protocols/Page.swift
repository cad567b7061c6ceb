/// A text that lies over the list.
package protocol Page: Sendable {
  /// Which keys work in it.
  var mode: Mode { get }
  /// Whether it closes when the selected entry is gone.
  var isAboutEntry: Bool { get }
  /// What the header calls it.
  func crumb(in context: PageContext) -> String
  /// The text, for a width in columns.
  func lines(in context: PageContext, width: Int) -> Lines
}
