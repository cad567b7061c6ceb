/// What a component that others fall back on carries once what they call is lost.
package struct FallbackLoad: Sendable {
  /// The component whose loss leads its callers there, by its index.
  package let lost: Int
  /// The component that they fall back on.
  package let component: Int
  /// The relations that lead there then.
  package let relations: [Int]
  /// Requests per second at today's peak, with its own; not a number where that is unknown.
  package let peak: Double
  /// Its limits under that load, the first one reached in front.
  let limits: [Limit]

  /// Requests per second that it carries of that mix; nil where no limit is known.
  package var capacity: Double? { first?.carried }
  /// The limit that ends it first; nil where none is known.
  package var limit: LimitKind? { first?.kind }

  private var first: Limit? { limits.first { $0.carried != nil } }
}
