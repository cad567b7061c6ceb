import Architecture

extension Architecture {
  /// Rates of journeys from outside; those of users are what they would do if nobody waited.
  func offeredRates(uses: [Double], times: NodeTimes) -> [Rates] {
    var rounds = [Double](repeating: 0, count: journeys.count)
    for (index, relation) in relations.enumerated() {
      guard let journey = relation.journey else { continue }
      rounds[journey] += uses[index] * times[node(relation.target)].mean
    }
    return zip(journeys, rounds).map { journey, time in
      guard let users = journey.returningUsers else { return journey.rates }
      let round = time + (journey.facts.number(.think) ?? 0)
      return round > 0 && users.isFinite ? .constant(users / round) : .unknown
    }
  }
}
