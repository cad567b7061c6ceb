import Architecture
import Findings
import Growth
import Review
import YAML

/// A journey by itself: its targets, what it carries, and what it survives.
struct JourneyStandingRow: JSONShaped {
  let forecast: GrowthForecast
  let journey: JourneyForecast
  let standing: JourneyStanding?

  /// The journeys of a forecast, in the order of the description.
  static func all(of review: GrowthReview) -> [JourneyStandingRow] {
    guard let forecast = review.forecast else { return [] }
    let standings = review.standings
    return forecast.journeys.indices.map { index in
      JourneyStandingRow(
        forecast: forecast, journey: forecast.journeys[index],
        standing: standings.indices.contains(index) ? standings[index] : nil)
    }
  }

  static let shape = JSONShape<Self>(
    "journey_target", "A journey by itself: its targets, what it handles, and what it survives.",
    targets + ends)

  private static let targets: [JSONField<Self>] = [
    .text("journey", "Its name") { $0.journey.name },
    .flag("critical", "Whether the business stops with it") { $0.standing?.isCritical ?? false },
    .number("target_p99_s", "Target for the 99th percentile, in seconds", null: "without one") {
      $0.journey.targetP99
    },
    .number(
      "target_p99_kept_to", "Largest multiple looked at that keeps that target",
      null: "without a target, or where none is known to"
    ) { $0.forecast.targetKept(by: $0.journey) },
    .number("target_availability", "Target share of successes", null: "without one") {
      $0.journey.targetAvailability
    },
    .number(
      "error_budget_used", "Share of what may fail that its components' downtime takes",
      null: "without a target, or when unknown"
    ) { $0.journey.budgetUsed },
  ]

  private static let ends: [JSONField<Self>] = [
    .object("ends", "What ends it", null: "when no limit is known on its way") {
      $0.standing?.end
    },
    .object("ends_later", "What ends earlier behind a queue", null: "when nothing does") {
      $0.standing?.later
    },
    .object(
      "rejected", "What a peak beyond its end rejects",
      null: "without `value`, or when no limit is known on its way"
    ) { $0.standing?.rejection },
    .texts("survives", "Kinds of loss after which all of it is served at today's peak") {
      $0.kinds { $0.isSurvived == true }
    },
    .texts("undecided", "Kinds of loss that cannot be judged") { $0.kinds { $0.served == nil } },
    .list("losses", "Losses that take something of it") { row in
      (row.standing?.losses ?? []).flatMap { survival in
        survival.losses.map { JourneyLossRow(kind: survival.kind, loss: $0) }
      }
    },
  ]

  private func kinds(where isIncluded: (JourneyStanding.Survival) -> Bool) -> [String] {
    (standing?.losses ?? []).filter(isIncluded).map(\.kind.rawValue)
  }
}

extension JourneyStanding.End: JSONShaped {
  static let shape = JSONShape<Self>(
    "journey_end", "A limit that a journey runs into.",
    [
      .number("headroom", "Times today's peak until then") { $0.headroom },
      .text("element", "The element whose limit it is") { $0.element },
      .word("limit", "Which of its limits", of: LimitKind.words) { $0.limit.rawValue },
      .word("origin", "The weakest origin among its inputs", of: Origin.words) { $0.origin.word },
      .flag("at_most", "Whether something undeclared makes it lower") { $0.isAtMost },
    ])
}

extension JourneyStanding.Rejection: JSONShaped {
  static let shape = JSONShape<Self>(
    "rejected", "What is rejected of a journey at a peak that it does not handle, at least.",
    [
      .number("multiple", "Times today's peak") { $0.multiple },
      .number("per_second", "Requests per second") { $0.rate },
      .number("worth_per_hour", "What those of an hour are worth") { $0.perHour.amount },
      .text("currency", "In which currency that is") { $0.perHour.currency },
    ])
}

/// A loss that takes something of a journey.
private struct JourneyLossRow: JSONShaped {
  let kind: LossKind
  let loss: JourneyStanding.Loss

  static let shape = JSONShape<Self>(
    "journey_loss", "A loss that takes something of a journey.",
    [
      .word("kind", "What sort of loss", of: LossKind.allCases.map(\.rawValue)) {
        $0.kind.rawValue
      },
      .text("lost", "The component or zone; `caches` of cold-cache") { $0.loss.lost },
      .number("served", "Share of its requests served afterwards, at today's peak") {
        $0.loss.served
      },
      .number("headroom", "Times today's peak that it handles afterwards") { $0.loss.headroom },
      .text("element", "The element that limits it then") { $0.loss.element },
      .word("limit", "Its limit", of: LimitKind.words) { $0.loss.limit.rawValue },
    ])
}
