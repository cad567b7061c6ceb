import Architecture
import Description
import Findings
import Review
import Rules
import SourceText

/// The project's `.tenfold.yaml`: what a team changes about rules and gates.
struct Configuration {
  var settings = ReviewSettings()
  var gates = Gates()
  /// The keys whose values no file further down may loosen.
  private(set) var finals: Set<String> = []
  /// Where keys and rules stand, by name.
  private(set) var places: [String: SourcePlace] = [:]

  private static let gateKeys: KeyValuePairs = [
    "fail-on": "The least severity that gives exit status 1.",
    "min-headroom": "The least headroom that gives exit status 0.",
    "min-checked": "The least share of checks that must be possible.",
    "max-headroom-drop": "The most that headroom may lose against the revision.",
    "max-new": "The most findings that may be new or worse, in all descriptions together.",
    "rules": "Changes to rules, by id.",
    "final": "The keys of this file that no file in a folder below may loosen.",
  ]
  private static let keys = Keys(plain: gateKeys)
  private static let finalKeys = gateKeys.map(\.key).filter { $0 != "final" }
  private static let ruleKeys = Keys(plain: [
    "severity": "Severity instead of the page's.", "off": "Whether the rule does not run.",
    "parameters": "Values instead of the page's.",
    "fail": "Whether a finding fails the run: always, or never.",
  ])

  /// What a description's project says, its configuration and its accepted risks, and what the
  /// flags say about it.
  ///
  /// A mistake in it is a problem of every description it is about.
  static func read(for path: String, _ rules: RuleSet, _ options: Options) -> Configuration {
    var configuration = Configuration()
    let (home, root) = (Files.home(of: path), Files.root(of: path))
    configuration.settings.ignoresAccepted = options.ignoresAccepted
    if !options.ruleFolders.isEmpty { configuration.settings.timeLimit = Clock.queryLimit }
    configuration.settings.today = Clock.today
    configuration.settings.acceptedFile = configuration.text(of: AcceptedFile.path(in: home))
    let name = Files.configurationName
    let above = home == root ? nil : configuration.text(of: Files.joined(root, name))
    configuration.take(configuration.text(of: Files.joined(home, name)), below: above, rules)
    return configuration
  }

  /// Takes what a file says, as far as one further up lets it.
  mutating func take(_ text: SourceText?, below above: SourceText?, _ rules: RuleSet) {
    take(text, rules)
    guard above != nil else { return }
    var upper = Configuration()
    upper.take(above, rules)
    settings.problems += upper.settings.problems
    bind(to: upper, rules)
  }

  private mutating func take(_ text: SourceText?, _ rules: RuleSet) {
    settings.configurationFile = text
    guard let text else { return }
    gates = Gates(file: text.path)
    var reading = Reading()
    let root = reading.addText(text, with: Self.keys, as: "a configuration")
    if let root, !reading.isNull(root) {
      for entry in reading.entries(root, Self.keys, in: "the configuration") {
        places[entry.name] = reading.sources.place(of: reading.span(entry.key))
        read(entry, &reading, rules)
      }
    }
    settings.problems += reading.problems
  }

  /// The text of a file of the project; that it cannot be read is a problem.
  private mutating func text(of path: String) -> SourceText? {
    let name = Files.relative(path)
    switch Files.ofProject(path) {
    case .success(let contents):
      return contents.map {
        SourceText(path: name, text: String(decoding: $0.bytes, as: UTF8.self))
      }
    case .failure(let failure):
      settings.problems.append(
        Problem(
          .error, "not-readable", "`\(name)` cannot be read", remedy: "it \(failure.message)",
          path: name))
    }
    return nil
  }

  private mutating func read(_ entry: Entry, _ reading: inout Reading, _ rules: RuleSet) {
    switch entry.name {
    case "rules": readRules(entry, &reading, rules)
    case "final":
      if case .list(let keys)? = reading.value(
        entry.value, .words(Self.finalKeys), key: entry.name)
      {
        finals = Set(keys)
      }
    case "fail-on":
      let words = Severity.allCases.map(\.word) + ["never"]
      if case .text(let word)? = reading.value(entry.value, .word(words), key: entry.name) {
        gates.failOn = Severity(word: word).map(Gates.FailOn.at) ?? .never
      }
    case "min-headroom":
      gates.minHeadroom = reading.value(entry.value, .multiple, key: entry.name)?.number
    case "min-checked":
      gates.minChecked = reading.value(entry.value, .ratio, key: entry.name)?.number
    case "max-headroom-drop":
      gates.maxHeadroomDrop = reading.value(entry.value, .ratio, key: entry.name)?.number
    default:
      gates.maxNew = reading.value(entry.value, .count, key: entry.name)?.number.map {
        Int(min($0, 1e9))
      }
    }
  }

  /// What is said of a rule counts more than what is said of its theme, and completes it.
  private mutating func readRules(_ entry: Entry, _ reading: inout Reading, _ rules: RuleSet) {
    let entries = reading.entries(entry.value)
    let isTheme = { (entry: Entry) in rules.rules.contains { $0.theme == entry.name } }
    for rule in entries.filter(isTheme) + entries.filter({ !isTheme($0) }) {
      let pages = rules.rules.filter { $0.id == rule.name || $0.theme == rule.name }
      guard !pages.isEmpty else {
        let names = rules.rules.flatMap { [$0.id, String($0.theme)] }
        reading.complain(
          "unknown-rule", "there is no rule or theme `\(rule.name)`",
          suggestion(for: rule.name, among: names).map { "did you mean `\($0)`?" }, at: rule.key)
        continue
      }
      for page in pages {
        places[page.id] = reading.sources.place(of: reading.span(rule.key))
        let ofTheme = settings.rules[page.id] ?? RuleSettings()
        settings.rules[page.id] = Self.settings(of: page, rule.value, over: ofTheme, &reading)
      }
    }
  }

  /// The settings of a rule over those of its theme; a rule that is named runs unless it is `off`
  /// itself.
  private static func settings(
    of rule: Rule, _ node: NodeReference, over theme: RuleSettings, _ reading: inout Reading
  ) -> RuleSettings {
    var settings = theme
    settings.isOff = false
    for entry in reading.entries(node, ruleKeys, in: "the rule `\(rule.id)`") {
      switch entry.name {
      case "severity":
        let words = Severity.allCases.map(\.word)
        if case .text(let word)? = reading.value(entry.value, .word(words), key: "severity") {
          settings.severity = Severity(word: word)
        }
      case "fail":
        if case .text(let word)? = reading.value(
          entry.value, .word(["always", "never"]), key: "fail")
        {
          settings.fails = word == "always"
        }
      case "off": settings.isOff = reading.value(entry.value, .flag, key: "off") == .flag(true)
      default:
        settings.parameters.merge(rule.readParameters(entry.value, &reading)) { _, own in own }
      }
    }
    return settings
  }
}
