import Architecture

/// A limit on requests per second in a simulation: a bucket of tokens, of which each request takes
/// one, and turned away is who finds none.
///
/// The law holds such a limit against a mean, so that the bucket is deep enough for what comes at
/// random, and several at a time, to be accepted up to it: a second's tokens, and a thousand at
/// least. Of what comes at 0.97 of it hardly any is turned away, and of more what is beyond it. It
/// is empty in the beginning, and kept as the time at which it would be full (ITU-T I.371, annex
/// A).
struct SimulatedLimit: Sendable {
  /// The only calls that it stops; nil when it stops all.
  let stops: RelationKind?
  /// Seconds until there is another token; infinite where nothing is accepted.
  let interval: Double
  /// Seconds until an empty bucket is full.
  let depth: Double

  private static let fewestTokens = 1000.0

  init(stops: RelationKind?, perSecond: Double) {
    self.stops = stops
    interval = 1 / perSecond
    depth = max(1, Self.fewestTokens * interval)
  }
}

extension SimulatedLimit {
  func concerns(_ kind: RelationKind?) -> Bool { stops == nil || stops == kind }

  /// Whether it has no token for a call of some kind, with a bucket that would be full at a time.
  func isEmpty(due: Double, _ now: Double, _ kind: RelationKind?) -> Bool {
    concerns(kind) && !(due - now + interval <= depth)
  }
}
