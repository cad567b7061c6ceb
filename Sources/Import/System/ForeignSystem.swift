import Architecture
import Description
import Findings
import SourceText
import YAML

/// What the files of other tools say of one system, collected by the readers of all formats.
///
/// Components are one where their names are, whatever their case. Arrows are added last, by
/// `SystemLinker`, when all names are known. A class: the readers share it.
final class ForeignSystem {
  let yaml: YAMLReader
  let files: ForeignFiles
  let mappings: Mappings
  /// The name of the system; nil where it is undeclared.
  var name: String?
  private(set) var components: [ForeignComponent] = []
  private(set) var mentions: [Mention] = []
  private(set) var hints: [Hint] = []
  private(set) var journeys: [JourneyDraft] = []
  /// One for each input, in their order.
  private(set) var notes: [ImportNote] = []
  /// Components by the names under which others reach them, in small letters.
  private var numbers: [String: Int] = [:]
  private var noteNumbers: [String: Int] = [:]
  /// The page of the format that is being read.
  private(set) var page = FormatPage(name: "")

  init(_ yaml: YAMLReader, _ files: ForeignFiles, _ mappings: Mappings) {
    self.yaml = yaml
    self.files = files
    self.mappings = mappings
  }

  /// Starts with the files of a format.
  func begin(_ format: String) { page = mappings.page(format) }

  // MARK: - Components

  /// The number of the component of a name, which is made where nobody has named it.
  func component(_ name: String, at span: SourceSpan) -> Int {
    let key = name.lowercased()
    if let number = numbers[key] { return number }
    numbers[key] = components.count
    let written = unique(Self.written(name))
    components.append(ForeignComponent(name: written, span: span))
    // `orders.internal` is written `orders-internal`, and is the same.
    alias(written, of: components.count - 1)
    return components.count - 1
  }

  /// The number of the component of a name or alias; nil where there is none.
  func number(of name: String) -> Int? { numbers[name.lowercased()] }

  /// The component that a name means to another one, by the names that this alone knows first; nil
  /// where there is none, and where it is that one itself.
  func target(_ name: String, of source: Int) -> Int? {
    let own = components[source].aliases[name.lowercased()]
    guard let number = number(of: own ?? name), number != source else { return nil }
    return number
  }

  /// Another name by which all others reach a component; a name that is taken stays.
  func alias(_ alias: String, of component: Int) {
    let key = alias.lowercased()
    if numbers[key] == nil { numbers[key] = component }
  }

  /// Changes what is known of a component.
  func update(_ component: Int, _ change: (inout ForeignComponent) -> Void) {
    change(&components[component])
  }

  /// Adds what a product says of a component: its technology, and its kind if undeclared.
  func add(_ found: FoundProduct, to component: Int, at span: SourceSpan) {
    add(.technology, .list([found.name]), to: component, at: span)
    if components[component].kind == nil { components[component].kind = found.kind }
  }

  /// Adds a fact that is written somewhere, unless one is known.
  func add(_ property: Property, _ value: Value, to component: Int, at span: SourceSpan) {
    components[component].facts.add(property, Fact(value, .declared, span: span))
  }

  /// Adds what was measured, so that it can be held against what others say.
  func add(
    measured property: Property, _ value: Value, in window: String, to component: Int,
    at span: SourceSpan
  ) {
    let fact = Fact(value, .declared, span: span, source: Measured.source(window))
    guard let known = components[component].facts[property] else {
      return components[component].facts.set(property, fact)
    }
    guard let words = Measured.contradiction(property, known, value) else { return }
    ask(
      "`\(property.name)` of `\(components[component].name)` \(words): which one holds?",
      of: path(of: span))
  }

  /// Adds what an attribute of the format says, by its name on the format's page; whether the page
  /// knows it.
  @discardableResult
  func add(
    attribute name: String, _ text: String, to component: Int, at span: SourceSpan
  ) -> Bool {
    guard let attribute = page.attributes[name] else { return false }
    if let value = attribute.value(of: text) {
      add(attribute.property, value, to: component, at: span)
    }
    return true
  }

