import Architecture
import Findings
import YAML

extension GrowthModel {
  /// The multiplicities that nobody declared, of all that demand reaches.
  ///
  /// Not only of the way to what saturates first: a larger number elsewhere would make another
  /// element the first, and then the number rests on the silence there.
  package var headroomAssumptions: [HeadroomAssumption] {
    HeadroomAssumption.Kind.allCases.flatMap { kind in
      silent(about: kind).map { element, value in
        HeadroomAssumption(
          kind: kind, place: ElementProperty(element: element, property: kind.property),
          element: architecture.name(of: element), subject: architecture.noun(of: element),
          value: value)
      }
    }
  }

  private func silent(
    about kind: HeadroomAssumption.Kind
  ) -> [(element: ElementID, value: Measure?)] {
    switch kind {
    case .onePerRequest: silentUses.map { (.relation($0), .number(1, .count)) }
    case .peakIsRate:
      architecture.journeys.indices.filter(isSilentPeak).map {
        (.journey($0), .number(journeys[$0].peak, .perSecond))
      }
    case .hitRatio: guessedHits
    case .evenKeys:
      architecture.components.indices.filter(hasSilentKeys).map {
        (.component($0), .number(0, .ratio))
      }
    case .uncountedPools: silentPools().map { (.component($0), nil) }
    case .linearScaling:
      architecture.components.indices.filter(isLinear).map {
        (.component($0), .number(0, .count))
      }
    case .timelyWork: assumedTimely.sorted().map { (.component($0), nil) }
    }
  }

  /// Relations that bring demand and do not say how often they are used.
  private var silentUses: [Int] {
    architecture.relations.indices.filter { index in
      let relation = architecture.relations[index]
      return ![.consumes, .replicates].contains(relation.kind)
        && relation.facts[.perRequest] == nil && isLoaded(index)
    }
  }

  private func isLoaded(_ relation: Int) -> Bool {
    demand.isReached[relation] && demand.relations[relation].isUsed
  }

  /// Whether a journey says its rate alone; of users who come again, their number is the peak.
  private func isSilentPeak(_ journey: Int) -> Bool {
    let facts = architecture.journeys[journey].facts
    return facts[.rate] != nil && facts[.peak] == nil && facts[.users] == nil
  }

  /// Caches and relations whose hit ratio is no measurement and keeps load away.
  private var guessedHits: [(element: ElementID, value: Measure?)] {
    func guess(_ element: ElementID) -> (element: ElementID, value: Measure?)? {
      guard let fact = architecture.facts(of: element)[.hit], fact.basis > .derived,
        let share = fact.value.number, share > 0
      else { return nil }
      return (element, .number(share, .ratio))
    }
    return architecture.components.indices.compactMap { guess(.component($0)) }
      + architecture.relations.indices.compactMap { guess(.relation($0)) }
  }

  /// Whether a limit of its busiest shard rests on keys that are spread evenly.
  private func hasSilentKeys(_ component: Int) -> Bool {
    limits[component].contains { limit in
      limit.inputs.contains { input in
        input.property == .shardTopShare
          && architecture.facts(of: input.element)[.shardTopShare] == nil
      }
    }
  }

  /// Whether its limit counts several replicas in full, and how much they hold each other
  /// up is undeclared.
  private func isLinear(_ component: Int) -> Bool {
    let facts = architecture.components[component].facts
    return facts[.contention] == nil && (stations[component].replicas?.most ?? 1) > 1
      && limits[component].contains { [.servers, .autoscaler, .consumers].contains($0.kind) }
  }
}
