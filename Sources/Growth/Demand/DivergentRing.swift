/// A ring of calls that amplifies what comes to it, so that no rate settles.
struct DivergentRing: Sendable {
  /// Indices of its components.
  let components: [Int]
  /// Requests that one becomes per hop; 1 or more.
  let amplification: Double
}
