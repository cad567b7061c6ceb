import Architecture
import Description
import Findings
import Growth
import Review
import SourceText

/// A plan in JSON.
struct PlanJSONReport: Sendable {
  let plan: Plan

  func render() -> String { Self.shape.value(of: self).text }

  static let shape = JSONDocument.shape(
    of: "plan", "The plan of `tenfold plan`.",
    [
      .text("path", "The description's path as named in the call") { (report: Self) in
        report.plan.before.path
      },
      .text("system", "The system's name", null: "when it has none") { $0.plan.before.system },
      .number("target", "Times today's peak that are to be handled") { $0.plan.target },
      .text("target_reason", "Where the target comes from") { $0.plan.reason },
      .object("headroom_before", "What saturates first today", null: "when it is unknown") {
        $0.plan.before.headroom
      },
      .list("solved", "What the description leaves open, solved for the target") {
        $0.plan.solved
      },
      .list("plans", "The plan by the smallest numbers, then other ways") {
        ([$0.plan] + $0.plan.alternatives).map(Way.init)
      },
    ])

  /// One way to the target.
  struct Way: JSONShaped {
    let plan: Plan

    static let shape = JSONShape<Self>(
      "plan", "Changes that go together, and what they bring.",
      [
        .word("way", "How it reaches the target", of: PlanWay.allCases.map(\.rawValue)) {
          $0.plan.way.rawValue
        },
        .number("sized_for", "Times today's peak that the steps are sized for") { $0.plan.size },
        .number(
          "served_without", "Share that the simulation serves with steps for the target alone",
          null: "when that is enough, or was not tried"
        ) { $0.plan.shortfall },
        .flag("reached", "Whether all steps reach the target, undeclared limits aside") {
          $0.plan.raisesKnownLimits
        },
        .flag("met", "Whether they do for certain, and meet all that is expected as well") {
          $0.plan.isMet
        },
        .object("headroom_after", "What saturates first then", null: "when it is unknown") {
          $0.plan.after.headroom
        },
        .list("steps", "The changes, in the order in which demand needs them") {
          $0.plan.steps
        },
        .list("left", "Limits below the target that no number moves") { $0.plan.left },
        .flag("cut_short", "Whether more is below the target than was looked at") {
          $0.plan.isCutShort
        },
        .list("expectations", "What is expected, today and with all steps") { $0.expected },
        .list("fixed", "Findings that the steps end, as they were") { $0.plan.comparison.fixed },
        .list("new", "Findings that they bring") { $0.plan.comparison.findings("new") },
        .list("worse", "Findings that they make worse") { $0.plan.comparison.findings("worse") },
        .object("cost_before", "What it costs today", null: "without `prices`") {
          $0.plan.costs?.before
        },
        .object("cost_after", "What it costs with all steps", null: "without `prices`") {
          $0.plan.costs?.after
        },
        .texts("undeclared", "What makes the headroom then an upper bound") { $0.plan.unknown },
        .list("problems", "What the steps make wrong in the description") { $0.plan.mistakes },
      ])

    private var expected: [Expected] {
      plan.expectations.map { Expected(plan: plan, before: $0.before, after: $0.after) }
    }
  }

  /// One thing that is expected.
  struct Expected: JSONShaped {
    let plan: Plan
    let before: Expectation
    let after: Expectation

    private static let verdicts = ["met", "unmet", "undecided"]

    static let shape = JSONShape<Self>(
      "expectation", "What the description expects, held against the model.",
      [
        .text("element", "What it is expected of") { $0.plan.name(of: $0.after) },
        .text("key", "The key that says so") { $0.after.key },
        .text("expected", "What is expected, in words") { $0.after.words },
        .word("before", "The verdict today", of: verdicts) { $0.before.answer.verdict.rawValue },
        .word("after", "The verdict with all steps", of: verdicts) {
          $0.after.answer.verdict.rawValue
        },
        .text("words", "What the model says of it with all steps") { $0.after.answer.words },
      ])
  }
}

extension PlanStep: JSONShaped {
  static let shape = JSONShape<Self>(
    "plan_step", "One change of a plan.",
    [
      .text("words", "What it does, in words") { $0.words },
      .word(
        "structure", "What is built", of: PlannedChange.Structure.allCases.map(\.rawValue),
        null: "where a number changes"
      ) { $0.structure?.rawValue },
      .list("values", "The values that change") { $0.values },
      .text("path", "The file in which it is written") { $0.place.path },
      .integer("line", "One-based line of the value, or of its element") { $0.place.start.line },
      .text("trade_off", "What it costs", null: "where that goes without saying") { $0.tradeOff },
      .text("limited_element", "The element whose limit needs it first") { $0.limited },
      .word("limit", "That limit", of: LimitKind.words) { $0.limit.rawValue },
      .number("needed_from", "Times today's peak at which that limit is reached") {
        $0.neededFrom
      },
      .number("months", "Months until then", null: "when growth does not lead there") {
        $0.months
      },
      .object(
        "headroom_after", "What saturates first with this step and all before it",
        null: "when it is unknown, or the system too large to be solved after each"
      ) { $0.after },
    ])
}

extension PlanValue: JSONShaped {
  static let shape = JSONShape<Self>(
    "plan_value", "A value that a step changes.",
    [
      .text("element", "The element to change") { $0.element },
      .text("property", "Its key") { $0.property.name },
      .text("from", "The value today", null: "when it is undeclared") { $0.from },
      .text("to", "The value that reaches the target", null: "when the key goes") { $0.to },
      .text("set", "The same as `path=value`, for --set", null: "when the key goes") {
        $0.change?.text
      },
    ])
}

extension Plan.Left: JSONShaped {
  static let shape = JSONShape<Self>(
    "left", "A limit below the target that no number moves.",
    [
      .text("element", "The element") { $0.element },
      .word("limit", "Its limit", of: LimitKind.words) { $0.limit.rawValue },
      .number("headroom", "Times today's peak at which it is reached") { $0.headroom },
    ])
}

extension SolvedValue: JSONShaped {
  static let shape = JSONShape<Self>(
    "solved", "A value that the description leaves open.",
    [
      .text("element", "The element's name") { $0.element },
      .text("property", "The key") { $0.property.name },
      .text("value", "The least value that reaches the target", null: "when it is unknown") {
        $0.value
      },
      .text("reason", "What needs it, or what has to be declared first") { $0.reason },
      .text("path", "The file") { $0.place.path },
      .integer("line", "One-based line") { $0.place.start.line },
    ])
}
