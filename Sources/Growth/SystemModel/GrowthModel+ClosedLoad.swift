import Architecture
import Findings

extension GrowthModel {
  /// Journeys whose users come again, as far as their rounds take a known time.
  var closedJourneys: [Int] {
    architecture.journeys.indices.filter {
      architecture.journeys[$0].returningUsers != nil && journeys[$0].peak > 0
    }
  }

  /// Users of a journey at a multiple of today's.
  func users(of journey: Int, at multiple: Double) -> Int {
    let users = (architecture.journeys[journey].facts.number(.users) ?? 0) * multiple
    return max(1, Int(whole: users.rounded(), most: 1_000_000_000))
  }

  /// What users who come again do at a multiple of today's users; nil when there are none.
  func closedLoad(at multiple: Double) -> ClosedLoad? {
    let closed = closedJourneys
    guard !closed.isEmpty else { return nil }
    let solver = ClosedSolver(model: self, multiple: multiple, journeys: closed)
    return solver.solved
  }

  /// The model with other rates of journeys, such that they are what they are at a multiple.
  func with(throughput: [Double?], at multiple: Double) -> GrowthModel {
    let journeys = zip(self.journeys, throughput).map { rates, throughput in
      throughput.map { Rates.constant($0 / multiple) } ?? rates
    }
    return GrowthModel(self, journeys: journeys, acceptedFraction: acceptedFraction)
  }
}
