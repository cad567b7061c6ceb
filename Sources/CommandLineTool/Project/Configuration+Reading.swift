import Findings
import Review
import Rules
import SourceText
import YAML

/// One file of settings as it is read.
extension Configuration {
  /// Reads a file for a description, by its path from the folder that the file speaks for.
  mutating func read(_ text: SourceText, for description: String, _ rules: RuleSet) {
    settings.configurationFiles = [text]
    gates = Gates(file: text.path)
    let yaml = YAMLReader()
    let root = yaml.add(text, having: Self.keys.names, as: "a configuration")
    if let root, !yaml.isNull(root) {
      for (entry, key) in yaml.known(root, Self.keys, in: "the configuration") {
        places[entry.name] = yaml.place(entry.key)
        read(entry, key.meaning, yaml, description, rules)
      }
    }
    settings.problems += yaml.problems
  }

  private mutating func read(
    _ entry: Entry, _ key: Key, _ yaml: YAMLReader, _ description: String, _ rules: RuleSet
  ) {
    switch key {
    case .rules:
      let (read, places) = Self.rules(entry.value, yaml, over: settings.rules, rules)
      settings.rules = read
      self.places.merge(places) { _, own in own }
    case .overrides:
      for item in yaml.items(entry.value) { readOverride(item, yaml, description, rules) }
    // The search for descriptions reads them; here it is only said what is wrong with them.
    case .exclude: _ = Self.patterns(entry, yaml)
    case .extends:
      if case .list(let files)? = yaml.value(entry.value, .list, key: entry.name) {
        extended = files.map { ($0, yaml.place(entry.value)) }
      }
    case .final:
      let names = Self.keys.names.filter { $0 != entry.name }
      if case .list(let keys)? = yaml.value(entry.value, .words(names), key: entry.name) {
        finals = Set(keys)
      }
    case .gate(let gate):
      gates[gate] = gate.limit(of: yaml.value(entry.value, gate.type, key: entry.name))
    }
  }

  /// What is said of rules, over what is known of them, and where.
  ///
  /// What is said of a rule counts more than what is said of its theme, and completes it.
  private static func rules(
    _ node: NodeReference, _ yaml: YAMLReader, over known: [String: RuleSettings], _ rules: RuleSet
  ) -> (rules: [String: RuleSettings], places: [String: SourcePlace]) {
    var (read, places) = (known, [String: SourcePlace]())
    let entries = yaml.entries(node)
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
        read[page.id] = settings(of: page, rule.value, over: read[page.id] ?? RuleSettings(), yaml)
      }
    }
    return (read, places)
  }

  /// Takes an override: one of paths alone as what the file says of rules, others for the review.
  private mutating func readOverride(
    _ node: NodeReference, _ yaml: YAMLReader, _ description: String, _ rules: RuleSet
  ) {
    var override = RuleOverride(place: yaml.place(node))
    var (isHere, isOfElements) = (true, false)
    var changes: NodeReference?
    for (entry, key) in yaml.known(node, Self.overrideKeys, in: "an override") {
      switch key.meaning {
      case .paths:
        let patterns = Self.patterns(entry, yaml)
        isHere = patterns.contains { $0.fits(path: description) }
      case .elements: (override.elements, isOfElements) = (Self.patterns(entry, yaml), true)
      case .teams:
        isOfElements = true
        if case .list(let names)? = yaml.value(entry.value, .list, key: key.name) {
          override.teams = names
        }
      case .rules: changes = entry.value
      case .reason:
        if case .text(let text)? = yaml.value(entry.value, .text, key: key.name) {
          override.reason = text
        }
      }
    }
    guard let changes, override.reason.contains(where: { !$0.isWhitespace }) else {
      yaml.complain(
        "incomplete-override", "an override must say which rules it changes, and why",
        "write `{ elements: [name], rules: { theme/smell: { off: true } }, reason: why }`",
        at: node)
      return
    }
    let over = isOfElements ? [:] : settings.rules
    let (read, _) = Self.rules(changes, yaml, over: over, rules)
    guard isHere else { return }
    override.rules = read
    if isOfElements { settings.overrides.append(override) } else { settings.rules = read }
  }

  private static func patterns(_ entry: Entry, _ yaml: YAMLReader) -> [GlobPattern] {
    guard case .list(let texts)? = yaml.value(entry.value, .list, key: entry.name) else {
      return []
    }
    return texts.compactMap { text in
      if let pattern = GlobPattern(text) { return pattern }
      yaml.complain(
        "wrong-pattern", "`\(text)` is too long for a pattern, or has too many *",
        "write a few patterns in its place", at: entry.value)
      return nil
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
