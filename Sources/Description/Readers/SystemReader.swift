import Architecture
import SourceText
import YAML

/// Reads the top of a description's documents, and hands its parts to their readers.
struct SystemReader {
  /// What has been read so far.
  private(set) var draft = Draft()
  /// The scenarios as written.
  private(set) var scenarios: [ScenarioDraft] = []
  /// The decisions as written.
  private(set) var decisions: [DecisionDraft] = []
  /// The prices as written.
  private(set) var prices: [Entry] = []

  private let yaml: YAMLReader
  private let properties: PropertyReader
  private var components: ComponentReader
  private var journeys: JourneyReader
  private var scenarioReader: ScenarioReader
  private var decisionReader: DecisionReader

  private let imported: Draft?

  init(_ properties: PropertyReader, _ files: FileAccess, _ imported: Draft? = nil) {
    yaml = properties.yaml
    self.properties = properties
    self.imported = imported
    components = ComponentReader(
      properties, MeasurementReader(properties.yaml, files),
      imported.map { $0.components.map(\.name) })
    journeys = JourneyReader(properties)
    scenarioReader = ScenarioReader(properties)
    decisionReader = DecisionReader(yaml: properties.yaml)
  }

  /// Reads all documents of a description; their templates first, since they serve all of them.
  mutating func read(_ roots: [NodeReference]) {
    for root in roots {
      for entry in yaml.entries(root) where entry.name == "templates" {
        components.readTemplates(entry.value)
      }
    }
    for root in roots { read(root) }
    if let imported {
      checkMeasured(imported)
      draft = draft.over(imported)
    }
    checkComponents()
    draft.accepted += CommentReader(yaml: yaml).risks()
  }

  /// Says where the description says another thing than what was measured: it may be stale.
  private func checkMeasured(_ imported: Draft) {
    let measured = Dictionary(imported.components.map { ($0.name, $0.facts) }) { first, _ in first }
    for component in draft.components {
      guard let facts = measured[component.name] else { continue }
      for (property, fact, words) in Measured.contradictions(of: component.facts, facts) {
        guard let span = fact.span else { continue }
        yaml.complain(
          "measured-otherwise", "`\(property.name)` of \(component.name) \(words)",
          "correct it, or leave it out: then what was measured holds", at: span, weight: .warning)
      }
    }
  }

  private mutating func read(_ root: NodeReference) {
    let own = yaml.entries(root)
    for (entry, key) in yaml.check(own, DescriptionKeys.root, in: "a description") {
      if properties.read(key, entry, into: &draft.facts) { continue }
      guard case .structure(let structure) = key.meaning else { continue }
      switch structure {
      case .version: readVersion(entry)
      case .name: readName(entry)
      case .components: draft.components += components.read(entry.value)
      case .journeys: draft.journeys += journeys.read(entry.value)
      case .scenarios: scenarios += scenarioReader.read(entry.value)
      case .decisions: decisions += decisionReader.read(entry.value)
      case .prices where yaml.isNull(entry.value): break
      case .prices: prices += yaml.mapping(entry.value, "`prices`") ?? []
      case .accepted:
        draft.accepted += AcceptedReader(yaml: yaml).read(entry.value).map(\.risk)
      default: break
      }
    }
  }

  private func readVersion(_ entry: Entry) {
    guard case .text(let version)? = yaml.value(entry.value, .text, key: "tenfold"),
      version != "1"
    else { return }
    yaml.complain(
      "unknown-version", "unsupported version `\(version)` of the description language",
      "write `tenfold: 1`", at: entry.value)
  }

  private mutating func readName(_ entry: Entry) {
    guard case .text(let name)? = yaml.value(entry.value, .text, key: "system") else { return }
    if let earlier = draft.span {
      let place = yaml.sources.place(of: earlier)
      yaml.complain(
        "duplicate-system",
        "the system is already named in \(place.path) on line \(place.start.line)",
        "a description is about one system; put another one into its own file", at: entry.key)
      return
    }
    draft.name = name
    draft.span = yaml.span(entry.value)
  }

  /// A description without components is probably another file, or forgot its main key; a review
  /// of nothing must not pass.
  private func checkComponents() {
    guard draft.components.isEmpty, yaml.isFlawless else { return }
    let isForeign = imported != nil
    yaml.complain(
      "no-components",
      isForeign ? "nothing in what was read is a component" : "the description has no components",
      isForeign
        ? "what was read, and what was not, is listed below" : "describe them under `components:`",
      at: SourceSpan(source: 0, 0..<0))
  }
}
