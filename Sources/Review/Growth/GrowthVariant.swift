package import Growth

/// The system after losses, or under one of its scenarios.
package struct GrowthVariant: Sendable {
  /// What is different: `with zone eu-1a lost`, `scenario black-friday`.
  package let name: String
  /// The same as switches; none today.
  package let switches: Set<LossSwitch>
  /// Demand and limits then.
  package let model: GrowthModel

  /// The components with a limit, the first to reach one in front.
  package let order: [Int]

  /// What saturates first then, in the words of `check` and `grow`; nil when no limit is known.
  package var statement: HeadroomStatement? {
    model.headroom.map { HeadroomStatement($0, in: model.architecture) }
  }

  /// A variant by its model.
  init(name: String, switches: Set<LossSwitch> = [], model: GrowthModel) {
    self.name = name
    self.switches = switches
    self.model = model
    order = model.limits.indices.filter { !model.limits[$0].isEmpty }.sorted {
      (model.limits[$0][0].headroom, $0) < (model.limits[$1][0].headroom, $1)
    }
  }
}
