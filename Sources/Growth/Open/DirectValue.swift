import Architecture
import Findings
import YAML

/// Open values that no limit says: each follows from one number of the model.
struct DirectValue {
  /// What is said so.
  static let properties: Set<Property> = [.retention, .maxLength, .timeout]

  /// The value; nil where something has to be known first.
  let value: Double?
  /// What needs it, or what has to be known.
  let reason: String

  /// The value of a property at a multiple of today's peak; nil for one that limits say.
  init?(_ place: ElementProperty, _ model: GrowthModel, at target: Double) {
    let architecture = model.architecture
    let at = " at \(Unit.digits(target))x"
    switch (place.property, place.element) {
    case (.retention, .component(let index)):
      let facts = architecture.components[index].facts
      value = Property("tolerates-outage").flatMap { facts.number($0) }
      let owner = value == nil ? " of \(architecture.components[index].name)" : ""
      reason = "tolerates-outage" + owner
    case (.maxLength, .component(let index)):
      let shape = architecture.peakShapes()[index]
      let backlog = model.backlog(of: index, at: target, lasting: shape.lasts)
      value = backlog.map { max(1, ($0.growth * $0.duration).rounded(.up)) }
      reason =
        backlog == nil
        ? "the capacity of its consumers"
        : "what gathers in a peak of \(Unit.seconds.format(shape.lasts))" + at
    case (.timeout, .relation(let index)):
      let callee = architecture.relations[index].target.component
      let name = architecture.components[callee].name
      let time = Self.response(of: callee, model, at: target)
      value = time.map { RiskLevel.twoDigits($0, .up) }
      reason = time == nil ? "the response time of \(name)\(at)" : "p99 of \(name)\(at)"
    default: return nil
    }
  }

  /// The time within which 99 of 100 are answered; nil where that is unknown or has no bound.
  private static func response(
    of component: Int, _ model: GrowthModel, at target: Double
  ) -> Double? {
    let facts = model.architecture.components[component].facts
    if let measured = facts.number(.p99) { return measured }
    guard model.limits.count <= Budget.usualSize,
      let time = ResponseTimes(model, at: target).response(of: component), time.isBounded,
      !time.isAtLeast, time.mean > 0
    else { return nil }
    return time.percentile(0.99)
  }
}
