import Architecture
import SourceText
import YAML

/// Reads components with their operations, and the templates that they share keys by.
struct ComponentReader {
  private let yaml: YAMLReader
  private let properties: PropertyReader
  private let relations: RelationReader
  private let measurements: MeasurementReader
  private var templates: [String: NodeReference] = [:]
  private var declared = DeclaredNames(of: "component")
  /// The names of what is imported; nil where nothing is.
  private let imported: [String]?
  private let importedNames: Set<String>

  init(
    _ properties: PropertyReader, _ measurements: MeasurementReader, _ imported: [String]? = nil
  ) {
    self.imported = imported
    importedNames = Set(imported ?? [])
    yaml = properties.yaml
    self.properties = properties
    relations = RelationReader(properties)
    self.measurements = measurements
  }

  /// Collects the templates of one document, before any component is read.
  ///
  /// Each is read as a component of its own, so that what is wrong with it is said once, and
  /// whether or not a component uses it.
  mutating func readTemplates(_ node: NodeReference) {
    for template in NameReader(yaml: yaml).entries(node, of: "templates") {
      guard templates[template.name] == nil else {
        yaml.complain(
          "duplicate-template", "a template `\(template.name)` is already defined",
          "rename one of them", at: template.key)
        continue
      }
      templates[template.name] = template.value
      let what = "template `\(template.name)`"
      guard let fields = yaml.mapping(template.value, what) else { continue }
      _ = component(template, fields, DescriptionKeys.template, what)
    }
  }

  /// Reads the mapping of components.
  mutating func read(_ node: NodeReference) -> [ComponentDraft] {
    let entries = NameReader(yaml: yaml).entries(node, of: "components")
    return entries.filter { declared.isNew($0, yaml) }.map(component)
  }

  private func component(_ entry: Entry) -> ComponentDraft {
    let what = "component `\(entry.name)`"
    guard yaml.kind(entry.value) == .mapping else {
      var component = ComponentDraft(name: entry.name, span: yaml.span(entry.key))
      component.kind = readKind(entry.value, of: entry, what)
      return component
    }
    let own = yaml.entries(entry.value)
    let choice = own.first { $0.name == "template" }?.value
    let template = choice.flatMap { self.template(named: $0) }
    let fields = own + (template.map { inherited(from: $0, besides: own) } ?? [])
    let component = component(entry, fields, DescriptionKeys.component, what)
    // A template that nobody knows, or that is none, may have said the kind.
    let isOpen = choice != nil && template.map { yaml.kind($0) != .mapping } ?? true
    if !fields.contains(where: { $0.name == "kind" }), !isOpen, !yaml.isCutOff(entry.value),
      !importedNames.contains(entry.name)
    {
      missKind(of: entry, what, isNew: component.facts[.technology] != nil)
    }
    return component
  }

  private func component(
    _ entry: Entry, _ fields: [Entry], _ keys: Keys, _ what: String
  ) -> ComponentDraft {
    var component = ComponentDraft(name: entry.name, span: yaml.span(entry.key))
    for (field, key) in yaml.check(fields, keys, in: what) {
      if properties.read(key, field, into: &component.facts) { continue }
      switch key.meaning {
      case .relation(let kind):
        component.relations += relations.read(field.value, kind)
      case .structure(.kind):
        component.kind = readKind(field.value, of: entry, what)
      case .structure(.operations):
        component.operations = operations(field.value)
      case .structure(.measured):
        component.measured = measurements.read(field.value)
      default: break
      }
    }
    checkMeasurements(of: component, what)
    if let kind = component.kind {
      checkKeys(component.facts, of: kind)
      properties.checkChoice(component.facts, of: kind, named: entry.name)
    }
    return component
  }

