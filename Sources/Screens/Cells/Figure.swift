package import Architecture

/// A value that a line of a text shows and that can be changed there.
package struct Figure: Hashable, Sendable {
  /// Whose value it is.
  package let element: ElementID
  /// Which of its values.
  package let property: Property
}
