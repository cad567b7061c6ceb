import Architecture
import Findings
import Growth
import Review
import SourceText

/// The machine-readable forecast; its shape is a public interface, and keys carry their unit.
struct GrowthJSONReport {
  let review: GrowthReview

  func render() -> String {
    JSONValue.members([
      "tool": .tool, "path": .string(review.path), "system": .optional(review.system),
      "changes": review.changes.isEmpty
        ? nil : .array(review.changes.map(JSONValue.string)),
      "headroom": review.headroom.map(JSONValue.headroom) ?? .null,
      "headroom_unchanged": review.today.map { $0.headroom.map(JSONValue.number) ?? .null },
      "without_worst_zone": review.forecast?.withoutZone.map(loss),
      "cold_caches": review.forecast?.coldCaches.map(loss),
      "growth": growth, "provenance": Self.provenance,
      "assumptions": .array((review.forecast?.assumptions ?? []).map(assumption)),
      "retries": .array((review.forecast?.retryRisks ?? []).map(retry)),
      "target": target,
      "remedies": .array((review.forecast?.remedies.steps ?? []).map(remedy)),
      "curve": review.curve.map(curve),
      "divergent": review.forecast.flatMap { divergent($0) },
      "limits": .array((review.forecast?.elements ?? []).flatMap(limits)),
      "journeys": .array((review.forecast?.journeys ?? []).map(journey)),
      "multiples": .array(multiples),
      "questions": .array(review.questions.map(question)),
      "problems": .array(review.problems.map(JSONValue.problem)),
    ]).text
  }

  /// How the numbers under each name are found: by operational laws, which assume no distribution,
  /// or by queueing models.
  private static let provenance: JSONValue = {
    let laws = [
      "arrival_rate_per_s", "servers", "capacity_per_s", "utilisation", "headroom",
      "headroom_without_one_replica", "headroom_without_worst_zone", "headroom_cold_caches",
      "months", "rate_per_s", "goodput_per_s", "availability",
      "backlog", "backlog_growth_per_s", "drain_s", "oldest_s",
    ]
    let models = [
      "mean_s", "p50_s", "p95_s", "p99_s", "wait_mean_s", "queue_length", "overflow_s",
    ]
    let names = laws.map { ($0, JSONValue.string("law")) }
    return .members(of: names + models.map { ($0, JSONValue.string("model")) })
  }()

  private var growth: JSONValue {
    guard let growth = review.forecast?.growth else { return .null }
    return .members(["factor": .number(growth.factor), "months": .number(growth.months)])
  }

  private func assumption(_ assumption: Assumption) -> JSONValue {
    .members([
      "assumption": .string(assumption.text), "element": .optional(assumption.element),
      "property": .optional(assumption.property), "origin": .string(assumption.origin.word),
      "source": .optional(assumption.source), "decides": .bool(assumption.decides),
      "range": assumption.sweep.map(range) ?? .null,
      "headroom_low": assumption.sweep.map { .optional($0.low.headroom) },
      "headroom_high": assumption.sweep.map { .optional($0.high.headroom) },
      "element_low": assumption.sweep.map { .optional($0.low.element) },
      "element_high": assumption.sweep.map { .optional($0.high.element) },
      "journey": assumption.sweep?.journey.map(JSONValue.string),
      "p99_low_s": assumption.sweep?.low.p99.map(JSONValue.number),
      "p99_high_s": assumption.sweep?.high.p99.map(JSONValue.number),
    ])
  }

  private func range(_ sweep: Sweep) -> JSONValue {
    .members([
      "low": .string(sweep.low.value), "high": .string(sweep.high.value),
      "source": .string(sweep.source),
    ])
  }

