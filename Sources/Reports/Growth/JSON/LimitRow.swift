import Architecture
import Findings
import Growth
import Review

/// A known limit of an element.
struct LimitRow: JSONShaped {
  let element: ElementForecast
  let limit: LimitForecast

  static let shape = JSONShape<Self>(
    "limit", "A known limit of an element.",
    [
      .text("element", "The element") { $0.element.name },
      .word("kind", "The element's kind", of: ComponentKind.allCases.map(\.rawValue)) {
        $0.element.kind.rawValue
      },
      .word("limit", "The limit", of: LimitKind.words) { $0.limit.kind.rawValue },
      .number("headroom", "Times today's peak at which it is reached") { $0.limit.headroom },
      .number("capacity_per_s", "Requests per second of today's mix", null: "without demand") {
        $0.limit.capacity
      },
      .number(
        "capacity_with_waits_per_s", "The same by a model, with waits for servers of callees",
        null: "where no call waits"
      ) { $0.limit.capacityWithWaits },
      .number(
        "headroom_without_one_replica", "Times today's peak with a replica lost",
        null: "where replicas do not matter"
      ) { $0.limit.headroomWithoutOne },
      .number(
        "headroom_without_worst_zone", "Times today's peak with the worst zone lost",
        null: "where no zone is known to matter"
      ) { $0.limit.withoutZone?.headroom },
      .text("worst_zone", "That zone", null: "where no zone is known to matter") {
        $0.limit.withoutZone?.zone
      },
      .number(
        "headroom_cold_caches", "Times today's peak with cold caches", null: "where it is the same"
      ) { $0.limit.headroomColdCaches },
      .number("months", "Months until it is reached", null: "without declared growth") {
        $0.limit.months
      },
      .word("origin", "The weakest origin among its inputs", of: Origin.words) {
        $0.limit.origin.word
      },
      .flag("at_most", "Whether something undeclared makes it lower") { $0.limit.isAtMost },
    ])
}
