import Architecture

/// What a simulation measured at one multiple of today's demand.
package struct SimulatedPoint: Sendable {
  /// Why the models are not trusted there, in words; empty when the user asked for a simulation.
  package let reasons: [String]
  /// Independent runs, and events in all of them.
  package let runs: Int
  /// Events in all runs.
  package let events: Int
  private let components: [String: SimulationResult.Measures]
  private let journeys: [String: SimulationResult.Measures]

  init(
    _ result: SimulationResult, componentCount: Int, doubts: [ModelLimitation], reasons: [String]
  ) {
    self.reasons = reasons
    let isOnlyForTails = !doubts.isEmpty && doubts.allSatisfy(\.isOnlyAboutTails)
    runs = result.runs.count
    events = result.events
    func measures(_ stations: Range<Int>) -> [String: SimulationResult.Measures] {
      Dictionary(
        stations.compactMap { station in
          guard var measures = result.measures(of: station) else { return nil }
          measures.isOnlyForTails = isOnlyForTails
          return (result.names[station], measures)
        }, uniquingKeysWith: { first, _ in first })
    }
    components = measures(0..<componentCount)
    journeys = measures(componentCount..<result.names.count)
  }

  /// What was measured of a component; nil when nothing came to it.
  package func element(_ name: String) -> SimulationResult.Measures? { components[name] }

  /// What was measured of a journey; nil when it was not taken.
  package func journey(_ name: String) -> SimulationResult.Measures? { journeys[name] }
}

extension GrowthForecast {
  /// Puts what was simulated beside what the models say.
  package mutating func add(_ results: [SimulationResult], of model: GrowthModel) {
    for result in results where !result.runs.isEmpty {
      guard let index = multiples.firstIndex(of: result.multiple) else { continue }
      simulated[index] = SimulatedPoint(
        result, componentCount: model.architecture.components.count,
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

extension ModelLimitation {
  fileprivate var isAboutUsers: Bool {
    if case .users = self { true } else { false }
  }

  /// As a reason.
  func words(_ architecture: Architecture) -> String {
    switch self {
    case .blockedServers(let component):
      "servers of \(architecture.components[component].name) are held by calls that wait"
    case .rooms(let component):
      "the room of \(architecture.components[component].name) fills with work that varies otherwise"
    case .branches(let component):
      "calls of \(architecture.components[component].name) at the same time have long tails"
    case .users(let journey):
      "users of \(architecture.journeys[journey].name) wait where no product form is known"
    case .repeats(let journey):
      "\(architecture.journeys[journey].name) waits for the same component again and again"
    case .retries(let relation):
      "callers of \(target(of: relation, architecture)) give up"
    }
  }

  private func target(of relation: Int, _ architecture: Architecture) -> String {
    architecture.components[architecture.relations[relation].target.component].name
  }
}
