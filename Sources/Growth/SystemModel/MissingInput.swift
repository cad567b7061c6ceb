package import Architecture

/// A property that has to be known.
package struct MissingInput: Hashable, Sendable {
  /// Of which element.
  package let element: ElementID
  /// Which property.
  package let property: Property
  /// What it is needed for: capacity, latency or demand.
  package let purpose: Purpose

  /// What an unknown property keeps from being said.
  package enum Purpose: String, Sendable { case demand, capacity, latency }
}
