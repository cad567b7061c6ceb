import SourceText
import YAML

/// Reads scenarios as they are written; their names are resolved once all has been read.
struct ScenarioReader {
  private let properties: PropertyReader
  private var yaml: YAMLReader { properties.yaml }
  private var declared = DeclaredNames(of: "scenario")

  init(_ properties: PropertyReader) { self.properties = properties }

  /// Reads the mapping of scenarios.
  mutating func read(_ node: NodeReference) -> [ScenarioDraft] {
    let entries = NameReader(yaml: yaml).entries(node, of: "scenarios")
    return entries.filter { declared.isNew($0, yaml) }.map(scenario)
  }

  private func scenario(_ entry: Entry) -> ScenarioDraft {
    var scenario = ScenarioDraft(name: entry.name, span: yaml.span(entry.key))
    let what = "scenario `\(entry.name)`"
    for (field, key) in yaml.known(entry.value, DescriptionKeys.scenario, in: what) {
      if properties.read(key, field, into: &scenario.expected) { continue }
      switch key.meaning {
      case .structure(.settings): scenario.settings = settings(field.value)
      case .structure(.losses): scenario.losses = names(field.value, key: "lose")
      case .structure(.value(let type)):
        scenario.isCacheCold = yaml.value(field.value, type, key: key.name) == .flag(true)
      default: break
      }
    }
    return scenario
  }

  private func settings(_ node: NodeReference) -> [Entry] {
    guard yaml.kind(node) == .mapping else {
      yaml.complain(
        "not-a-mapping", "`set` must be a mapping from properties to values",
        "write `set: { components.api.replicas: 4..40 }`", at: node)
      return []
    }
    return yaml.entries(node)
  }

  private func names(_ node: NodeReference, key: String) -> [(name: String, span: SourceSpan)] {
    guard yaml.value(node, .list, key: key) != nil else { return [] }
    return yaml.oneOrMore(node).map { (yaml.text($0), yaml.span($0)) }
  }
}
