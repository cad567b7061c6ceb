import Findings
import Review
import SourceText

/// Designs side by side in JSON.
struct AlternativesJSONReport: Sendable {
  let alternatives: Alternatives

  func render() -> String { Self.shape.value(of: self).text }

  static let shape = JSONDocument.shape(
    of: "compare", "The comparison of `tenfold compare`.",
    [
      .list("options", "The options, in the order of the columns") { (report: Self) in
        report.alternatives.all
      },
      .list("rows", "What is compared; what is unknown of all options is left out") {
        $0.alternatives.rows
      },
    ])
}

extension Alternative: JSONShaped {
  static let shape = JSONShape<Self>(
    "option", "One of the options.",
    [
      .text("name", "What its column is called") { $0.name },
      .text("path", "The description's path as named in the call") { $0.review.path },
      .text("scenario", "The scenario that it is looked at under", null: "for today") {
        $0.scenario
      },
      .text("system", "The system's name", null: "when nothing could be read") {
        $0.review.system
      },
      .object("headroom", "What saturates first", null: "when it is unknown") {
        $0.review.headroom
      },
      .number("months", "Months until then", null: "when growth does not lead there") {
        $0.months
      },
      .texts("products", "The products that the team operates itself") { $0.products },
      .list("problems", "Errors in the description") { one in
        one.review.problems.filter { $0.weight == .error }
      },
    ])
}

extension ComparedRow: JSONShaped {
  static let shape = JSONShape<Self>(
    "row", "One quantity of all options.",
    [
      .word("quantity", "What is compared", of: Quantity.allCases.map(\.rawValue)) {
        $0.quantity.rawValue
      },
      .text(
        "subject", "The journey, the kind of loss or the severity that it is about",
        null: "for the whole system"
      ) { $0.subject },
      .text("title", "The same in words") { $0.title },
      .word("better", "Which number is better", of: ["higher", "lower"], null: "for words") {
        $0.quantity.isMoreBetter.map { $0 ? "higher" : "lower" }
      },
      .list("cells", "A cell per option") { $0.cells },
    ])
}

extension ComparedRow.Cell: JSONShaped {
  static let shape = JSONShape<Self>(
    "cell", "What there is to say of one option.",
    [
      .text("text", "In words; `-` where it is unknown") { $0.text },
      .number(
        "value", "Times today's peak, months, seconds, a share or a count",
        null: "where there is no finite number"
      ) { $0.value },
      .flag("bound", "Whether the true number may be worse") {
        $0.isBound
      },
      .flag("best", "Whether it is the best of its row, or as good as that") { $0.isBest },
    ])
}
