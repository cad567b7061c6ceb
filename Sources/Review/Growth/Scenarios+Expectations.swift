import Architecture
import Description
import Growth

extension Scenarios {
  /// What is expected of the system under each of them; of very many in a large system, the last
  /// are not looked at, and what is expected there is undecided.
  func expectations(since today: GrowthModel) -> [Expectation] {
    all.filter { !$0.expected.entries.isEmpty }.enumerated().flatMap { number, scenario in
      guard number < affordable else {
        return GrowthModel.unseenExpectations(scenario.expected, under: scenario.name)
      }
      return GrowthModel(architecture(under: scenario).changed(since: today))
        .expectations(scenario.expected, under: scenario.name)
    }
  }
}
