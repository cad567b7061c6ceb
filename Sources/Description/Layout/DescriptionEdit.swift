import Architecture

/// One key of a description and what it is to say.
package struct DescriptionEdit: Hashable, Sendable {
  /// The element's name; nil for what stands beside the elements, such as scenarios.
  package let element: String?
  /// Its keys, such as `dead-letter` and `to`.
  package let keys: [String]
  /// The value as a description writes it.
  package let value: String

  /// An edit of an element's own key, or of one that stands at the top.
  package init(_ element: String?, _ keys: [String], to value: String) {
    (self.element, self.keys, self.value) = (element, keys, value)
  }

  /// An edit of a property.
  package init(_ element: String?, property: String, to value: String) {
    self.init(element, property.split(separator: ".").map(String.init), to: value)
  }
}
