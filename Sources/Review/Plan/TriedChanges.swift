import Architecture
package import Growth

/// The smallest changes for a target that is carried in the simulation as well.
///
/// Where servers are held by calls, and many limits lie close to the target, the models carry a few
/// percent more than there is: so the changes are sized for more than the target, until as much is
/// served just below it as a headroom promises.
package struct TriedChanges {
  /// The changes.
  package let changes: SmallestChanges
  /// What the changes for the target alone would serve of the journey that is served least; nil
  /// where that is enough, or was not tried.
  package private(set) var shortfall: Double?

  /// Whether as much is served as was to be, as far as that was tried.
  private var isCarried = true

  private let model: GrowthModel
  private let target: Double

  /// How much more than the target is tried, one after the other.
  private static let margins = [1.05, 1.1, 1.2, 1.4]
  /// Share of a headroom at which its promise is tried.
  private static let below = 0.97
  /// Share of each journey's requests that is served at least, but for what a short run denies.
  private static let promised = 0.988
  /// Components of a system that is tried at most.
  private static let mostComponents = 120
  /// Events of each of three runs, about: a short one, and one that decides.
  private static let events = [60_000.0, 400_000]

  /// The smallest numbers for a target.
  package init(_ model: GrowthModel, target: Double) {
    self.init(of: model, target) { SmallestChanges(model, target: $0) }
  }

  private init(
    of model: GrowthModel, _ target: Double, _ search: (_ size: Double) -> SmallestChanges
  ) {
    self.model = model
    self.target = target
    let first = search(target)
    guard let served = Self.served(first, of: model, target), served < Self.promised else {
      changes = first
      return
    }
    shortfall = served
    isCarried = false
    var larger = first
    for margin in Self.margins where !isCarried {
      larger = search(target * margin)
      isCarried = Self.served(larger, of: model, target) ?? 1 >= Self.promised
    }
    changes = larger
  }

  /// Other ways to the target: structure in the place of larger numbers, and one change less.
  package var others: [(PlanWay, TriedChanges)] {
    var others: [(PlanWay, TriedChanges)] = []
    if changes.steps.contains(where: { StructureFinder.replaces($0.bound.limit) }) {
      let structure = TriedChanges(of: model, target) {
        SmallestChanges(model, target: $0, prefersStructure: true)
      }
      if structure.changes.steps.contains(where: { $0.structure != nil }) {
        others.append((.structure, structure))
      }
    }
    if let fewer = changes.withFewer {
      let size = changes.target
      let tried = TriedChanges(of: model, target) { wanted in
        wanted <= size ? fewer : SmallestChanges(model, target: wanted).withFewer ?? fewer
      }
      if tried.isCarried { others.append((.fewer, tried)) }
    }
    return others
  }

  /// What is served just below the target with some changes; nil where the models are right, where
  /// they do not reach the target, or where the system is too large.
  private static func served(
    _ changes: SmallestChanges, of model: GrowthModel, _ target: Double
  ) -> Double? {
    let multiple = target * below
    let count = model.architecture.journeys.count
    guard changes.isReached, !changes.steps.isEmpty,
      model.architecture.components.count <= mostComponents
    else { return nil }
    let after = changes.result
    guard !GrowthForecast(after, at: [multiple]).doubts[0].isEmpty,
      let network = SimulatedNetwork(after, at: multiple)
    else { return nil }
    var least: Double?
    for events in events where least ?? 0 < promised {
      var result = SimulationResult(of: network)
      let plan = SimulationPlan(events: events)
      result.add((0..<3).map { network.run(seed: 1, number: $0, plan: plan) })
      least = result.servedShares(journeys: count).min()
    }
    return least
  }
}
