import Findings
package import Rules
import SourceText

/// The manual of one rule for the terminal: its page, with what stands in the front matter in
/// words, the query last, for whoever doubts the rest, and nothing that a terminal or a log obeys.
package struct Manual {
  private let rule: Rule

  /// The manual of a rule.
  package init(_ rule: Rule) { self.rule = rule }

  /// The page as lines.
  package var text: String {
    var text = "\(rule.id)  (\(rule.severity.word), since \(rule.since))\n"
    let (page, query) = parts
    text += page.hasPrefix("\n") ? page : "\n" + page
    if !rule.parameters.isEmpty {
      text += "\n## Parameters\n\n"
      text += rule.parameters.map { "- `\($0.name)` = \($0.text): \($0.documentation)\n" }.joined()
    }
    if !rule.inputs.isEmpty {
      text += "\n## Reads\n\n"
      text += rule.inputs.map { "- `\($0.property)` of \($0.subject)\n" }.joined()
    }
    if !rule.sources.isEmpty {
      text += "\n## Sources\n\n"
      text += rule.sources.map { "- \($0.title): \($0.url)\n" }.joined()
    }
    return (text + "\n" + query).printableLines
  }

  /// The page without its query, and that.
  private var parts: (page: String, query: String) {
    var (page, query) = ("", "")
    var isQuery = false
    for line in rule.manual.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasPrefix("## ") { isQuery = line == "## Find" }
      if isQuery { query += line + "\n" } else { page += line + "\n" }
    }
    return (page, query)
  }
}
