import Findings
import SourceText

extension Problem: JSONShaped {
  static let shape = JSONShape<Self>(
    "problem", "A fault of the description, of the settings or of a rule page.",
    [
      .word("severity", "An error keeps a part from being read", of: ["error", "warning"]) {
        $0.weight.rawValue
      },
      .text("code", "The sort of fault") { $0.code },
      .text("message", "The fault in one sentence") { $0.message },
      .text("remedy", "What to write instead", null: "where there is none") { $0.remedy },
      .text("path", "The file") { $0.path },
      .integer("line", "One-based line", null: "where the whole file is meant") {
        $0.place?.start.line
      },
      .integer("column", "One-based column in Unicode scalars", null: "as `line` is") {
        $0.place?.start.column
      },
    ])
}
