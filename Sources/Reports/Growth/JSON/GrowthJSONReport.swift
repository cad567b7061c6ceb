import Architecture
import Findings
import Growth
import Review
import SourceText

/// The machine-readable forecast; its shape is a public interface, and keys carry their unit.
struct GrowthJSONReport: Sendable {
  let review: GrowthReview

  func render() -> String { Self.shape.value(of: self).text }

  static let shape = JSONDocument.shape(
    of: "grow", "The forecast of `tenfold grow`.",
    [.list("reviews", "A forecast per description") { (report: Self) in [report.review] }])
}

extension GrowthReview: JSONShaped {
  static let shape = JSONShape<Self>(
    "forecast", "What happens to one system when demand multiplies.", statements + details)

  /// What is said of the system as a whole.
  private static let statements: [JSONField<Self>] = [
    .text("path", "The description's path as named in the call") { $0.path },
    .text("system", "The system's name", null: "when nothing could be read") { $0.system },
    .texts("changes", "The what-ifs of the call, as `path=value`") { $0.changes },
    .object("headroom", "What saturates first", null: "when it is unknown") { $0.headroom },
    .number(
      "headroom_unchanged", "Times today's peak without the what-ifs",
      null: "without what-ifs, or when it is unknown"
    ) { $0.today?.headroom },
    .object("without_worst_zone", "What a lost zone leaves", null: "without known zones") {
      $0.forecast?.withoutZone
    },
    .object("cold_caches", "What cold caches leave", null: "without caches") {
      $0.forecast?.coldCaches
    },
    .list("scenarios", "What each scenario of the description leaves") { $0.scenarios },
    .object("growth", "The declared growth", null: "when none is declared") {
      $0.forecast?.growth
    },
    .object("target", "What has to be handled", null: "when nothing could be read") { review in
      review.forecast.map { Target(remedies: $0.remedies, isKnown: review.headroom != nil) }
    },
  ]

  private static let details: [JSONField<Self>] = [
    .object("provenance", "How the numbers of each key are found") { _ in Provenance() },
    .list("assumptions", "What is assumed, what decides the headroom first") {
      $0.forecast?.assumptions ?? []
    },
    .list("retries", "What retries can hold down") { $0.forecast?.retryRisks ?? [] },
    .list("remedies", "Changes that reach the target, in order") {
      $0.forecast?.remedies.steps ?? []
    },
    .object("curve", "The way to the first limit", null: "when it is unknown") { $0.curve },
    .list("divergent", "Rings of calls whose rates do not settle") {
      ($0.forecast?.divergent ?? []).map(Ring.init)
    },
    .list("limits", "All known limits, those of the first element to saturate first") {
      ($0.forecast?.elements ?? []).flatMap { element in
        element.limits.map { LimitRow(element: element, limit: $0) }
      }
    },
    .list("journeys", "What each journey handles and survives, and its targets") {
      JourneyStandingRow.all(of: $0)
    },
    .object("cost", "What it costs in a month", null: "without `prices`") { $0.costs },
    .list("calibrations", "What is fitted to measurements") { $0.calibrations },
    .list("measured", "What was measured beside means, with the model's numbers") {
      $0.measuredPoints
    },
    .list("multiples", "Elements and journeys at multiples of today's peak") {
      $0.forecast.map(MultipleRow.all) ?? []
    },
    .list("questions", "What has to be declared to compute more") { $0.questions },
    .list("problems", "What is wrong with the description") { $0.problems },
  ]
}

extension ScenarioForecast: JSONShaped {
  static let shape = JSONShape<Self>(
    "scenario", "What a system handles under one scenario.",
    [
      .text("scenario", "Its name") { $0.name },
      .texts("changes", "What differs from today") { $0.words },
      .object("headroom", "What saturates first then", null: "when it is unknown") {
        $0.headroom
      },
      .flag("looked_at", "Whether it was computed; in very large systems not all are") {
        $0.isLookedAt
      },
    ])
}

extension GrowthQuestion: JSONShaped {
  static let shape = JSONShape<Self>(
    "growth_question", "An undeclared fact that the forecast waits for.",
    [
      .word("for", "What its answer allows to compute", of: ["demand", "capacity", "latency"]) {
        $0.purpose.rawValue
      },
      .text("element", "The element asked about") { $0.question.element },
      .text("property", "The key that answers it") { $0.question.property },
      .text("question", "The question in words") { $0.question.question },
      .text("path", "The file of the element") { $0.question.place.path },
      .integer("line", "One-based line") { $0.question.place.start.line },
      .integer("column", "One-based column in Unicode scalars") {
        $0.question.place.start.column
      },
    ])
}
