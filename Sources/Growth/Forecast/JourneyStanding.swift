package import Architecture
package import Findings
package import YAML

/// What a journey carries by itself, what ends it, and what is left of it after each loss.
package struct JourneyStanding: Sendable {
  /// Its name.
  package let name: String
  /// Whether the business stops with it.
  package let isCritical: Bool
  /// What ends the part that somebody waits for; nil where no limit is known on its way.
  package let end: End?
  /// What ends behind a queue before that; nil where nothing does.
  package let later: End?
  /// What of it is rejected beyond its end; nil without an end, or where its worth is undeclared.
  package let rejection: Rejection?
  /// What the kinds of loss leave of it, in their order; those that cannot hit it are left out.
  package let losses: [Survival]

  /// A limit that a journey runs into.
  package struct End: Sendable {
    /// Times today's peak that are carried until then.
    package let headroom: Double
    /// The component whose limit it is, by its index.
    package let component: Int
    /// Its name.
    package let element: String
    /// Which of its limits.
    package let limit: LimitKind
    /// The weakest origin among its inputs.
    package let origin: Origin
    /// Whether something unknown makes it lower than said.
    package let isAtMost: Bool
  }

  /// What is rejected of a journey at a peak that it does not carry, at least.
  package struct Rejection: Sendable {
    /// Times today's peak.
    package let multiple: Double
    /// Per second.
    package let rate: Double
    /// What that is worth in an hour.
    package let perHour: Money
  }

  /// What losses of one kind leave of a journey.
  package struct Survival: Sendable {
    /// The kind.
    package let kind: LossKind
    /// Share of its requests served after the worst of them, 0 to 1; nil where that is unknown.
    package let served: Double?
    /// All losses of the kind that take something of it, the worst in front.
    package let losses: [Loss]

    /// Whether all of it is served after any of them; nil where that is unknown.
    package var isSurvived: Bool? { served.map { $0 >= 1 } }
  }

  /// One loss that takes something of a journey.
  package struct Loss: Sendable {
    /// What is lost: a component, a zone, or `caches`.
    package let lost: String
    /// Share of its requests that is served afterwards, 0 to 1.
    package let served: Double
    /// Times today's peak that it carries afterwards.
    package let headroom: Double
    /// The component that limits it then.
    package let element: String
    /// Which of its limits that is.
    package let limit: LimitKind
  }
}

extension JourneyStanding.End {
  /// The end of the whole system.
  init(_ headroom: Headroom, in architecture: Architecture) {
    self.init(
      headroom: headroom.multiple, component: architecture.components(of: headroom.element)[0],
      element: architecture.name(of: headroom.element), limit: headroom.limit,
      origin: headroom.origin, isAtMost: headroom.isAtMost)
  }
}
