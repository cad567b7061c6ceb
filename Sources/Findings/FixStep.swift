package import YAML

/// One change of a description that repairs a finding.
package struct FixStep: Hashable, Sendable {
  /// What is done at the path.
  package enum Change: Hashable, Sendable {
    /// A value in place of what is there, or where nothing is.
    case set(NewValue)
    /// Something new; what is there already stays.
    case add(NewValue)
    /// What is there goes.
    case remove
  }

  /// The name of the element that the path starts from; nil for the system.
  package let element: String?
  /// Keys from the element's own mapping, such as `dead-letter` and `to`.
  package let path: [String]
  /// What is done there.
  package let change: Change

  /// A change from its parts.
  package init(at element: String?, _ path: [String], _ change: Change) {
    self.element = element
    self.path = path
    self.change = change
  }
}
