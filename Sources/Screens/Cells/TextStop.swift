/// A line of a text to go to.
package struct TextStop: Equatable, Sendable {
  /// The number of the line.
  package let line: Int
  /// The value that it shows and that can be changed there; nil at the heading of a section.
  package let figure: Figure?
}
