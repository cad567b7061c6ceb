package import Architecture
import Findings
package import YAML

/// The least values, of properties that a description leaves open, by which a target is carried
/// and what is expected is met.
///
/// All start at their least. Then, as long as a limit is below the target, the first open value
/// that raises it is raised to the least that carries the target; in the end, what is expected and
/// not met raises those that mend it. Each answer is the least for the others as they are.
package struct OpenValues: Sendable {
  /// One value.
  package struct Solved: Sendable {
    /// What was left open.
    package let place: ElementProperty
    /// The least value; nil where something has to be known first.
    package internal(set) var value: Value?
    /// What needs it, in words, such as `servers at 10x`, or what has to be known.
    package internal(set) var reason = "no limit that is known needs more"
  }

  /// The values, in the order of the description.
  package internal(set) var solved: [Solved] = []

  let model: GrowthModel
  let target: Double
  var current: GrowthModel
  /// Models that may still be solved.
  var budget: Int

  /// Models that are solved of a system of usual size.
  private static let variants = 1500

  /// Solves what the architecture of a model leaves open.
  package init(_ model: GrowthModel, target: Double) {
    (self.model, self.target) = (model, target)
    current = model
    budget = Budget.variants(Self.variants, components: model.limits.count)
    solved = model.architecture.openValues.map {
      Solved(place: $0, value: .number($0.property.leastOpen))
    }
    guard !solved.isEmpty else { return }
    current = model.setting(values)
    while budget > 0, raiseLimit() {}
    while budget > 0, meetExpectation() {}
    for index in solved.indices { takeDirect(index) }
  }

  /// What is set, without what cannot be solved.
  var values: [(place: ElementProperty, value: Value)] {
    solved.compactMap { one in one.value.map { (one.place, $0) } }
  }

  /// Takes what no limit says, and takes back what rests on something undeclared.
  private mutating func takeDirect(_ index: Int) {
    let place = solved[index].place
    if let direct = DirectValue(place, current, at: target) {
      solved[index].value = direct.value.map(Value.number)
      solved[index].reason = direct.reason
      return
    }
    let architecture = current.architecture
    let own = Set(architecture.components(of: place.element))
    guard let unknown = current.firstUnknown(of: own) ?? current.unknownRates.first else { return }
    solved[index].value = nil
    solved[index].reason = unknown.words(in: architecture)
  }
}

extension Property {
  /// Where the search for a value begins.
  fileprivate var leastOpen: Double {
    switch definition.type.unit {
    case .seconds: 1e-3
    case .bytes, .bytesPerSecond: 1e6
    default: 1
    }
  }
}

extension Architecture {
  /// What the description leaves open, to be solved.
  package var openValues: [ElementProperty] {
    elements.flatMap { element in
      facts(of: element).open.map { ElementProperty(element: element, property: $0) }
    }
  }
}