  /// From which multiple on retries can hold an element down, and what each remedy moves it to.
  private func retry(_ risk: RetryRisk) -> JSONValue {
    .members([
      "element": .string(risk.element), "collapse_possible_from": .number(risk.multiple),
      "healthy_up_to": risk.fold.map(JSONValue.number),
      "amplification": .optional(risk.amplification),
      "capacity_per_s": .number(risk.capacity), "attempts": .number(risk.attempts),
      "without_retries": .number(risk.multipleWithoutRetries),
      "with_budget_of_a_tenth": .number(risk.multiple(withBudget: 0.1)),
      "queue_bound": .number(risk.bound),
    ])
  }

  private func loss(_ loss: LossForecast) -> JSONValue {
    .members([
      "lost": .string(loss.lost), "headroom": .number(loss.headroom),
      "element": .string(loss.element),
    ])
  }

  /// What is to be carried, and what is left below it after all remedies.
  private var target: JSONValue {
    guard let remedies = review.forecast?.remedies else { return .null }
    return .members([
      "multiple": .number(remedies.target),
      "reached": review.headroom.map { _ in .bool(remedies.isReached) } ?? .null,
      "rest": remedies.rest.map {
        .members(["element": .string($0.element), "limit": .string($0.limit.rawValue)])
      },
    ])
  }

  private func remedy(_ remedy: Remedy) -> JSONValue {
    .members([
      "element": .string(remedy.element), "property": .string(remedy.property.name),
      "from": .string(remedy.from), "to": .string(remedy.to), "set": .string(remedy.change),
      "limit": .string(remedy.limit.rawValue), "limited_element": .string(remedy.limited),
      "headroom_before": .number(remedy.before), "headroom_after": .number(remedy.after),
    ])
  }

  /// The journey that is limited first, on its way to the limit.
  private func curve(_ curve: GrowthCurve) -> JSONValue {
    .members([
      "journey": .string(curve.journey), "element": .string(curve.element),
      "points": .array(
        curve.points.map { point in
          .members([
            "multiple": .number(point.multiple), "utilisation": .number(point.utilisation),
            "p99_s": .optional(point.p99),
          ])
        }),
    ])
  }

  /// Rings that amplify what comes to them; nil when there are none.
  private func divergent(_ forecast: GrowthForecast) -> JSONValue? {
    guard !forecast.divergent.isEmpty else { return nil }
    return .array(
      forecast.divergent.map { ring in
        .members([
          "elements": .array(ring.elements.map(JSONValue.string)),
          "amplification": .number(ring.amplification),
        ])
      })
  }

  /// Every known limit of an element; those of the element that breaks first stand in front.
  private func limits(_ element: ElementForecast) -> [JSONValue] {
    element.limits.map { limit in
      .members([
        "element": .string(element.name), "kind": .string(element.kind.rawValue),
        "limit": .string(limit.kind.rawValue), "headroom": .number(limit.headroom),
        "capacity_per_s": .optional(limit.capacity),
        "capacity_with_waits_per_s": limit.capacityWithWaits.map(JSONValue.number),
        "headroom_without_one_replica": .optional(limit.headroomWithoutOne),
        "headroom_without_worst_zone": limit.withoutZone.map { .number($0.headroom) },
        "worst_zone": limit.withoutZone.map { .string($0.zone) },
        "headroom_cold_caches": limit.headroomColdCaches.map(JSONValue.number),
        "months": .optional(limit.months), "origin": .string(limit.origin.word),
        "at_most": .bool(limit.isAtMost),
      ])
    }
  }

  private func journey(_ journey: JourneyForecast) -> JSONValue {
    .members([
      "journey": .string(journey.name), "target_p99_s": .optional(journey.targetP99),
      "target_availability": .optional(journey.targetAvailability),
    ])
  }

  private var multiples: [JSONValue] {
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
      "mean_s": .optional(times?.mean), "p95_s": .optional(times?.p95),
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

  private func question(_ question: GrowthQuestion) -> JSONValue {
    let asked = question.question
    return .members([
      "for": .string(question.purpose.rawValue), "element": .string(asked.element),
      "property": .string(asked.property), "question": .string(asked.question),
      "path": .string(asked.place.path), "line": .integer(asked.place.start.line),
      "column": .integer(asked.place.start.column),
    ])
  }
}
