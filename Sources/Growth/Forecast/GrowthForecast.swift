import Architecture
import Findings

/// What breaks first when demand multiplies: the answer of `tenfold grow`.
///
/// Rates, utilisation, headroom, goodput and availability follow from operational laws, which
/// assume no distribution; waits, percentiles and lengths of queues from queueing models.
package struct GrowthForecast: Sendable {
  /// The multiples of today's demand that were looked at, in ascending order.
  package let multiples: [Double]
  /// The elements with demand or limits, the first to saturate in front; those without a known
  /// limit last, in the order of the description.
  package internal(set) var elements: [ElementForecast]
  /// The journeys, in the order of the description.
  package internal(set) var journeys: [JourneyForecast]
  /// The declared growth.
  package let growth: GrowthRate?
  /// What was assumed, what decides the first limit in front.
  package let assumptions: [Assumption]
  /// Multiplicities that nobody declared and that the headroom rests on.
  package let assumes: [HeadroomAssumption]
  /// What is left when the worst single zone is lost; nil when no zone is known.
  package let withoutZone: LossForecast?
  /// What is left while caches are cold; nil when there are none.
  package let coldCaches: LossForecast?
  /// Properties that have to be known to say more, in the order of the description.
  package let missingInputs: [MissingInput]
  /// Rings of calls that amplify what comes to them, so that their rates do not settle: the names
  /// of their components, and the requests that one becomes per hop.
  package let divergent: [(elements: [String], amplification: Double)]
  /// What callers' retries can hold down, the first one reached in front.
  package let retryRisks: [RetryRisk]
  /// What would have to be said of components under load whose limit is not known.
  package let unknownLimits: [ElementProperty]
  /// Whether something may break before all that is known.
  private let isOpen: Bool
  /// What would have to change for the target to be carried.
  package let remedies: Remedies
  /// Per multiple, why the queueing models are not to be trusted there; empty where they are.
  package let doubts: [[ModelLimitation]]
  /// The same in words.
  package let reasons: [[String]]
  /// Per multiple, what was simulated; nil where nothing was.
  package internal(set) var simulated: [SimulatedPoint?]

  /// The multiples looked at when nobody asks for others.
  package static let usualMultiples: [Double] = [1, 2, 5, 10, 20, 50, 100]

  /// The element that saturates first, of those that serve somebody if there are such; nil when no
  /// limit is known.
  package var first: ElementForecast? {
    let known = elements.filter { $0.first != nil }
    return known.first(where: \.isServed) ?? known.first
  }

  /// What ends before the system does: what only a scheduler or users without a pause start, or
  /// what callers fall back from; what is lost is said elsewhere.
  package var firstOfBatch: ElementForecast? {
    let batches = elements.lazy.filter { !$0.isServed && $0.first?.kind != .lost }
    guard let headroom, let batch = batches.first(where: { $0.first != nil }),
      batch.first?.headroom ?? .infinity < headroom
    else { return nil }
    return batch
  }

  /// The element whose limit growth reaches first, and the months until then; nil when it reaches
  /// none, or none is declared.
  package var firstInTime: (element: ElementForecast, months: Double)? {
    let due = elements.compactMap { element in element.dueMonths.map { (element, $0) } }
    return due.min { $0.1 < $1.1 }
  }

  /// The elements with a limit that growth reaches within some months.
  package func elementsDue(within months: Double) -> [ElementForecast] {
    elements.filter { $0.dueMonths.map { $0 < months * (1 - 1e-6) } ?? false }
  }

  /// The first element in load that saturates exactly when growth reaches its target, and not
  /// before; nil where there is room left, or none.
  package var saturatedAtTarget: ElementForecast? {
    guard let growth else { return nil }
    return elements.first { element in
      element.dueMonths.map { abs($0 - growth.months) <= 1e-6 * growth.months } ?? false
    }
  }

  /// How many times today's peak the system carries; nil when no limit is known.
  package var headroom: Double? { first?.first?.headroom }

  /// Whether something unknown makes that lower than said: the limit's own inputs, or what of other
  /// components under load, or of demand, is not known.
  package var isAtMost: Bool {
    first?.first?.isAtMost == true || isOpen && headroom ?? 0 > 0
  }

  /// The largest multiple looked at, from the lowest on, at which a journey keeps its target for
  /// the 99th percentile; nil where none does, or that is not known.
  package func targetKept(by journey: JourneyForecast) -> Double? {
    guard let target = journey.targetP99 else { return nil }
    let kept = multiples.indices.prefix { index in
      let point = journey.points[index]
      guard point.verdict != .saturated, !point.response.isAtLeast else { return false }
      if let measured = simulated[index]?.journey(journey.name) {
        return measured.times.map { $0.p99.value <= target } ?? false
      }
      return point.response.isBounded && point.response.percentile(0.99) <= target
    }
    return kept.last.map { multiples[$0] }
  }

  /// The forecast of a model at some multiples of today's demand.
  package init(_ model: GrowthModel, at multiples: [Double] = usualMultiples) {
    self.multiples = multiples
    growth = GrowthRate(model.architecture.facts)
    let times = multiples.map { ResponseTimes(model, at: $0) }
    let losses = Losses(model)
    let builder = ForecastBuilder(
      model: model, times: times, growth: model.growthByComponent(), losses: losses)
    withoutZone = losses.worstZone()
    coldCaches = losses.coldCaches()
    elements = builder.elements()
    journeys = builder.journeys()
    missingInputs = model.missingInputs()
    unknownLimits = model.unknownLimits
    isOpen = model.isOpen(with: unknownLimits)
    assumes = model.headroomAssumptions
    assumptions = model.assumptions(times, target: growth?.factor)
    retryRisks = model.retryRisks()
    divergent = model.demand.divergent.map { ring in
      (ring.components.map { model.architecture.components[$0].name }, ring.amplification)
    }
    remedies = Remedies(model, target: growth?.factor ?? Remedies.usualTarget)
    doubts = times.map(\.doubts)
    reasons = doubts.map { $0.map { $0.words(model.architecture) } }
    simulated = multiples.map { _ in nil }
  }
}
