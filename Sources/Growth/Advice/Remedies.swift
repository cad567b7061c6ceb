import Architecture
import Findings

/// What would have to change for a system to carry a target, in the order in which limits are
/// reached.
///
/// Each step sets the property that the first limit below the target rests on to the value that
/// carries it, and solves the model anew: pools grow with replicas, and what comes next may break.
package struct Remedies: Sendable {
  /// Times today's peak that is to be carried: the declared growth, or ten.
  package let target: Double
  /// The changes, each with all before it made.
  package let steps: [Remedy]
  /// What is left below the target because no value of a property moves it, or since there is too
  /// much of it to be solved step by step; nil when the steps reach the target.
  package let rest: (element: String, limit: LimitKind)?
  /// Whether no number of replicas that makes sense would carry what is left.
  package let isBeyondScaling: Bool

  /// The target of a system that declares no growth.
  package static let usualTarget = 10.0

  /// The changes that let a system carry a multiple of today's peak.
  init(_ model: GrowthModel, target: Double) {
    self.target = target
    var model = model
    var steps: [Remedy] = []
    var isStuck = false
    let most = Budget.variants(Budget.remedies, components: model.limits.count)
    while steps.count < most, let (component, limit) = model.first, Self.isBelow(limit, target) {
      let finder = RemedyFinder(model: model, target: target)
      guard let (place, value) = finder.change(component, limit) else {
        isStuck = true
        break
      }
      let old = model.architecture.facts(of: place.element)[place.property]?.value
      let next = model.setting([(place, value)])
      let moved = next.limits[component].first { $0.kind == limit.kind }
      guard moved.map({ $0.headroom > limit.headroom }) ?? true else { break }
      steps.append(
        finder.remedy(place, (old, value), component, limit, after: next.headroom))
      model = next
    }
    self.steps = steps
    isBeyondScaling =
      isStuck
      && model.first.map { [.servers, .autoscaler, .consumers].contains($0.limit.kind) } ?? false
    rest = model.first.flatMap { component, limit in
      Self.isBelow(limit, target)
        ? (model.architecture.components[component].name, limit.kind) : nil
    }
  }

  /// Rounding is no shortfall.
  private static func isBelow(_ limit: Limit, _ target: Double) -> Bool {
    limit.headroom < target * (1 - 1e-9)
  }

  /// Whether the steps reach the target.
  package var isReached: Bool { rest == nil }
}
