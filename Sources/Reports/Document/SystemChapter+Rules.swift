import Findings
import Review
import Rules

extension SystemChapter {
  /// What became of the rules: those with something to say in a table, the others by name.
  var checkedRules: [Block] {
    guard review.system != nil else { return [] }
    let found = Dictionary(grouping: review.findings, by: \.rule).mapValues(\.count)
    let told = rules.filter { rule in
      found[rule.id] != nil || [.waits, .off, .failed].contains(outcome(rule))
    }
    let silent = rules.filter { found[$0.id] == nil && outcome($0) == .checked }
    let others = rules.filter { outcome($0) == .doesNotApply }
    let table = Block.table(
      ["Rule", "Title", "Result"],
      told.map { rule in
        [
          .code(rule.id), .text(rule.title),
          .text(result(rule, found[rule.id] ?? 0)),
        ]
      })
    return [.paragraph(counts)] + (told.isEmpty ? [] : [table])
      + names("Nothing found", silent) + names("Does not apply", others)
  }

  private func outcome(_ rule: Rule) -> RuleOutcome {
    review.outcomes[rule.id] ?? .failed
  }

  private var counts: String {
    func count(_ outcomes: RuleOutcome...) -> Int {
      rules.count { outcomes.contains(outcome($0)) }
    }
    let failed = count(.failed)
    let rest = [
      "\(count(.checked, .waits)) checked", "\(count(.doesNotApply)) do not apply",
      "\(count(.off)) off",
    ]
    return "\(review.checks.made) of \(review.checks.of) checks are decidable. Of \(rules.count) "
      + "rules: \((rest + (failed > 0 ? ["\(failed) did not run"] : [])).joined(separator: ", "))."
  }

  private func result(_ rule: Rule, _ count: Int) -> String {
    let found = count > 0 ? "\(count) finding\(count == 1 ? "" : "s")" : nil
    let state: String? =
      switch outcome(rule) {
      case .off: "off"
      case .failed: "did not run"
      case .waits: "waits for answers"
      case .doesNotApply, .checked: nil
      }
    return [found, state].compactMap(\.self).joined(separator: ", ")
  }

  private func names(_ title: String, _ rules: [Rule]) -> [Block] {
    guard !rules.isEmpty else { return [] }
    return [
      .paragraph(
        "\(title) (\(rules.count)): \(rules.map(\.id).joined(separator: ", "))", .names)
    ]
  }
}
