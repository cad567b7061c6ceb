package import Architecture

/// A value that a line of a text shows and that can be changed there.
package struct Figure: Hashable, Sendable {
  /// Whose value it is.
  package let element: ElementID
  /// Which of its values.
  package let property: Property
}

/// A line of a text that shows such a value.
package struct FigureLine: Equatable, Sendable {
  /// The number of the line.
  package let line: Int
  /// What it shows.
  package let figure: Figure
}
