import Findings
import Review
import SourceText

extension Review {
  /// Those of some findings that are of a rule, by its id or the end of it, and of one element
  /// where that is named; at least one, or what a user may have meant.
  func findings(
    among all: [JudgedFinding], of rule: String, on element: String?
  ) throws(UsageError) -> [JudgedFinding] {
    let ofRule = all.filter { $0.rule == rule || $0.rule.hasSuffix("/" + rule) }
    guard !ofRule.isEmpty else {
      let near = suggestion(for: rule, among: all.map(\.rule))
      throw UsageError(
        message: "`\(rule.printable)` finds nothing in `\(path.printable)`"
          + hint(near, else: "; `tenfold check` lists what is found"))
    }
    guard let element else { return ofRule }
    let own = ofRule.filter { $0.element == element }
    guard !own.isEmpty else {
      let elements = ofRule.map { "`\($0.element.printable)`" }
      throw UsageError(
        message: "`\(rule.printable)` finds nothing on `\(element.printable)`, but on "
          + elements.joined(separator: ", "))
    }
    return own
  }
}
