import Findings
import Growth
import Review
import SourceText

extension Assumption: JSONShaped {
  static let shape = JSONShape<Self>(
    "assumption", "Something undeclared that the forecast rests on.",
    [
      .text("assumption", "What is assumed") { $0.text },
      .text("element", "The element", null: "when it is about the whole") { $0.element },
      .text("property", "The key that would replace it", null: "when none does") { $0.property },
      .word("origin", "Where it came from", of: Origin.words) { $0.origin.word },
      .text("source", "Product page or convention", null: "when there is none") { $0.source },
      .flag("decides", "Whether the headroom rests on it") { $0.decides },
      .object("range", "The range that was tried", null: "when none was") { $0.sweep },
    ] + ends)

  /// The answers at both ends of the range.
  private static let ends: [JSONField<Self>] = [
    .number("headroom_low", "Times today's peak at the low end", null: "when unknown") {
      $0.sweep?.low.headroom
    },
    .number("headroom_high", "Times today's peak at the high end", null: "when unknown") {
      $0.sweep?.high.headroom
    },
    .text("element_low", "What saturates first at the low end", null: "when unknown") {
      $0.sweep?.low.element
    },
    .text("element_high", "What saturates first at the high end", null: "when unknown") {
      $0.sweep?.high.element
    },
    .text("journey", "The journey whose time it moves", null: "when it moves none") {
      $0.sweep?.journey
    },
    .number("p99_low_s", "Its 99th percentile at the low end, in seconds", null: "as `journey`") {
      $0.sweep?.low.p99
    },
    .number("p99_high_s", "The same at the high end", null: "as `journey`") {
      $0.sweep?.high.p99
    },
  ]
}

extension Sensitivity: JSONShaped {
  static let shape = JSONShape<Self>(
    "range", "The range of an assumption.",
    [
      .text("low", "The low end, with its unit") { $0.low.value },
      .text("high", "The high end, with its unit") { $0.high.value },
      .text("source", "Where the range comes from") { $0.source },
    ])
}

/// How the numbers under each key are found: by operational laws, which assume no distribution, or
/// by queueing models.
struct Provenance: JSONShaped {
  private static let laws = [
    "arrival_rate_per_s", "servers", "capacity_per_s", "utilisation", "headroom",
    "headroom_without_one_replica", "headroom_without_worst_zone", "headroom_cold_caches",
    "months", "rate_per_s", "goodput_per_s", "availability",
    "backlog", "backlog_growth_per_s", "drain_s", "oldest_s",
  ]
  private static let models = [
    "mean_s", "p50_s", "p95_s", "p99_s", "wait_mean_s", "queue_length", "overflow_s",
  ]

  static let shape = JSONShape<Self>(
    "provenance", "How the numbers of each key are found, unless a row's `method` differs.",
    fields(laws, by: "law") + fields(models, by: "model"))

  private static func fields(_ names: [String], by method: String) -> [JSONField<Self>] {
    names.map { name in
      .word(name, "How `\(name)` is found", of: [method]) { _ in method }
    }
  }
}
