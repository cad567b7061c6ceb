import Reports
import Review
import SourceText

/// The files that somebody at the screen asks for.
enum ScreenFiles {
  /// The ending of a name, in lower case; empty where it has none.
  private static func ending(_ path: String) -> String {
    let parts = path.split(separator: "/").last?.split(separator: ".") ?? []
    return parts.count > 1 ? parts.last.map { $0.lowercased() } ?? "" : ""
  }

  private static func refusal(_ path: String, _ endings: String) -> String {
    "cannot write `\(path.printable)`: its name must end in \(endings)"
  }

  /// Writes a list, the first row naming the columns, over a file that is there where it may; why
  /// not, if it could not.
  static func save(_ rows: [[String]], to path: String, overwrites: Bool) -> String? {
    let table = TableText(names: rows.first ?? [], rows: Array(rows.dropFirst()))
    let text: String
    switch ending(path) {
    case "txt": text = table.table
    case "csv": text = table.csv
    case "md": text = table.markdown
    default: return refusal(path, ".txt, .csv or .md")
    }
    guard overwrites || !Files.isThere(path) else {
      return "`\(path.printable)` is there already: Enter again overwrites it"
    }
    var file = OutputFile(path)
    file.write(text)
    return file.finish()
  }

  /// Writes the document of a review; why not, if it could not.
  static func document(_ review: Review, _ rules: RuleSet, to path: String) -> String? {
    let format: ReportFormat
    switch ending(path) {
    case "html": format = .html
    case "md": format = .markdown
    default: return refusal(path, ".html or .md")
    }
    let settings = ReportSettings(count: 1, rules: rules, isComplete: true)
    var run = ReportRun([(format, path)], settings, of: [review.path])
    run.add(review, run.reports.pieces(review, 0))
    return run.failures().first
  }
}
