package import Architecture

/// A property of an element, which a limit rests on or waits for.
package struct ElementProperty: Hashable, Sendable {
  /// The element.
  package let element: ElementID
  /// The property.
  package let property: Property

  /// A property of an element.
  package init(element: ElementID, property: Property) {
    (self.element, self.property) = (element, property)
  }

  /// What it is called: `replicas of api`.
  package func words(in architecture: Architecture) -> String {
    "\(property.name) of \(architecture.name(of: element))"
  }
}