  /// What was measured of a component and its operations, against what is declared of them.
  private func checkMeasurements(of component: ComponentDraft, _ what: String) {
    let relations = component.relations + component.operations.flatMap(\.relations)
    let isWaiting = relations.contains { $0.kind.isSynchronous }
    if let measured = component.measured {
      measurements.check(measured, against: component.facts, isWaiting: isWaiting, what)
    }
    for operation in component.operations {
      guard let measured = operation.measured else { continue }
      measurements.check(
        measured, against: operation.facts, isWaiting: isWaiting, "operation `\(operation.name)`")
    }
  }

  /// A key that says nothing about a kind of component was meant for another one, or is a mistake.
  private func checkKeys(_ facts: FactList, of kind: ComponentKind) {
    for (property, fact) in facts.entries {
      guard !property.isAbout(kind), let span = fact.span else { continue }
      let kinds = ComponentKind.allCases.filter { property.isAbout($0) && $0 != .external }
      yaml.complain(
        "foreign-key", "`\(property.name)` does not apply to a \(kind.rawValue)",
        "it belongs to \(kinds.map(\.rawValue).joined(separator: ", "))", at: span,
        weight: .warning)
    }
  }

  /// Beside imports, what has neither kind nor product is meant to add to something imported.
  private func missKind(of entry: Entry, _ what: String, isNew: Bool = true) {
    if !isNew, let imported {
      return yaml.complain(
        "unknown-import", "no imported component is called `\(entry.name)`",
        unknown: entry.name, among: imported,
        otherwise: "it may be gone from there; write `kind:` where it is a component of its own",
        at: yaml.span(entry.key))
    }
    yaml.complain(
      "missing-kind", "\(what) has no kind",
      "write `kind: service`, or another of \(Self.kindNames.joined(separator: ", "))",
      at: entry.key)
  }

  private static let kindNames = ComponentKind.allCases.map(\.rawValue)

  private func readKind(
    _ node: NodeReference, of entry: Entry, _ what: String
  ) -> ComponentKind? {
    if yaml.isNull(node) {
      if !yaml.isCutOff(node) { missKind(of: entry, what) }
      return nil
    }
    if let meant = ComponentKind.meant(by: yaml.text(node)), yaml.kind(node) == .scalar {
      yaml.complain(
        "unknown-word", "invalid value `\(yaml.text(node))` for `kind`",
        didYouMean(meant.rawValue), at: node)
      return nil
    }
    guard case .text(let word)? = yaml.value(node, .word(Self.kindNames), key: "kind") else {
      return nil
    }
    return ComponentKind(rawValue: word)
  }

  private func template(named choice: NodeReference) -> NodeReference? {
    guard case .text(let name)? = yaml.value(choice, .text, key: "template") else { return nil }
    if let template = templates[name] { return template }
    yaml.complain(
      "unknown-template", "there is no template `\(name)`", unknown: name,
      among: templates.keys.sorted(), otherwise: "describe it under `templates:`",
      at: yaml.span(choice))
    return nil
  }

  /// The keys that a component takes from its template: those that it does not have itself.
  private func inherited(from template: NodeReference, besides own: [Entry]) -> [Entry] {
    guard yaml.kind(template) == .mapping else { return [] }
    let names = Set(own.map(\.name))
    return yaml.entries(template).filter { !names.contains($0.name) }
  }

  private func operations(_ node: NodeReference) -> [OperationDraft] {
    NameReader(yaml: yaml).entries(node, of: "operations").map { entry in
      var operation = OperationDraft(name: entry.name, span: yaml.span(entry.key))
      if yaml.isNull(entry.value) { return operation }
      let what = "operation `\(entry.name)`"
      for (field, key) in yaml.known(entry.value, DescriptionKeys.operation, in: what) {
        if properties.read(key, field, into: &operation.facts) { continue }
        switch key.meaning {
        case .relation(let kind): operation.relations += relations.read(field.value, kind)
        case .structure(.measured): operation.measured = measurements.read(field.value)
        default: break
        }
      }
      return operation
    }
  }
}
