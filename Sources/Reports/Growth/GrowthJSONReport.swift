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
      "scenarios": review.scenarios.isEmpty ? nil : .array(review.scenarios.map(scenario)),
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

  private func scenario(_ scenario: ScenarioForecast) -> JSONValue {
    .members([
      "scenario": .string(scenario.name), "changes": .array(scenario.words.map(JSONValue.string)),
      "headroom": scenario.headroom.map(JSONValue.headroom) ?? .null,
      "looked_at": scenario.isLookedAt ? nil : .bool(false),
    ])
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

  private func range(_ sweep: Sensitivity) -> JSONValue {
    .members([
      "low": .string(sweep.low.value), "high": .string(sweep.high.value),
      "source": .string(sweep.source),
    ])
  }

  private func journey(_ journey: JourneyForecast) -> JSONValue {
    .members([
      "journey": .string(journey.name), "target_p99_s": .optional(journey.targetP99),
      "target_availability": .optional(journey.targetAvailability),
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
