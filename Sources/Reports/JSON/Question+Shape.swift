import Findings
import SourceText

extension Question: JSONShaped {
  static let shape = JSONShape<Self>(
    "question", "An undeclared fact that checks or the headroom wait for.",
    [
      .text("element", "The element asked about") { $0.element },
      .text("property", "The key that answers it") { $0.property },
      .text("question", "The question in words") { $0.question },
      .texts("rules", "Ids of the rules that wait for it") { $0.rules },
      .word("topic", "What it is about", of: Topic.allCases.map(\.rawValue)) {
        $0.stake.topic.rawValue
      },
      .text("example", "The line that answers it, with a usual value") { $0.example },
      .text("form", "What a value looks like") { $0.form },
      .integer("checks", "Checks that wait for it first") { $0.stake.checks },
      .integer("severe_checks", "Those whose finding would be high or critical") {
        $0.stake.severeChecks
      },
      .text("assumed", "What is taken until it is answered", null: "where that is nothing") {
        $0.assumed
      },
      .flag("decides_headroom", "Whether the headroom rests on it") { $0.stake.decidesHeadroom },
      .text("path", "The file of the element") { $0.place.path },
      .integer("line", "One-based line") { $0.place.start.line },
      .integer("column", "One-based column in Unicode scalars") { $0.place.start.column },
    ])
}
