import Architecture
import SourceText
import YAML

/// Reads journeys: what users and jobs do, and how often.
struct JourneyReader {
  private let yaml: YAMLReader
  private let properties: PropertyReader
  private let relations: RelationReader
  private var declared = DeclaredNames(of: "journey")

  init(_ properties: PropertyReader) {
    yaml = properties.yaml
    self.properties = properties
    relations = RelationReader(properties)
  }

  /// Reads the mapping of journeys.
  mutating func read(_ node: NodeReference) -> [JourneyDraft] {
    let entries = NameReader(yaml: yaml).entries(node, of: "journeys")
    return entries.filter { declared.isNew($0, yaml) }.map(journey)
  }

  private func journey(_ entry: Entry) -> JourneyDraft {
    var journey = JourneyDraft(name: entry.name, span: yaml.span(entry.key))
    var hasCalls = false
    let what = "journey `\(entry.name)`"
    for (field, key) in yaml.known(entry.value, DescriptionKeys.journey, in: what) {
      if properties.read(key, field, into: &journey.facts) { continue }
      switch key.meaning {
      case .structure(.client):
        guard
          case .text(let name)? = yaml.value(field.value, .reference(.component), key: "from")
        else { break }
        journey.client = (name, yaml.span(field.value))
      case .structure(.calls):
        hasCalls = true
        journey.calls = relations.read(field.value, .calls)
      default: break
      }
    }
    if !hasCalls, !yaml.isCutOff(entry.value) {
      yaml.complain(
        "journey-without-calls", "journey `\(entry.name)` calls nothing",
        "write `calls: component.operation`, so that its demand enters the system",
        at: entry.key, weight: .warning)
    }
    return journey
  }
}
