import Facts
import Findings
import SourceText

/// `tenfold facts`: the schema of the facts, column by column.
struct FactsCommand {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() -> Int32 {
    let wanted = arguments.operands.first
    let tables = FactSchema.tables.filter { wanted == nil || $0.name == wanted }
    guard !tables.isEmpty else {
      let near = suggestion(for: wanted ?? "", among: FactSchema.tables.map(\.name))
      Output.complain(
        "tenfold: there is no table `\((wanted ?? "").printable)`"
          + hint(near) + "\n")
      return 2
    }
    Output.print(
      "Facts, schema version \(FactSchema.version). NULL means unknown unless stated otherwise.\n")
    for table in tables { Output.print(describe(table)) }
    guard wanted == nil else { return 0 }
    Output.print("\nFunctions beside those of SQLite:\n")
    for function in FactFunctions.documentation {
      let lines = function.text.wrapped(width: 94).joined(separator: "\n    ")
      Output.print("  \(function.name)\n    \(lines)\n")
    }
    return 0
  }

  private func describe(_ table: FactTable) -> String {
    let width = table.columns.map(\.name.count).max() ?? 0
    let rows = table.columns.map { column -> String in
      let gap = String(repeating: " ", count: width - column.name.count + 2)
      let type = column.type + (column.unit.map { " \($0.rawValue)" } ?? "")
      let pad = String(repeating: " ", count: max(1, 12 - type.count))
      let margin = String(repeating: " ", count: width + 4 + 12)
      let lines = column.documentation.wrapped(width: max(30, 100 - margin.count))
      return "  \(column.name)\(gap)\(type)\(pad)\(lines.joined(separator: "\n" + margin))\n"
    }
    return "\n\(table.name): \(table.documentation)\n" + rows.joined()
  }
}
