import Architecture
import Description
import Findings
import Review
import Rules
import SourceText

/// The project's `.tenfold.yaml`: what a team changes about rules and gates.
struct Configuration {
  var settings = ReviewSettings()
  var failOn: Options.FailOn?

  private static let keys = Keys(plain: [
    "fail-on": "The least severity that gives exit status 1.",
    "rules": "Changes to rules, by id.",
  ])
  private static let ruleKeys = Keys(plain: [
    "severity": "Severity instead of the page's.", "off": "Whether the rule does not run.",
    "parameters": "Values instead of the page's.",
  ])

  /// The configuration in the root of a description's project; empty when there is none.
  static func read(for path: String, _ rules: RuleSet) throws(UsageError) -> Configuration {
    let file = Files.root(of: path) + "/" + Files.configurationName
    guard let text = Files.text(file) else { return Configuration() }
    var configuration = Configuration()
    var reading = Reading()
    if let root = reading.addText(SourceText(path: file, text: text)), !reading.isNull(root) {
      for entry in reading.entries(root, keys, in: "the configuration") {
        configuration.read(entry, &reading, rules)
      }
    }
    if let problem = reading.problems.first { throw UsageError(message: problem.line.printable) }
    return configuration
  }

  private mutating func read(_ entry: Entry, _ reading: inout Reading, _ rules: RuleSet) {
    guard entry.name == "rules" else {
      let words = Severity.allCases.map(\.word) + ["never"]
      if case .text(let word)? = reading.value(entry.value, .word(words), key: entry.name) {
        failOn = Severity(word: word).map(Options.FailOn.at) ?? .never
      }
      return
    }
    for rule in reading.entries(entry.value) {
      guard let page = rules[rule.name] else {
        reading.complain(
          "unknown-rule", "there is no rule `\(rule.name)`",
          suggestion(for: rule.name, among: rules.rules.map(\.id)).map { "did you mean `\($0)`?" },
          at: rule.key)
        continue
      }
      settings.rules[page.id] = Self.settings(of: page, rule.value, &reading)
    }
  }

  private static func settings(
    of rule: Rule, _ node: NodeReference, _ reading: inout Reading
  ) -> RuleSettings {
    var settings = RuleSettings()
    for entry in reading.entries(node, ruleKeys, in: "the rule `\(rule.id)`") {
      switch entry.name {
      case "severity":
        let words = Severity.allCases.map(\.word)
        if case .text(let word)? = reading.value(entry.value, .word(words), key: "severity") {
          settings.severity = Severity(word: word)
        }
      case "off": settings.isOff = reading.value(entry.value, .flag, key: "off") == .flag(true)
      default: settings.parameters = rule.readParameters(entry.value, &reading)
      }
    }
    return settings
  }
}
