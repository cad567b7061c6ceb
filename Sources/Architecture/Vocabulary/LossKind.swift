/// What is taken away from a system to see whether it survives.
package enum LossKind: String, CaseIterable, Sendable {
  /// One replica of a component that the team runs itself.
  case replica
  /// All that runs in one zone.
  case zone
  /// What caches hold: each starts empty.
  case coldCache = "cold-cache"
  /// A third party, which answers nobody.
  case dependency
}
