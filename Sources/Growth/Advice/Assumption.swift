import Architecture
package import Findings

/// Something that nobody declared and that an answer rests on.
package struct Assumption: Hashable, Sendable {
  /// What is assumed, in words.
  package let text: String
  /// The element it is about; nil for conventions about the whole.
  package let element: String?
  /// The property that would replace it; nil where none does.
  package let property: String?
  /// Default or assumed.
  package let origin: Origin
  /// Where it comes from: a product's page or a convention.
  package let source: String?
  /// What it is about, where it can be swept.
  let subject: SensitivityAnalysis.Subject?
  /// Its range, and the answer at the ends; nil where no range is honest.
  package internal(set) var sweep: Sensitivity?
  /// Whether the answer rests on it: by its sweep, or, where there is none, because the first limit
  /// was computed from it.
  package internal(set) var decides: Bool
}

extension GrowthModel {
  /// What the answers rest on: first what decides, then what else limits rest on, then the models.
  func assumptions(_ times: [ResponseTimes], target: Double?) -> [Assumption] {
    let analysis = SensitivityAnalysis(model: self, target: target)
    var all = known(times)
    for index in all.indices {
      guard let sweep = all[index].subject.map(analysis.sweep) else { continue }
      all[index].sweep = sweep
      all[index].decides = analysis.decides(sweep)
    }
    let others = all.filter { !$0.decides }
    return all.filter(\.decides) + others.filter { $0.sweep != nil }
      + others.filter { $0.sweep == nil }
  }

  private func known(_ times: [ResponseTimes]) -> [Assumption] {
    var found: [Assumption] = []
    var seen: Set<ElementProperty> = []
    if let first {
      found += assumptions(of: first.component, first.limit, decides: true, &seen)
    }
    for (index, limits) in limits.enumerated() {
      for (rank, limit) in limits.enumerated() where rank == 0 || limit.kind == .hottestShard {
        found += assumptions(of: index, limit, decides: false, &seen)
      }
    }
    return found + multiplicities() + conventions(times)
  }

  private func assumptions(
    of component: Int, _ limit: Limit, decides: Bool, _ seen: inout Set<ElementProperty>
  ) -> [Assumption] {
    limit.inputs.compactMap { input in
      guard seen.insert(input).inserted else { return nil }
      let fact = architecture.facts(of: input.element)[input.property]
      let name = architecture.name(of: input.element)
      let noun = architecture.noun(of: input.element)
      guard let fact else {
        guard input.property == .shardTopShare else { return nil }
        return Assumption(
          text: "\(noun): keys are spread evenly over the shards", element: name,
          property: input.property.name, origin: .assumed, source: nil,
          subject: .evenKeys(component: component), decides: decides)
      }
      guard fact.basis > .derived else { return nil }
      let value = fact.value.measure(input.property.definition.type).words
      return Assumption(
        text: "\(noun): \(input.property.name) \(value)", element: name,
        property: input.property.name, origin: fact.basis, source: fact.source,
        subject: nil, decides: decides)
    }
  }

  /// Multiplicities that nobody declared, those of a kind in one line; what the others say of
  /// themselves is not said again.
  private func multiplicities() -> [Assumption] {
    headroomAssumptions.filter { ![.evenKeys, .uncountedPools].contains($0.kind) }.byKind.map {
      Assumption(
        text: $0.words() ?? "", element: nil, property: $0.first?.property, origin: .assumed,
        source: "convention", subject: nil, decides: false)
    }
  }

  /// What limits and models assume.
  private func conventions(_ times: [ResponseTimes]) -> [Assumption] {
    let all = ofCapacities(times) + ofCallers()
    return times.contains(where: \.waits.hasQueues) ? all + ofQueues() : all
  }

  private func ofCapacities(_ times: [ResponseTimes]) -> [Assumption] {
    var all: [Assumption] = []
    let silent = silentCallees()
    if !silent.isEmpty {
      all.append(
        convention(
          "service time\(silent.count == 1 ? "" : "s") of \(list(silent)) (undeclared): 0",
          .takes, .callees(silent)))
    }
    let pools = silentPools()
    if !pools.isEmpty {
      all.append(
        convention(
          "connection pools of \(list(pools)) (undeclared): no limit", .pool, .pools(pools)))
    }
    if architecture.isPeakDurationAssumed, !consumersByChannel.isEmpty {
      all.append(convention("peak duration: 1 h", .peakLasts))
    }
    let placeless = placelessComponents()
    if !placeless.isEmpty {
      all.append(
        convention(
          "zones of \(list(placeless)) (undeclared): not affected by the loss of a zone", .zones))
    }
    let scalers = silentScalers(times)
    if !scalers.isEmpty {
      all.append(
        convention(
          "target utilisation of the autoscalers of \(list(scalers)): "
            + Unit.ratio.format(Autoscaler.usualTarget), .scalingTarget))
    }
    return all
  }

  private func ofCallers() -> [Assumption] {
    var all: [Assumption] = []
    for journey in closedJourneys {
      let name = architecture.journeys[journey].name
      all.append(
        convention(
          "users of \(name) wait for their answers (closed load), and send no more beyond a limit",
          .users))
      if architecture.journeys[journey].facts[.think] == nil {
        all.append(convention("think time of \(name): 0", .think))
      }
    }
    let patient = silentCalls { $0.facts[.timeout] == nil }
    if !patient.isEmpty {
      all.append(
        convention("timeouts of calls to \(list(patient)) (undeclared): none", .timeout))
    }
    let once = silentCalls { $0.facts[.timeout] != nil && $0.facts[.attempts] == nil }
    if !once.isEmpty {
      all.append(convention("attempts of calls to \(list(once)) (undeclared): 1", .attempts))
    }
    return all
  }

  /// What the queueing models assume.
  private func ofQueues() -> [Assumption] {
    var all: [Assumption] = []
    let unbounded = silentRooms()
    if !unbounded.isEmpty {
      all.append(
        convention("request queues of \(list(unbounded)) (undeclared): unbounded", .queue))
    }
    all.append(convention("arrivals: Poisson process"))
    let exponential = exponentialStations()
    if !exponential.isEmpty {
      all.append(
        convention(
          "service times of \(list(exponential)): exponential", .variability,
          limits.count <= Budget.largeSystem ? .exponential : nil))
    }
    return all
  }

  private func convention(
    _ text: String, _ property: Property? = nil, _ subject: SensitivityAnalysis.Subject? = nil
  ) -> Assumption {
    Assumption(
      text: text, element: nil, property: property?.name, origin: .assumed,
      source: "convention", subject: subject, decides: false)
  }
}
