import Architecture
import Findings

extension ForecastBuilder {
  /// The journeys with what their calls need.
  func journeys() -> [JourneyForecast] {
    let architecture = model.architecture
    let (calls, relations) = (model.entries, architecture.relationsByJourney)
    let shares = times.map(carriedShares)
    let availabilities = availabilities(calls.map { $0.map(\.node) })
    return architecture.journeys.enumerated().map { index, journey in
      var forecast = JourneyForecast(
        name: journey.name, targetP99: journey.facts.number(.targetP99),
        targetAvailability: journey.facts.number(.targetAvailability),
        availability: availabilities[index], points: [])
      forecast.points = zip(times, shares).map {
        point(
          index, calls[index], over: relations[index], $0, $1, leastServed: forecast.leastServed)
      }
      return forecast
    }
  }

  private func point(
    _ journey: Int, _ calls: [(node: Int, uses: Double)], over relations: [Int],
    _ times: ResponseTimes, _ shares: [CarriedShare], leastServed: Double
  ) -> JourneyPoint {
    var least = CarriedShare()
    for (call, relation) in zip(calls, relations) {
      least.narrow(
        answered(shares[call.node], by: call.node, over: relation, uses: call.uses, times))
    }
    let served = least.value * least.acceptedFraction
    let rate = times.model.journeys[journey].peak(at: times.multiple)
    let response = times.response(of: calls)
    let isKnown = !rate.isNaN && !calls.isEmpty
    let isClosed = times.closed?.throughput[journey] != nil
    return JourneyPoint(
      rate: rate.isNaN ? nil : rate,
      users: isClosed ? model.users(of: journey, at: times.multiple) : nil,
      goodput: isKnown ? rate * served : nil,
      bottleneck: served < leastServed
        ? least.component.map { model.architecture.components[$0].name }
        : nil,
      response: response,
      verdict: !isKnown
        ? .unknown
        : served < leastServed || response.isEndless ? .saturated : verdict(least, response))
  }

  /// The verdict on a journey that is served; a room that turns few away may well be all in use.
  private func verdict(_ least: CarriedShare, _ response: ResponseTime) -> Verdict {
    let verdict = Verdict(utilisation: least.utilisation)
    return response.isBounded && verdict != .saturated ? verdict : .tight
  }

  /// The share of the requests to a node that everything it needs carries, and what carries least.
  ///
  /// What is beyond a capacity is still said to come to what is asked in turn, so that the least
  /// share decides; what a full room turns away does not, so that shares multiply.
  struct CarriedShare {
    var value = 1.0
    var acceptedFraction = 1.0
    var utilisation: Double?
    var component: Int?

    mutating func narrow(_ other: CarriedShare) {
      if other.acceptedFraction < 1,
        other.acceptedFraction * other.value < min(acceptedFraction, value)
      {
        component = other.component
      }
      acceptedFraction *= other.acceptedFraction
      utilisation = max(utilisation ?? -1, other.utilisation ?? -1)
      if utilisation == -1 { utilisation = nil }
      if other.value < value { (value, component) = (other.value, other.component) }
    }

    /// What is answered where another stands in for what is not.
    func or(_ standIn: CarriedShare) -> CarriedShare {
      let served = value * acceptedFraction
      return CarriedShare(
        value: served + (1 - served) * standIn.value * standIn.acceptedFraction,
        component: standIn.component)
    }
  }

  /// The carried share of every node, callees first; what has a fallback is not needed, as far as
  /// that carries what comes then.
  private func carriedShares(_ times: ResponseTimes) -> [CarriedShare] {
    let tree = model.tree
    let standIns = standInShares(at: times.multiple)
    var shares = [CarriedShare](repeating: CarriedShare(), count: tree.own.count)
    for _ in 0..<2 {
      for component in tree.order {
        let own = ownShare(component, times)
        for node in tree.nodes(of: component) {
          var share = own
          for call in tree.calls[node] {
            let standIn = standIns[call.relation]
            guard standIn != nil || isNeeded(call.relation) else { continue }
            var answer = answered(
              shares[call.target], by: call.target, over: call.relation, uses: call.uses, times)
            answer.narrow(ownShare(tree.components[call.target], times, of: kind(call)))
            share.narrow(standIn.map(answer.or) ?? answer)
          }
          shares[node] = share
        }
      }
    }
    return shares
  }

  /// Per relation with a component to fall back on, what that carries of what comes then.
  private func standInShares(at multiple: Double) -> [Int: CarriedShare] {
    var shares: [Int: CarriedShare] = [:]
    for load in model.fallbackLoads {
      guard let use = model.fallbackUse(of: load.component, at: multiple) else { continue }
      for relation in load.relations {
        shares[relation] = CarriedShare(
          value: use > 1 ? 1 / use : 1, utilisation: nil, component: load.component)
      }
    }
    return shares
  }

  /// The share of calls that is answered in time.
  ///
  /// A queue without an end, in which nobody's place is taken away when its caller gives up, works
  /// in the long run only for those who no longer wait.
  private func answered(
    _ share: CarriedShare, by node: Int, over relation: Int, uses: Double, _ times: ResponseTimes
  ) -> CarriedShare {
    let architecture = model.architecture
    guard times.waits.responses[node].saturation == .beyond,
      architecture.patience(of: relation) != nil,
      !architecture.relations[relation].facts.isTrue(.cancels)
    else { return share }
    var answered = share
    answered.value = min(share.value, max(0, 1 - uses))
    answered.component = share.component ?? model.owner(of: model.tree.components[node])
    return answered
  }

  /// What a component carries of everything, or what its limits on reads or writes accept.
  private func ownShare(
    _ component: Int, _ times: ResponseTimes, of kind: RelationKind? = nil
  ) -> CarriedShare {
    // What a pool lets through is a limit of who keeps it.
    guard component < times.model.limits.count else { return CarriedShare() }
    let used = times.model.limits[component].filter { $0.stops == kind }
      .map { $0.utilisation(at: times.multiple) }.max()
    let isLost = model.architecture.components[component].isLost
    let beyond = isLost ? 0 : used.map { $0 > 1 ? 1 / $0 : 1 } ?? 1
    guard kind == nil, let loss = turnedAway(component, times) else {
      return CarriedShare(value: beyond, utilisation: used, component: component)
    }
    // A full room turns away what is beyond the capacity of its servers as well.
    let acceptedFraction = 1 - loss
    return CarriedShare(
      value: min(1, beyond / max(acceptedFraction, 1e-300)), acceptedFraction: acceptedFraction,
      utilisation: used, component: component)
  }

  /// The share of requests that a bounded room turns away; nil where there is none.
  ///
  /// Users who come again come as fast as they are turned away.
  private func turnedAway(_ component: Int, _ times: ResponseTimes) -> Double? {
    if let users = returningUsers[component] { return users.loss(at: times.multiple) }
    guard case .bounded(let queue) = times.waits.stations[component] else { return nil }
    return queue.loss
  }

  private func kind(_ call: CallTree.Call) -> RelationKind {
    model.architecture.relations[call.relation].kind
  }

  private func isNeeded(_ relation: Int) -> Bool {
    model.architecture.relations[relation].facts[.fallback] == nil
  }
}

extension GrowthModel {
  /// What becomes of each journey at some multiples of today's demand, in the order of the
  /// description; without multiples, what is the same at all of them.
  package func journeys(at multiples: [Double]) -> [JourneyForecast] {
    let times = multiples.map { ResponseTimes(self, at: $0) }
    return ForecastBuilder(model: self, times: times).journeys()
  }
}
