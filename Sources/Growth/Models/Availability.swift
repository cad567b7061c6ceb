/// Availability of what needs all of its parts, and of what needs one of several.
package enum Availability {
  /// All have to work: the product.
  package static func ofAll(_ parts: [Double]) -> Double { parts.reduce(1, *) }

  /// One is enough: 1 less the product of what is missing.
  package static func ofAny(_ parts: [Double]) -> Double {
    1 - parts.reduce(1) { $0 * (1 - $1) }
  }
}
