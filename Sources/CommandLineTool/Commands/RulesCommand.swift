import Findings
import Reports
import Review
import Rules
import SourceText

/// `tenfold rules`, `tenfold rules test` and `tenfold explain`.
struct RulesCommand {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.first == "test" else { return try list() }
    var folders = arguments.options.ruleFolders
    // `rules test DIR` is the short form of `rules test --rules DIR`.
    var text = arguments.operands.dropFirst().first ?? ""
    if Files.isDirectory(text) {
      folders.append(text)
      text = ""
    }
    return try test(folders, text)
  }

  private func list() throws(UsageError) -> Int32 {
    let rules = try RuleFolders.rules(arguments.options.ruleFolders)
    let text = arguments.operands.joined(separator: " ")
    let listed = text.isEmpty ? rules.rules : RuleSearch.rules(rules.rules, about: text)
    guard !listed.isEmpty else {
      throw UsageError(
        message: "no rule has `\(text.printable)` in its name or all of its words on its page")
    }
    switch try arguments.options.format(Options.ListFormat.self, usual: .text) {
    case .text: Output.print(lines(listed))
    case .json: Output.print(RulesJSONReport(listed).render())
    }
    Output.complain(rules.problems)
    return rules.problems.isEmpty ? 0 : 2
  }

  private func lines(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.columns).max() ?? 0
    return rules.map { rule in
      let id = rule.id.printable.padded(to: width + 2)
      return "\(id)\(rule.severity.word.padded(to: 10))\(rule.title.printable)\n"
    }.joined()
  }

  private func test(_ folders: [String], _ text: String) throws(UsageError) -> Int32 {
    let own = try RuleFolders(folders)
    let rules = RuleSet.builtIn.adding(own.pages, problems: own.problems, replacing: true)
    let ids = Set(
      folders.isEmpty ? rules.rules.map(\.id) : RuleSet(pages: own.pages).rules.map(\.id))
    let tests = ExampleTest.all(in: rules, matching: text).filter { ids.contains($0.rule.id) }
    if tests.isEmpty, rules.problems.isEmpty {
      throw UsageError(message: "no rule whose id contains `\(text.printable)` has examples")
    }
    var failed = 0
    for test in tests {
      let failures = test.failures()
      guard !failures.isEmpty else { continue }
      failed += 1
      Output.print("\(test.name.printable), line \(test.example.line)\n")
      for failure in failures { Output.print("  \(failure.printable)\n") }
    }
    Output.complain(rules.problems)
    let isBroken = !rules.problems.isEmpty
    Output.print("\(tests.count) examples, \(failed) failed\n")
    return isBroken ? 2 : failed > 0 ? 1 : 0
  }

  /// Most rules that are shown for a symptom.
  private static let most = 8

  func explain() throws(UsageError) -> Int32 {
    let rules = try RuleFolders.rules(arguments.options.ruleFolders)
    let name = arguments.operands.joined(separator: " ")
    guard !name.isEmpty else {
      throw UsageError(
        message: "missing name: \(Command.explain.usage); `tenfold rules` lists the rules")
    }
    let found = Explanation.all(name, in: rules)
    guard !found.isEmpty else {
      let near = name.contains(" ") ? nil : Explanation.near(name, in: rules)
      let about = near == nil ? RuleSearch.rules(rules.rules, about: name).prefix(Self.most) : []
      if !about.isEmpty {
        Output.print("Rules about `\(name.printable)`; `tenfold explain RULE` shows one:\n\n")
        Output.print(lines(Array(about)))
        return 0
      }
      throw UsageError(
        message: "no rule, key, kind, product or term is called `\(name.printable)`"
          + hint(near, else: "; `tenfold rules` lists the rules"))
    }
    Output.print(found.map(\.text).joined(separator: "\n"))
    return 0
  }
}
