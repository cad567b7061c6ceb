import Architecture
import Description
import Findings
import Review
import Rules
import SourceText
import YAML

/// The project's `.tenfold.yaml`: what a team changes about rules and gates.
struct Configuration {
  var settings = ReviewSettings()
  var gates = Gates()
  /// The keys whose values no file further down may loosen.
  private(set) var finals: Set<String> = []
  /// Where keys and rules stand, by name.
  private(set) var places: [String: SourcePlace] = [:]

  enum Key: Sendable { case gate(Gate), rules, final }

  enum RuleKey: String, MappingKey {
    case severity, off, parameters, fail

    var documentation: String {
      switch self {
      case .severity: "Severity instead of the page's."
      case .off: "Whether the rule does not run."
      case .parameters: "Values instead of the page's."
      case .fail: "Whether a finding fails the run: always, or never."
      }
    }

    /// What its value looks like; nil where the page of the rule says that.
    var type: ValueType? {
      switch self {
      case .severity: .word(Severity.allCases.map(\.word))
      case .off: .flag
      case .fail: .word(["always", "never"])
      case .parameters: nil
      }
    }
  }

  static let keys = MappingSchema(
    Gate.all.map { KeySpec($0.name, Key.gate($0), $0.key) } + [
      KeySpec("rules", .rules, "Changes to rules, by id."),
      KeySpec(
        "final", .final, "The keys of this file that no file in a folder below may loosen."),
    ], takesNotes: false)
  static let ruleKeys = MappingSchema(RuleKey.self)

  /// What a description's project says, its configuration and its accepted risks, and what the
  /// flags say about it.
  ///
  /// A mistake in it is a problem of every description it is about.
  static func read(for path: String, _ rules: RuleSet, _ options: Options) -> Configuration {
    var configuration = Configuration()
    configuration.settings.ignoresAccepted = options.ignoresAccepted
    configuration.settings.whatIf = options.growth.whatIf
    if !options.ruleFolders.isEmpty { configuration.settings.timeLimit = Clock.queryLimit }
    configuration.settings.today = Clock.today
    let accepted = Project.acceptedFile(of: path)
    configuration.settings.acceptedFile = configuration.text(of: accepted)
    configuration.take(of: path, rules)
    return configuration
  }

  /// What the settings of a description's project say, without its accepted risks.
  static func read(for path: String, _ rules: RuleSet) -> Configuration {
    var configuration = Configuration()
    configuration.take(of: path, rules)
    return configuration
  }

  /// Takes what the files of settings say that a description's project has.
  private mutating func take(of path: String, _ rules: RuleSet) {
    let (home, root) = (Project.home(of: path), Project.root(of: path))
    let name = Project.settingsName
    for folder in Set([home, root]).sorted() { complainOfUnread(in: folder) }
    let above = home == root ? nil : text(of: Paths.joined(root, name))
    take(text(of: Paths.joined(home, name)), below: above, rules)
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
    let yaml = YAMLReader()
    let root = yaml.add(text, having: Self.keys.names, as: "a configuration")
    if let root, !yaml.isNull(root) {
      for (entry, key) in yaml.known(root, Self.keys, in: "the configuration") {
        places[entry.name] = yaml.place(entry.key)
        read(entry, key.meaning, yaml, rules)
      }
    }
    settings.problems += yaml.problems
  }

  /// A file of settings or decisions that is named as nobody reads it would be ignored in silence.
  private mutating func complainOfUnread(in folder: String) {
    for name in [Project.settingsName, Project.acceptedName] {
      let unread = Paths.joined(folder, name.dropLast(4) + "yml")
      guard Files.isThere(unread) else { continue }
      let shown = Paths.relative(unread)
      settings.problems.append(
        Problem(
          .error, "unread-settings", "`\(shown)` is not read", remedy: "rename it to `\(name)`",
          path: shown))
    }
  }

  /// The text of a file of the project; that it cannot be read is a problem.
  private mutating func text(of path: String) -> SourceText? {
    let name = Paths.relative(path)
    switch GuardedFiles.ofProject(path) {
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

  private mutating func read(
    _ entry: Entry, _ key: Key, _ yaml: YAMLReader, _ rules: RuleSet
  ) {
    switch key {
    case .rules: readRules(entry, yaml, rules)
    case .final:
      let names = Self.keys.names.filter { $0 != entry.name }
      if case .list(let keys)? = yaml.value(entry.value, .words(names), key: entry.name) {
        finals = Set(keys)
      }
    case .gate(let gate):
      gates[gate] = gate.limit(of: yaml.value(entry.value, gate.type, key: entry.name))
    }
  }

  /// What is said of a rule counts more than what is said of its theme, and completes it.
  private mutating func readRules(_ entry: Entry, _ yaml: YAMLReader, _ rules: RuleSet) {
    let entries = yaml.entries(entry.value)
    let isTheme = { (entry: Entry) in rules.rules.contains { $0.theme == entry.name } }
    for rule in entries.filter(isTheme) + entries.filter({ !isTheme($0) }) {
      let pages = rules.rules.filter { $0.id == rule.name || $0.theme == rule.name }
      guard !pages.isEmpty else {
        let names = rules.rules.flatMap { [$0.id, String($0.theme)] }
        yaml.complain(
          "unknown-rule", "there is no rule or theme `\(rule.name)`",
          suggestion(for: rule.name, among: names).map(didYouMean), at: rule.key)
        continue
      }
      for page in pages {
        places[page.id] = yaml.place(rule.key)
        let ofTheme = settings.rules[page.id] ?? RuleSettings()
        settings.rules[page.id] = Self.settings(of: page, rule.value, over: ofTheme, yaml)
      }
    }
  }

  /// The settings of a rule over those of its theme; a rule that is named runs unless it is `off`
  /// itself.
  private static func settings(
    of rule: Rule, _ node: NodeReference, over theme: RuleSettings, _ yaml: YAMLReader
  ) -> RuleSettings {
    var settings = theme
    settings.isOff = false
    for (entry, key) in yaml.known(node, ruleKeys, in: "the rule `\(rule.id)`") {
      let value = key.meaning.type.flatMap { yaml.value(entry.value, $0, key: key.name) }
      switch key.meaning {
      case .severity:
        if case .text(let word)? = value { settings.severity = Severity(word: word) }
      case .fail:
        if case .text(let word)? = value { settings.fails = word == "always" }
      case .off: settings.isOff = value == .flag(true)
      case .parameters:
        settings.parameters.merge(rule.readParameters(entry.value, yaml)) { _, own in own }
      }
    }
    return settings
  }
}
