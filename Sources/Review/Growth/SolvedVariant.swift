/// A variant with the outline that it is one of.
package struct SolvedVariant: Sendable {
  let variant: GrowthVariant
  let identity: Identity

  /// Tells one outline from another.
  final class Identity: Sendable {}
}
