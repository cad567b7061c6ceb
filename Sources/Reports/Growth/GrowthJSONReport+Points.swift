import Architecture
import Findings
import Growth
import Review
import SourceText

/// Elements and journeys at each multiple of today's demand.
extension GrowthJSONReport {
  var multiples: [JSONValue] {
    guard let forecast = review.forecast else { return [] }
    return forecast.multiples.enumerated().map { index, multiple in
      .members([
        "multiple": .number(multiple),
        "simulation": forecast.simulated[index].map(simulation),
        "elements": .array(
          forecast.elements.map {
            element($0, $0.points[index], forecast.simulated[index]?.element($0.name))
          }),
        "journeys": .array(
          forecast.journeys.map {
            journey($0, $0.points[index], forecast.simulated[index]?.journey($0.name))
          }),
      ])
    }
  }

  private func simulation(_ simulated: SimulatedPoint) -> JSONValue {
    .members([
      "runs": .integer(simulated.runs), "events": .integer(simulated.events),
      "because": .array(simulated.reasons.map(JSONValue.string)),
    ])
  }

  private func element(
    _ element: ElementForecast, _ point: ElementPoint, _ measured: SimulationResult.Measures?
  ) -> JSONValue {
    let times = PointTimes(point.response, measured)
    let means = measured.flatMap { $0.isOnlyForTails ? nil : $0 }
    let backlog = point.backlog
    return .members([
      "element": .string(element.name), "arrival_rate_per_s": .optional(point.arrivals),
      "servers": .optional(point.servers), "replicas": .optional(point.replicas),
      "utilisation": .optional(point.utilisation),
      "limit": .optional(point.limit?.rawValue),
      "loss": .optional(means?.loss ?? point.loss),
      "wait_mean_s": .optional(times == nil ? nil : means?.wait ?? point.wait),
      "mean_s": .optional(times?.mean), "p50_s": .optional(times?.p50),
      "p95_s": .optional(times?.p95), "p99_s": .optional(times?.p99),
      "half_width_95": times?.halves.map(halves),
      "queue_length": .optional(means?.waiting ?? point.waiting),
      "backlog": backlog.map { .number($0.length) },
      "backlog_growth_per_s": backlog.map { .number($0.growth) },
      "overflow_s": backlog.map { .optional($0.timeToOverflow) },
      "oldest_s": backlog.map { .optional($0.oldest) },
      "drain_s": backlog.map { .optional($0.timeToDrain) },
      "scaling": point.scaling.map(scaling),
      "verdict": .string(point.verdict.rawValue),
      "method": .string(times?.method ?? "law"),
    ])
  }

  /// What happens while replicas follow the climb to the peak.
  private func scaling(_ scaling: ScalingResponse) -> JSONValue {
    .members([
      "replicas_before": .number(scaling.before), "replicas_wanted": .number(scaling.after),
      "enough_after_s": .optional(scaling.enoughAfter), "backlog": .number(scaling.backlog),
      "longest_wait_s": .number(scaling.longestWait), "lost": .number(scaling.lost),
      "drained_after_s": .optional(scaling.drainedAfter), "at_least": .bool(scaling.isAtLeast),
      "method": .string("fluid"),
    ])
  }

  private func journey(
    _ journey: JourneyForecast, _ point: JourneyPoint, _ measured: SimulationResult.Measures?
  ) -> JSONValue {
    let response = point.response
    let isKnown = !response.isAtLeast && response.isBounded
    let isPart = response.isAtLeast && response.isBounded && response.mean > 0
    let times = PointTimes(isKnown ? response : nil, response.isAtLeast ? nil : measured)
    let availability = journey.availability
    return .members([
      "journey": .string(journey.name), "rate_per_s": .optional(point.rate),
      "users": point.users.map(JSONValue.integer),
      "goodput_per_s": .optional(point.goodput), "bottleneck": .optional(point.bottleneck),
      "mean_s": .optional(times?.mean), "p50_s": .optional(times?.p50),
      "p95_s": .optional(times?.p95),
      "p99_s": .optional(times?.p99), "half_width_95": times?.halves.map(halves),
      "loss": measured.map { .number($0.loss) },
      "at_least": isPart ? self.times(response) : nil,
      "availability": .optional(availability.flatMap { $0.isAtMost ? nil : $0.value }),
      "availability_at_most": availability.flatMap { $0.isAtMost ? .number($0.value) : nil },
      "verdict": .string(point.verdict.rawValue), "method": .string(times?.method ?? "law"),
    ])
  }

  private func halves(_ halves: (mean: Double?, p99: Double?)) -> JSONValue {
    .members(["mean_s": .optional(halves.mean), "p99_s": .optional(halves.p99)])
  }

  private func times(_ response: ResponseTime) -> JSONValue {
    .members([
      "mean_s": .number(response.mean), "p95_s": .number(response.percentile(0.95)),
      "p99_s": .number(response.percentile(0.99)),
    ])
  }
}
