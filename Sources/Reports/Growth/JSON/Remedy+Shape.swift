import Architecture
import Findings
import Growth
import Review
import SourceText

// What the headroom rests on, and what would carry the target.

extension GrowthRate: JSONShaped {
  static let shape = JSONShape<Self>(
    "growth", "The declared growth.",
    [
      .number("factor", "Times today's demand") { $0.factor },
      .number("months", "The time that this takes, in months") { $0.months },
    ])
}

extension LossForecast: JSONShaped {
  static let shape = JSONShape<Self>(
    "loss", "What is left after a loss.",
    [
      .text("lost", "What is lost") { $0.lost },
      .number("headroom", "Times today's peak that are left") { $0.headroom },
      .text("element", "The element that saturates first then") { $0.element },
    ])
}

extension GrowthReview {
  /// What is to be handled, and what is left below it after all remedies.
  struct Target: JSONShaped {
    let remedies: Remedies
    /// Whether the headroom is known.
    let isKnown: Bool

    static let shape = JSONShape<Self>(
      "target", "The multiple that has to be handled.",
      [
        .number("multiple", "Times today's peak") { $0.remedies.target },
        .flag("reached", "Whether the remedies reach it", null: "when no limit is known") {
          $0.isKnown ? $0.remedies.isReached : nil
        },
        .object("rest", "What stays below it", null: "when nothing does") {
          $0.remedies.rest.map(Rest.init)
        },
      ])
  }

  struct Rest: JSONShaped {
    let element: String
    let limit: LimitKind

    static let shape = JSONShape<Self>(
      "rest", "A limit that no remedy moves.",
      [
        .text("element", "The element") { $0.element },
        .word("limit", "Its limit", of: LimitKind.words) { $0.limit.rawValue },
      ])
  }

  struct Ring: JSONShaped {
    let elements: [String]
    let amplification: Double

    static let shape = JSONShape<Self>(
      "ring", "A ring of calls that amplifies its load.",
      [
        .texts("elements", "Its components") { $0.elements },
        .number("amplification", "Requests that one becomes per hop") { $0.amplification },
      ])
  }
}

extension Remedy: JSONShaped {
  static let shape = JSONShape<Self>(
    "remedy", "A change that lifts a limit to the target.",
    [
      .text("element", "The element to change") { $0.element },
      .text("property", "Its key") { $0.property.name },
      .text("from", "The value today") { $0.from },
      .text("to", "The value that reaches the target") { $0.to },
      .text("set", "The same as `path=value`, for --set") { $0.change },
      .word("limit", "The limit that it lifts", of: LimitKind.words) { $0.limit.rawValue },
      .text("limited_element", "The element whose limit that is") { $0.limited },
      .number("headroom_before", "Times today's peak with all earlier remedies") { $0.before },
      .number("headroom_after", "Times today's peak with this one too") { $0.after },
    ])
}

extension RetryRisk: JSONShaped {
  static let shape = JSONShape<Self>(
    "retry", "An element that retries can hold down.",
    [
      .text("element", "Its name") { $0.element },
      .number("collapse_possible_from", "Times today's peak from which a spike can hold it down") {
        $0.multiple
      },
      .number("healthy_up_to", "Times today's peak with a healthy state", null: "when unknown") {
        $0.fold
      },
      .number("amplification", "Attempts per request today", null: "without a healthy state") {
        $0.amplification
      },
      .number("capacity_per_s", "Requests per second that it handles") { $0.capacity },
      .number("attempts", "Attempts per request when all fail") { $0.attempts },
      .number("without_retries", "Times today's peak without retries") {
        $0.multipleWithoutRetries
      },
      .number("with_budget_of_a_tenth", "Times today's peak if one in ten may be a retry") {
        $0.multiple(withBudget: 0.1)
      },
      .number("queue_bound", "Requests that may wait without timing out") { $0.bound },
    ])
}

extension GrowthCurve: JSONShaped {
  static let shape = JSONShape<Self>(
    "curve", "How a journey slows down as the first limit on its way comes near.",
    [
      .text("journey", "The journey") { $0.journey },
      .text("element", "The element whose limit is the first") { $0.element },
      .list("points", "From a light load to the limit") { $0.points },
    ])
}

extension GrowthCurve.Point: JSONShaped {
  static let shape = JSONShape<Self>(
    "curve_point", "A load on the way to the limit.",
    [
      .number("multiple", "Times today's peak") { $0.multiple },
      .number("utilisation", "Share of the limit in use") { $0.utilisation },
      .number("p99_s", "99th percentile in seconds", null: "where models cannot tell it") {
        $0.p99
      },
    ])
}

extension LimitKind {
  /// All words for a limit.
  static let words = allCases.map(\.rawValue)
}
