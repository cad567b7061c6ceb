import Architecture

extension GrowthForecast {
  /// Puts what was simulated beside what the models say.
  package mutating func add(_ results: [SimulationResult], of model: GrowthModel) {
    for result in results where !result.runs.isEmpty {
      guard let index = multiples.firstIndex(of: result.multiple) else { continue }
      simulated[index] = SimulatedPoint(
        result, journeyCount: model.architecture.journeys.count,
        doubts: doubts[index], reasons: reasons[index])
      takeMeasured(at: index)
    }
  }

  /// Puts what came, what got through and the verdict that follows in the place of the models'.
  private mutating func takeMeasured(at index: Int) {
    guard let simulated = simulated[index] else { return }
    let unsimulated = Set(
      elements.filter { $0.isBeyondUnsimulated(at: multiples[index]) }.map(\.name))
    let areUsersDoubted = doubts[index].contains(where: \.isAboutUsers)
    for place in elements.indices {
      guard let measured = simulated.element(elements[place].name) else { continue }
      elements[place].points[index].take(measured, areUsersDoubted: areUsersDoubted)
    }
    for place in journeys.indices {
      guard let measured = simulated.journey(journeys[place].name),
        !(journeys[place].points[index].bottleneck.map(unsimulated.contains) ?? false)
      else { continue }
      journeys[place].points[index].take(measured, leastServed: journeys[place].leastServed)
    }
  }
}

extension ElementForecast {
  /// Whether more than a limit allows comes that no simulation knows, so that the law stands.
  package func isBeyondUnsimulated(at multiple: Double) -> Bool {
    limits.contains { !$0.kind.isSimulated && $0.headroom < multiple }
  }
}

extension JourneyPoint {
  fileprivate mutating func take(_ measured: SimulationResult.Measures, leastServed: Double) {
    if users != nil, !measured.isOnlyForTails { rate = measured.arrivals }
    goodput = rate.map {
      measured.isEndless ? min($0, measured.served) : $0 * (1 - measured.loss)
    }
    if measured.isEndless || 1 - measured.loss < leastServed {
      verdict = .saturated
    } else {
      if verdict == .saturated { verdict = .tight }
      bottleneck = nil
    }
  }
}

extension ElementPoint {
  /// Share turned away from which on an element does not carry its load.
  private static let felt = 0.01

  fileprivate mutating func take(
    _ measured: SimulationResult.Measures, areUsersDoubted: Bool
  ) {
    if limit?.isAboutMeans != true, !measured.isOnlyForTails { arrivals = measured.arrivals }
    if areUsersDoubted, let servers { utilisation = measured.busy / servers }
    if measured.isEndless || measured.refused >= Self.felt {
      verdict = .saturated
    } else if verdict == .saturated, (utilisation ?? 0) < 1 {
      verdict = .tight
    }
  }
}
