import Architecture

extension GrowthModel {
  /// What retries can hold down, the first one reached in front.
  ///
  /// Breakers stop retries, and a room within the bound turns away what would be answered too late.
  /// Work that is cancelled helps little alone: who comes to its turn is then about to give up.
  package func retryRisks() -> [RetryRisk] { knownRetryRisks ?? foundRetryRisks() }

  /// The same, looked for anew; what is known of loops that are as before is kept.
  func foundRetryRisks(knowing before: [RetryRisk] = []) -> [RetryRisk] {
    let known = Dictionary(
      before.map { ($0.component, $0.outcome) }, uniquingKeysWith: { first, _ in first })
    var risks: [RetryRisk] = []
    var callers = [[Int]](repeating: [], count: architecture.components.count)
    let answerers = architecture.answerers()
    let retrying = callersThatRetry
    for (index, relation) in architecture.relations.enumerated()
    where relation.isSynchronous && relation.attempts > 1 && demand.isReached[index] {
      callers[answerers[index].component].append(index)
    }
    for (component, relations) in callers.enumerated() {
      guard let limit = serverLimit(of: component), let capacity = limit.carried, capacity > 0
      else { continue }
      let open = relations.filter { index in
        architecture.patience(of: index) != nil
          && !architecture.relations[index].facts.isTrue(.breaker)
      }
      let timeouts = open.compactMap { architecture.patience(of: $0)?.seconds }
      let attempts = limit.requests.worst / limit.requests.peak
      guard let timeout = timeouts.min(), attempts > 1, attempts.isFinite else { continue }
      let share = stations[component].parts.share
      let bound = capacity * share * max(0, timeout - slowWork(component))
      guard stations[component].bufferCapacity ?? .infinity > bound else { continue }
      let loop = retryLoop(component, limit, open, retrying)
      let outcome = known[component].flatMap { $0?.loop == loop ? $0 : nil }
      risks.append(
        RetryRisk(
          component: component, element: architecture.components[component].name,
          multiple: limit.headroom / attempts, capacity: capacity, attempts: attempts,
          bound: bound.rounded(.down), outcome: outcome ?? loop.map { RetryOutcome($0) }))
    }
    return risks.sorted { $0.multiple < $1.multiple }
  }

  /// The 90th percentile of the time that work holds a server of a component, of its slowest kind.
  private func slowWork(_ component: Int) -> Double {
    stations[component].work.filter(\.load.isUsed).map { work in
      let time = holdingTime(work)
      return time.variability > 1e-6
        ? Gamma.percentile(0.9, mean: time.mean, shape: 1 / time.variability) : time.mean
    }.max() ?? 0
  }

  /// A component and its callers, as far as those try again by themselves.
  private func retryLoop(
    _ component: Int, _ limit: Limit, _ open: [Int], _ retrying: [Int: [Int]]
  ) -> RetryLoop? {
    guard let servers = stations[component].servers, let capacity = limit.carried else {
      return nil
    }
    let (answer, part) = (idle[component].mean, stations[component].parts.share)
    let callers = open.flatMap { index -> [RetryLoop.Caller] in
      let relation = architecture.relations[index]
      guard let timeout = architecture.patience(of: index)?.seconds else { return [] }
      return layers(above: index, of: retrying, beside: answer).map { share, above in
        RetryLoop.Caller(
          rate: demand.relations[index].peak * part * share, attempts: relation.attempts,
          timeout: timeout, budget: relation.retryBudget, above: above)
      }
    }
    let others = limit.requests.peak * part - callers.reduce(0) { $0 + $1.rate }
    let holdingTimes = stations[component].work.filter(\.load.isUsed).map {
      holdingTime($0).variability
    }
    guard callers.allSatisfy({ $0.rate > 0 && $0.timeout > 0 }), others > -1e-9 * capacity else {
      return nil
    }
    return RetryLoop(
      servers: servers, service: servers / (capacity * part), variability: holdingTimes.max() ?? 1,
      callers: callers, others: max(0, others))
  }

  /// Callers above each other that are followed, and sorts of callers beside each other: 64 ways in
  /// all, however dense the calls are.
  private static let (mostLayers, mostCallers) = (3, 4)

  /// What tries again above the source of a relation, by the shares in which it comes from there;
  /// `retrying` are those that try again by what they call, `below` is what an answer takes.
  ///
  /// Callers that wait and try alike are taken together, and led on by the first of them. The rest
  /// comes from those that do not try again.
  private func layers(
    above relation: Int, of retrying: [Int: [Int]], beside below: Double, depth: Int = 0
  ) -> [(share: Double, above: [RetryLoop.Layer])] {
    guard depth < Self.mostLayers,
      let node = architecture.maker(of: architecture.relations[relation])
    else { return [(1, [])] }
    let all = demand.nodes[node].peak
    let own = max(0, idle[node].mean - below)
    var alike: [RetryLoop.Layer: (share: Double, caller: Int)] = [:]
    for index in retrying[node] ?? [] where all > 0 {
      let caller = architecture.relations[index]
      guard let timeout = architecture.patience(of: index)?.seconds, timeout > own else { continue }
      let layer = RetryLoop.Layer(
        attempts: caller.attempts, timeout: timeout - own, budget: caller.retryBudget)
      alike[layer, default: (0, index)].share += demand.relations[index].peak / all
    }
    let layers = alike.filter { $0.value.share > 0 }.sorted {
      ($1.value.share, $0.value.caller) < ($0.value.share, $1.value.caller)
    }
    let total = max(1, layers.reduce(0) { $0 + $1.value.share })
    // Those that are left out try again as those that come most do.
    let few = layers.prefix(Self.mostCallers)
    let left = layers.dropFirst(few.count).reduce(0) { $0 + $1.value.share }
    let shares = few.enumerated().flatMap { place, entry in
      let share = (entry.value.share + (place == 0 ? left : 0)) / total
      return self.layers(
        above: entry.value.caller, of: retrying, beside: idle[node].mean, depth: depth + 1
      ).map { (share: share * $0.share, above: [entry.key] + $0.above) }
    }
    let rest = 1 - shares.reduce(0) { $0 + $1.share }
    return rest > 1e-9 ? shares + [(rest, [])] : shares
  }

  /// Relations with a timeout that are tried again, by the node that they call.
  private var callersThatRetry: [Int: [Int]] {
    let retried = architecture.relations.indices.filter { index in
      let relation = architecture.relations[index]
      return relation.isSynchronous && relation.attempts > 1
        && architecture.patience(of: index) != nil
        && !relation.facts.isTrue(.breaker) && demand.isReached[index]
    }
    return Dictionary(grouping: retried) { architecture.node(architecture.relations[$0].target) }
  }
}
