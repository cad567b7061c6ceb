import Architecture
import Facts
import Findings
import SourceText
import YAML

/// What a page says above its title.
struct FrontMatter {
  private(set) var needs: [String]?
  private(set) var severity: Severity?
  private(set) var since = ""
  private(set) var message: String?
  private(set) var arithmetic: String?
  private(set) var inputs: [Rule.Input] = []
  private(set) var parameters: [Rule.Parameter] = []
  private(set) var isNeverLowered = false
  private(set) var explains: [String] = []
  private(set) var loadOn: Set<LoadBearer> = []
  private(set) var fix: Fix?
  private(set) var exceptions: [String: String] = [:]
  private(set) var also: [String] = []
  private(set) var sources: [Rule.Source] = []
  /// Whether it is one at all, however wrong.
  private(set) var isRecognised = false
  private(set) var problems: [Problem] = []

  private enum Key: String, MappingKey {
    case needs, severity, since, inputs, message, arithmetic, parameters
    case neverLowered = "never-lowered"
    case loadOn = "load-on"
    case explains, fix, not, also, sources

    var documentation: String {
      switch self {
      case .needs:
        "Kinds, roles and properties of which a description has to have one for the rule to say "
          + "anything; it is not read where there is none."
      case .severity: "low, medium, high or critical, before the ladder."
      case .since: "The version in which the rule came."
      case .inputs: "The properties it reads, as subject.property."
      case .message: "The finding's sentence, with {columns}."
      case .arithmetic: "The formula with its numbers, with {columns}."
      case .parameters: "Numbers and words that a user may change."
      case .neverLowered: "Whether stage seed leaves the severity alone."
      case .explains: "Rules whose findings this one explains."
      case .loadOn:
        "What it holds load against: \(LoadBearer.words.joined(separator: ", ")). A limit of "
          + "theirs that is unknown leaves a check undecided."
      case .fix: "Changes that repair what it finds, or why a person has to decide."
      case .not:
        "Changes of an example that change its findings, each with the reason: `proxy`, one before "
          + "each component that is called; `operations`, work moved into one."
      case .also: "What people call it or notice of it, for whoever searches the book."
      case .sources: "Pages that back the rule."
      }
    }
  }

  private enum ParameterKey: String, MappingKey {
    case standard = "default"
    case doc

    var documentation: String {
      switch self {
      case .standard: "The value unless a user sets another."
      case .doc: "What it means."
      }
    }
  }

  private enum SourceKey: String, MappingKey {
    case title, url

    var documentation: String {
      switch self {
      case .title: "Title."
      case .url: "Address."
      }
    }
  }

  private static let keys = MappingSchema(Key.self)
  private static let parameterKeys = MappingSchema(ParameterKey.self)
  private static let sourceKeys = MappingSchema(SourceKey.self)

  /// Reads the lines between the first line and the closing one.
  init(_ text: SourceText, lines end: Int) {
    let range = text.lineRange(2).lowerBound..<text.lineRange(end).lowerBound
    let yaml = YAMLReader()
    if let root = yaml.add(text, yaml: range, having: Self.keys.names, as: "a rule page") {
      isRecognised = true
      for (entry, key) in yaml.known(root, Self.keys, in: "a rule page") {
        read(entry, key.meaning, yaml)
      }
    }
    problems = yaml.problems
  }

  private mutating func read(_ entry: Entry, _ key: Key, _ yaml: YAMLReader) {
    let value = entry.value
    switch key {
    case .needs: needs = yaml.items(value).map { Self.need($0, yaml) }
    case .severity:
      let words = Severity.allCases.map(\.word)
      if case .text(let word)? = yaml.value(value, .word(words), key: entry.name) {
        severity = Severity(word: word)
      }
    case .since: since = yaml.text(value)
    case .message: message = yaml.text(value)
    case .arithmetic: arithmetic = yaml.text(value)
    case .neverLowered:
      isNeverLowered = yaml.value(value, .flag, key: entry.name) == .flag(true)
    case .inputs: inputs = yaml.items(value).compactMap { Self.input($0, yaml) }
    case .explains:
      if case .list(let rules)? = yaml.value(value, .list, key: entry.name) { explains = rules }
    case .loadOn:
      loadOn = Set(
        yaml.items(value).compactMap { item in
          guard case .text(let word)? = yaml.value(item, .word(LoadBearer.words), key: entry.name)
          else { return nil }
          return LoadBearer(rawValue: word)
        })
    case .parameters:
      parameters = yaml.entries(value).compactMap { Self.parameter($0, yaml) }
    case .not:
      for entry in yaml.entries(value) { exceptions[entry.name] = yaml.text(entry.value) }
    case .fix: fix = FixReader(yaml: yaml).fix(value)
    case .also:
      if case .list(let names)? = yaml.value(value, .list, key: entry.name) { also = names }
    case .sources: sources = yaml.items(value).map { Self.source($0, yaml) }
    }
  }

  private static func need(_ node: NodeReference, _ yaml: YAMLReader) -> String {
    let word = yaml.text(node)
    if !Architecture.isWord(word) {
      yaml.complain(
        "page-need", "`\(word)` is no kind, role or property",
        suggestion(for: word, among: Property.table.map(\.name)).map(didYouMean)
          ?? "`tenfold kinds` and `tenfold facts` list them", at: node)
    }
    return word
  }

  private static func input(_ node: NodeReference, _ yaml: YAMLReader) -> Rule.Input? {
    let text = yaml.text(node)
    guard let dot = text.firstIndex(of: ".") else {
      yaml.complain(
        "page-input", "`\(text)` is no input",
        "write `element.property`, such as `element.replicas`",
        at: node)
      return nil
    }
    let property = String(text[text.index(after: dot)...])
    guard Property(property) != nil else {
      yaml.complain(
        "page-input", "there is no property `\(property)`",
        suggestion(for: property, among: Property.table.map(\.name)).map(didYouMean)
          ?? "`tenfold facts` lists them", at: node)
      return nil
    }
    return Rule.Input(subject: String(text[..<dot]), property: property)
  }

  private static func parameter(_ entry: Entry, _ yaml: YAMLReader) -> Rule.Parameter? {
    var documentation = ""
    var value: NodeReference?
    for (field, key) in yaml.known(entry.value, parameterKeys, in: "a parameter") {
      switch key.meaning {
      case .doc: documentation = yaml.text(field.value)
      case .standard: value = field.value
      }
    }
    guard let value else {
      yaml.complain(
        "page-parameter", "the parameter `\(entry.name)` has no default",
        "write `{ default: 72h, doc: what it means }`", at: entry.key)
      return nil
    }
    let form = ParameterForm.form(of: value, in: yaml)
    guard let bound = form.value(of: value, key: entry.name, in: yaml) else { return nil }
    if form == .text, !yaml.isQuoted(value), bound.words.first?.isNumber == true {
      yaml.complain(
        "page-parameter", "`\(bound.words)` begins with a number, and has no unit that is known",
        "write it like 2, 30%, 40/s, 200ms or 20GB; a word stands in quotes", at: value)
    }
    return Rule.Parameter(
      name: entry.name, documentation: documentation, text: form.words(bound), value: bound,
      form: form)
  }

  private static func source(_ node: NodeReference, _ yaml: YAMLReader) -> Rule.Source {
    var (title, url) = ("", "")
    for (field, key) in yaml.known(node, sourceKeys, in: "a source") {
      switch key.meaning {
      case .title: title = yaml.text(field.value)
      case .url: url = yaml.text(field.value)
      }
    }
    return Rule.Source(title: title, url: url)
  }
}
