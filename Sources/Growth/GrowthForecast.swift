package import Architecture
package import Findings

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
  /// What was taken for granted, what decides the first limit in front.
  package let assumptions: [Assumption]
  /// What is left when the worst single zone is lost; nil when no zone is known.
  package let withoutZone: LossForecast?
  /// What is left while caches are cold; nil when there are none.
  package let coldCaches: LossForecast?
  /// Properties that have to be known to say more, in the order of the description.
  package let needs: [Need]
  /// Rings of calls that amplify what comes to them, so that their rates do not settle: the names
  /// of their components, and the requests that one becomes per hop.
  package let divergent: [(elements: [String], amplification: Double)]
  /// What callers' retries can hold down, the first one reached in front.
  package let retryRisks: [RetryRisk]
  /// What would have to change for the target to be carried.
  package let remedies: Remedies
  /// Per multiple, why the queueing models are not to be trusted there; empty where they are.
  package let doubts: [[ModelDoubt]]
  /// The same in words.
  package let reasons: [[String]]
  /// Per multiple, what was simulated; nil where nothing was.
  package internal(set) var simulated: [SimulatedPoint?]

  /// The multiples looked at when nobody asks for others.
  package static let usualMultiples: [Double] = [1, 2, 5, 10, 20, 50, 100]

  /// A property that has to be known.
  package struct Need: Hashable, Sendable {
    /// Of which element.
    package let element: ElementID
    /// Which property.
    package let property: Property
    /// What it is needed for: capacity, latency or demand.
    package let purpose: Purpose

    /// What an unknown property keeps from being said.
    package enum Purpose: String, Sendable { case demand, capacity, latency }
  }

  /// The element that saturates first; nil when no limit is known.
  package var first: ElementForecast? { elements.first { $0.first != nil } }

  /// How many times today's peak the system carries; nil when no limit is known.
  package var headroom: Double? { first?.first?.headroom }

  /// The forecast of a model at some multiples of today's demand.
  package init(_ model: GrowthModel, at multiples: [Double] = usualMultiples) {
    self.multiples = multiples
    growth = GrowthRate(model.architecture.facts)
    let times = multiples.map { ResponseTimes(model, at: $0) }
    let losses = Losses(model)
    let maker = ForecastMaker(
      model: model, times: times, growth: model.growthByComponent(), losses: losses)
    withoutZone = losses.worstZone()
    coldCaches = losses.coldCaches()
    elements = maker.elements()
    journeys = maker.journeys()
    needs = model.needs()
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

/// One element of the architecture under growing demand.
package struct ElementForecast: Sendable {
  /// Its name.
  package let name: String
  /// What sort of box it is.
  package let kind: ComponentKind
  /// Its limits, the first one reached in front; empty when none is known.
  package let limits: [LimitForecast]
  /// What becomes of it at each multiple.
  package internal(set) var points: [ElementPoint]

  /// The limit that is reached first.
  package var first: LimitForecast? { limits.first }
}

/// One limit of an element.
package struct LimitForecast: Sendable {
  /// Which one it is.
  package let kind: LimitKind
  /// Requests per second it allows, of today's mix; nil when there is no demand.
  package let capacity: Double?
  /// The same by a model, where all servers are in use and wait for servers of callees; nil where
  /// no calls do.
  package let capacityWithWaits: Double?
  /// Times today's peak at which it is reached.
  package let headroom: Double
  /// The same after the loss of one replica; nil for limits that do not depend on replicas.
  package let headroomWithoutOne: Double?
  /// The same after the loss of the zone that takes most; nil where no zone is known to matter.
  package let withoutZone: (zone: String, headroom: Double)?
  /// The same while caches are cold; nil where that changes nothing.
  package let headroomColdCaches: Double?
  /// Months until it is reached; nil without declared growth.
  package let months: Double?
  /// The weakest origin among its inputs.
  package let origin: Origin
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool
}

/// Whether something carries its load.
package enum Verdict: String, Sendable {
  /// Below seven tenths of its capacity.
  case carried
  /// From seven tenths of its capacity on, or a queue that grows during the peak.
  case tight
  /// At its capacity or beyond.
  case saturated
  /// Nothing known limits it, or its load is unknown.
  case unknown

  /// The verdict on a share of a capacity.
  init(utilisation: Double?) {
    switch utilisation ?? .nan {
    case 1...: self = .saturated
    case 0.7...: self = .tight
    case 0...: self = .carried
    default: self = .unknown
    }
  }
}

/// An element at one multiple of today's demand.
package struct ElementPoint: Sendable {
  /// Requests or messages per second; of a consumer, the mean.
  package internal(set) var arrivals: Double?
  /// Servers: replicas x concurrency.
  package let servers: Double?
  /// Replicas: as many as the autoscaler holds at this load in the long run.
  package let replicas: Double?
  /// Share of the capacity in use, of the limit that is used most.
  package internal(set) var utilisation: Double?
  /// The limit that is used most.
  package let limit: LimitKind?
  /// Share of the requests that are not carried.
  package let loss: Double?
  /// Requests that wait for a server, on average.
  package let waiting: Double?
  /// Mean wait for a server in seconds.
  package let wait: Double?
  /// Time from request to answer; nil when it is unknown in part, or grows without bound.
  package let response: ResponseTime?
  /// What gathers in a channel during a peak; nil for other elements.
  package let backlog: Backlog?
  /// What happens while replicas follow the climb to the peak; nil where none do.
  package let scaling: ScalingResponse?
  /// Whether it carries its load.
  package let verdict: Verdict
}

/// A journey under growing demand.
package struct JourneyForecast: Sendable {
  /// Its name.
  package let name: String
  /// The time within which 99 of 100 are to be done, in seconds.
  package let targetP99: Double?
  /// The share that is to succeed.
  package let targetAvailability: Double?
  /// Share of the time that all it needs is up: a product; with those that do not say so left out,
  /// it is at most that.
  package let availability: (value: Double, isAtMost: Bool)?
  /// What becomes of it at each multiple.
  package internal(set) var points: [JourneyPoint]
}

/// A journey at one multiple of today's demand.
package struct JourneyPoint: Sendable {
  /// How often it is taken at the peak, per second.
  package internal(set) var rate: Double?
  /// How many take it again and again; nil when it comes at a rate of its own.
  package let users: Int?
  /// How often it can be taken to its end, per second.
  package internal(set) var goodput: Double?
  /// The element on its way that carries the smallest share; nil when all carry everything.
  package let bottleneck: String?
  /// Time from request to answer.
  package let response: ResponseTime
  /// Whether everything on its way carries the load.
  package internal(set) var verdict: Verdict
}
