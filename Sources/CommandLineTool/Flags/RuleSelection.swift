import Review
import Rules
import SourceText

/// The rules that a call lets run, by ids and themes.
struct RuleSelection {
  /// Those that alone run; none where all do.
  var only: [String] = []
  /// Those that do not run.
  var without: [String] = []

  /// Turns off what is not to run.
  func apply(to settings: inout ReviewSettings, _ rules: RuleSet) {
    guard !only.isEmpty || !without.isEmpty else { return }
    for rule in rules.rules {
      let names = [rule.id, String(rule.theme)]
      let isChosen = only.isEmpty || names.contains(where: only.contains)
      guard !isChosen || names.contains(where: without.contains) else { continue }
      settings.rules[rule.id, default: RuleSettings()].isOff = true
    }
  }

  /// Fails where a name is that of no rule and no theme.
  func check(_ rules: RuleSet) throws(UsageError) {
    guard !only.isEmpty || !without.isEmpty else { return }
    let names = Set(rules.rules.flatMap { [$0.id, String($0.theme)] })
    for name in only + without where !names.contains(name) {
      let near = suggestion(for: name, among: names.sorted())
      throw UsageError(
        message: "there is no rule or theme `\(name.printable)`; "
          + (near.map(didYouMean) ?? "`tenfold rules` lists them"))
    }
  }
}