  /// Gives a component a kind by its name, where nothing better tells it, and says so.
  func guessKind(_ kind: ComponentKind, of component: Int, in path: String) {
    guard components[component].kind == nil else { return }
    components[component].kind = kind
    guard !components[component].name.lowercased().hasSuffix(kind.rawValue) else { return }
    ask("is `\(components[component].name)` a \(kind.rawValue)? Only its name says so", of: path)
  }

  // MARK: - Arrows

  func add(_ mention: Mention) {
    var mention = mention
    if mention.form != .name { mention.addresses = Addresses(mention.text).all }
    mentions.append(mention)
  }

  func add(_ hint: Hint) { hints.append(hint) }

  // MARK: - Journeys

  /// Adds what comes from outside to a component, so many times per second.
  func addJourney(_ name: String, to component: Int, rate: Double, at span: SourceSpan) {
    let client = self.component("clients", at: span)
    if components[client].kind == nil { components[client].kind = .client }
    guard !journeys.contains(where: { $0.name == name }), component != client else { return }
    var journey = JourneyDraft(name: name, span: span)
    journey.client = (components[client].name, span)
    journey.calls = [
      RelationDraft(kind: .calls, target: components[component].name, span: span)
    ]
    journey.facts.add(.rate, Fact(.number(rate), .declared, span: span))
    journeys.append(journey)
  }

  // MARK: - Notes

  /// Says what was read of an input: `a window of 5 min`.
  func note(_ what: String, of path: String) {
    notes[noteNumber(path)].remarks.append(what)
  }

  /// Says what was read of an input: `6`, `service`.
  func note(_ count: Int, _ noun: String, of path: String) {
    guard count > 0 else { return }
    notes[noteNumber(path)].read.append(ImportNote.Count(count, noun))
  }

  /// Says what of an input was not read, and why.
  func ignore(_ what: String, _ why: String, of path: String) {
    ignore(ImportNote.Ignored(what: what, why: why), of: path)
  }

  /// Says why all that is in an input is nothing.
  func ignoreAll(of path: String, _ why: String) {
    ignore(String(path.split(separator: "/").last ?? "-"), why, of: path)
  }

  /// Says what of an input was not read.
  func ignore(_ ignored: ImportNote.Ignored, of path: String) {
    let number = noteNumber(path)
    if !notes[number].ignored.contains(ignored) { notes[number].ignored.append(ignored) }
  }

  /// Asks what an input leaves open.
  func ask(_ question: String, of path: String) {
    notes[noteNumber(path)].questions.append(question)
  }

  /// The path of the input that a place is in.
  func path(of span: SourceSpan) -> String { yaml.sources.texts[Int(span.source)].path }

  private func noteNumber(_ path: String) -> Int {
    if let number = noteNumbers[path] { return number }
    var note = ImportNote(path: path, format: page.name)
    note.silence = page.silence
    notes.append(note)
    noteNumbers[path] = notes.count - 1
    return notes.count - 1
  }

  // MARK: - Names

  /// A name in the letters, digits, - and _ of descriptions.
  static func written(_ name: String) -> String {
    var result = ""
    for scalar in name.unicodeScalars.prefix(100) {
      let isFine =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-"
        || scalar == "_"
      result.unicodeScalars.append(isFine ? scalar : "-")
    }
    return result.isEmpty ? "unnamed" : result
  }

  /// The name itself, or one with a number where another component is written the same.
  private func unique(_ name: String) -> String {
    var result = name
    while !names.insert(result).inserted {
      let number = (lastNumbers[name] ?? 1) + 1
      lastNumbers[name] = number
      result = "\(name)-\(number)"
    }
    return result
  }

  private var names: Set<String> = []
  private var lastNumbers: [String: Int] = [:]
}
