import Architecture
import Description
import Facts
import Findings
import SourceText

/// What a page says above its title.
struct FrontMatter {
  private(set) var severity: Severity?
  private(set) var since = ""
  private(set) var message: String?
  private(set) var arithmetic: String?
  private(set) var inputs: [Rule.Input] = []
  private(set) var parameters: [Rule.Parameter] = []
  private(set) var isNeverLowered = false
  private(set) var explains: [String] = []
  private(set) var sources: [Rule.Source] = []
  /// Whether it is one at all, however wrong.
  private(set) var isRecognised = false
  private var reading = Reading()

  var problems: [Problem] { reading.problems }

  private static let keys = Keys(plain: [
    "severity": "low, medium, high or critical, before the ladder.",
    "since": "The version in which the rule came.",
    "inputs": "The properties it reads, as subject.property.",
    "message": "The finding's sentence, with {columns}.",
    "arithmetic": "The formula with its numbers, with {columns}.",
    "parameters": "Numbers and words that a user may change.",
    "never-lowered": "Whether stage seed leaves the severity alone.",
    "explains": "Rules whose findings this one explains.",
    "sources": "Pages that back the rule.",
  ])
  private static let parameterKeys = Keys(plain: [
    "default": "The value unless a user sets another.", "doc": "What it means.",
  ])
  private static let sourceKeys = Keys(plain: ["title": "Title.", "url": "Address."])

  /// Reads the lines between the first line and the closing one.
  init(_ text: SourceText, lines end: Int) {
    let range = text.lineRange(2).lowerBound..<text.lineRange(end).lowerBound
    guard let root = reading.addText(text, yaml: range, with: Self.keys, as: "a rule page")
    else { return }
    isRecognised = true
    for entry in reading.entries(root, Self.keys, in: "a rule page") { read(entry) }
  }

  private mutating func read(_ entry: Entry) {
    switch entry.name {
    case "severity":
      let words = Severity.allCases.map(\.word)
      if case .text(let word)? = reading.value(entry.value, .word(words), key: entry.name) {
        severity = Severity(word: word)
      }
    case "since": since = reading.text(entry.value)
    case "message": message = reading.text(entry.value)
    case "arithmetic": arithmetic = reading.text(entry.value)
    case "never-lowered":
      isNeverLowered = reading.value(entry.value, .flag, key: entry.name) == .flag(true)
    case "inputs": inputs = reading.items(entry.value).compactMap { input($0) }
    case "explains":
      if case .list(let rules)? = reading.value(entry.value, .list, key: entry.name) {
        explains = rules
      }
    case "parameters": parameters = reading.entries(entry.value).compactMap { parameter($0) }
    default: sources = reading.items(entry.value).map { source($0) }
    }
  }

  private mutating func input(_ node: NodeReference) -> Rule.Input? {
    let text = reading.text(node)
    guard let dot = text.firstIndex(of: ".") else {
      reading.complain(
        "page-input", "`\(text)` is no input",
        "write `element.property`, such as `element.replicas`",
        at: node)
      return nil
    }
    let property = String(text[text.index(after: dot)...])
    guard Property(property) != nil else {
      reading.complain(
        "page-input", "there is no property `\(property)`",
        suggestion(for: property, among: Property.table.map(\.name)).map { "did you mean `\($0)`?" }
          ?? "`tenfold facts` lists them", at: node)
      return nil
    }
    return Rule.Input(subject: String(text[..<dot]), property: property)
  }

  private mutating func parameter(_ entry: Entry) -> Rule.Parameter? {
    var documentation = ""
    var value: NodeReference?
    for field in reading.entries(entry.value, Self.parameterKeys, in: "a parameter") {
      if field.name == "doc" {
        documentation = reading.text(field.value)
      } else {
        value = field.value
      }
    }
    guard let value else {
      reading.complain(
        "page-parameter", "the parameter `\(entry.name)` has no default",
        "write `{ default: 72h, doc: what it means }`", at: entry.key)
      return nil
    }
    let form = ParameterForm.form(of: value, in: reading)
    guard let bound = form.value(of: value, key: entry.name, in: &reading) else { return nil }
    if form == .text, !reading.isQuoted(value), bound.words.first?.isNumber == true {
      reading.complain(
        "page-parameter", "`\(bound.words)` begins with a number, and has no unit that is known",
        "write it like 2, 30%, 40/s, 200ms or 20GB; a word stands in quotes", at: value)
    }
    return Rule.Parameter(
      name: entry.name, documentation: documentation, text: form.words(bound), value: bound,
      form: form)
  }

  private mutating func source(_ node: NodeReference) -> Rule.Source {
    var (title, url) = ("", "")
    for field in reading.entries(node, Self.sourceKeys, in: "a source") {
      if field.name == "title" {
        title = reading.text(field.value)
      } else {
        url = reading.text(field.value)
      }
    }
    return Rule.Source(title: title, url: url)
  }
}
