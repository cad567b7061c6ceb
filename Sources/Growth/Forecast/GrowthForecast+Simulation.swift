import Architecture

extension GrowthForecast {
  /// Puts what was simulated beside what the models say.
  package mutating func add(_ results: [SimulationResult], of model: GrowthModel) {
    for result in results where !result.runs.isEmpty {
      guard let index = multiples.firstIndex(of: result.multiple) else { continue }
      simulated[index] = SimulatedPoint(
        result, journeyCount: model.architecture.journeys.count,
        doubts: doubts[index], reasons: reasons[index])
      replaceRates(at: index)
    }
  }

  /// Puts what came and what got through in the place of bounds: users who come again bring what
  /// was measured, and journeys that fail do so although their load is carried.
  private mutating func replaceRates(at index: Int) {
    guard let simulated = simulated[index] else { return }
    let areUsersDoubted = doubts[index].contains(where: \.isAboutUsers)
    if areUsersDoubted {
      for place in elements.indices {
        guard let measured = simulated.element(elements[place].name) else { continue }
        elements[place].points[index].replaceRates(measured)
      }
    }
    for place in journeys.indices {
      guard let measured = simulated.journey(journeys[place].name) else { continue }
      journeys[place].points[index].replaceRates(measured, areUsersDoubted: areUsersDoubted)
    }
  }
}

extension JourneyPoint {
  /// Share of failures from which a journey is not carried, and below which it is not worth a word.
  private static let (failing, felt) = (0.05, 0.0005)

  fileprivate mutating func replaceRates(
    _ measured: SimulationResult.Measures, areUsersDoubted: Bool
  ) {
    if users != nil, areUsersDoubted {
      (rate, goodput, verdict) = (measured.arrivals, measured.arrivals, .tight)
    }
    if measured.loss >= Self.felt {
      goodput = rate.map { min(goodput ?? $0, $0 * (1 - measured.loss)) }
    }
    if measured.loss >= Self.failing || measured.isEndless { verdict = .saturated }
  }
}

extension ElementPoint {
  fileprivate mutating func replaceRates(_ measured: SimulationResult.Measures) {
    arrivals = measured.arrivals
    if let servers { utilisation = measured.busy / servers }
  }
}
