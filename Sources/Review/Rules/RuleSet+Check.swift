import Facts
import Findings
import Rules
import SourceText

extension RuleSet {
  /// Which of a team's pages can be added, and what no page alone can tell: whether SQLite
  /// understands it, and what it says about other rules.
  func check(_ own: [Rule], replacing: Bool) -> (rules: [Rule], problems: [Problem]) {
    let ids = rules.map(\.id)
    var taken = replacing ? [] : Set(ids)
    var (kept, problems): ([Rule], [Problem]) = ([], [])
    do throws(QueryFailure) {
      let database = try FactDatabase()
      for rule in own {
        guard taken.insert(rule.id).inserted else {
          problems.append(duplicate(rule))
          continue
        }
        var prepared: PreparedRule?
        do throws(QueryFailure) {
          prepared = try PreparedRule(rule, in: database)
          kept.append(rule)
        } catch { problems.append(rule.problem(error)) }
        problems += rule.problems(prepared, among: ids + own.map(\.id))
      }
    } catch { problems.append(Problem(.error, "facts", error.message, path: "")) }
    return (kept, problems)
  }

  private func duplicate(_ rule: Rule) -> Problem {
    let isBuiltIn = self[rule.id] != nil
    return rule.problem(
      at: "---", "page-duplicate",
      "there is \(isBuiltIn ? "a built-in rule" : "another page of") `\(rule.id)`",
      "give the page another name"
        + (isBuiltIn
          ? ", and switch the built-in rule off: `rules: { \(rule.id): { off: true } }` in "
            + "`.tenfold.yaml`" : ""))
  }
}
