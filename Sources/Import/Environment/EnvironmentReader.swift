import Architecture
import Description
import Findings
import SourceText

/// What the variables of a container say: whom it reaches, and how it is set.
///
/// Values are secret. What leaves this reader is names of components, and values of the attributes
/// that the page `environment` lists.
struct EnvironmentReader {
  /// A variable with its value, and where the value or the variable is written.
  struct Variable {
    let name: String
    let value: String
    let span: SourceSpan
  }

  private let system: ForeignSystem
  private let page: FormatPage

  init(_ system: ForeignSystem) {
    self.system = system
    page = system.mappings.page("environment")
  }

  /// Reads the variables of a component.
  func read(_ variables: [Variable], of component: Int) {
    let words = variables.map { EnvironmentWords.words($0.name) }
    readAttributes(variables, of: component)
    if words.contains(where: { !page.consumers.isDisjoint(with: $0) }) {
      system.update(component) { $0.isConsumer = true }
    }
    let schemas = schemas(variables)
    let ofArrows = variables.filter { page.attributes[$0.name]?.isOfRelation == true }
    for (variable, words) in zip(variables, words) where page.callers.isDisjoint(with: words) {
      let isAddress = !variable.value.isEmpty && !page.addresses.isDisjoint(with: words)
      var mention = Mention(
        source: component, text: variable.value, form: isAddress ? .addresses : .anything,
        evidence: "env \(variable.name)", span: variable.span)
      let prefix = Self.prefix(words, page)
      mention.schema = schemas[prefix]
      mention.facts = facts(ofArrows, prefix: prefix)
      system.add(mention)
    }
  }

  /// Whether a variable may name whom the component reaches, and not who reaches it.
  func isOfCallee(_ name: String) -> Bool {
    page.callers.isDisjoint(with: EnvironmentWords.words(name))
  }

  private func readAttributes(_ variables: [Variable], of component: Int) {
    for variable in variables {
      guard let attribute = page.attributes[variable.name], !attribute.isOfRelation,
        let value = attribute.value(of: variable.value)
      else { continue }
      system.add(attribute.property, value, to: component, at: variable.span)
    }
  }

  /// The facts of the arrow whose variable has the same prefix: `PAYMENTS_TIMEOUT` beside
  /// `PAYMENTS_URL`.
  private func facts(_ variables: [Variable], prefix: String) -> FactList {
    var facts = FactList()
    guard !prefix.isEmpty else { return facts }
    for variable in variables where variable.name.uppercased().hasPrefix(prefix + "_") {
      guard let attribute = page.attributes[variable.name],
        let value = attribute.value(of: variable.value)
      else { continue }
      facts.add(attribute.property, Fact(value, .declared, span: variable.span))
    }
    return facts
  }

  /// The schemas that are named apart from their hosts, by the prefix of both: `DB_NAME` beside
  /// `DB_HOST`.
  private func schemas(_ variables: [Variable]) -> [String: String] {
    var schemas: [String: String] = [:]
    for variable in variables {
      let words = EnvironmentWords.words(variable.name)
      guard let last = words.last, ["NAME", "DATABASE", "SCHEMA", "DBNAME"].contains(last),
        !variable.value.isEmpty
      else { continue }
      schemas[words.dropLast().joined(separator: "_")] = variable.value
    }
    return schemas
  }

  /// The words before those that say that an address follows.
  private static func prefix(_ words: [String], _ page: FormatPage) -> String {
    var words = words
    while let last = words.last, page.addresses.contains(last), words.count > 1 {
      words.removeLast()
    }
    return words.joined(separator: "_")
  }
}
