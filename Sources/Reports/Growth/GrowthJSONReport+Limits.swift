import Architecture
import Findings
import Growth
import Review
import SourceText

/// What binds, what would carry the target, and what retries can hold down.
extension GrowthJSONReport {
  /// From which multiple on retries can hold an element down, and what each remedy moves it to.
  func retry(_ risk: RetryRisk) -> JSONValue {
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

  func loss(_ loss: LossForecast) -> JSONValue {
    .members([
      "lost": .string(loss.lost), "headroom": .number(loss.headroom),
      "element": .string(loss.element),
    ])
  }

  /// What is to be carried, and what is left below it after all remedies.
  var target: JSONValue {
    guard let remedies = review.forecast?.remedies else { return .null }
    return .members([
      "multiple": .number(remedies.target),
      "reached": review.headroom.map { _ in .bool(remedies.isReached) } ?? .null,
      "rest": remedies.rest.map {
        .members(["element": .string($0.element), "limit": .string($0.limit.rawValue)])
      },
    ])
  }

  func remedy(_ remedy: Remedy) -> JSONValue {
    .members([
      "element": .string(remedy.element), "property": .string(remedy.property.name),
      "from": .string(remedy.from), "to": .string(remedy.to), "set": .string(remedy.change),
      "limit": .string(remedy.limit.rawValue), "limited_element": .string(remedy.limited),
      "headroom_before": .number(remedy.before), "headroom_after": .number(remedy.after),
    ])
  }

  /// The journey that is limited first, on its way to the limit.
  func curve(_ curve: GrowthCurve) -> JSONValue {
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
  func divergent(_ forecast: GrowthForecast) -> JSONValue? {
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
  func limits(_ element: ElementForecast) -> [JSONValue] {
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
}
