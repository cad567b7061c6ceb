import Architecture
import Description
import SourceText

/// Tells the arrows of resources: by attributes, variables, rights, and resources that are arrows.
struct ResourceArrowReader {
  private let resources: ResourceSystem
  private let rights: ResourceRights
  private let environment: EnvironmentReader
  /// The components of each role.
  private var users: [Int: Set<Int>] = [:]
  private var system: ForeignSystem { resources.system }

  init(_ resources: ResourceSystem) {
    self.resources = resources
    rights = ResourceRights(resources)
    environment = EnvironmentReader(resources.system)
    for number in resources.resources.indices {
      for path in resources.mapping(number)?.roles ?? [] {
        for value in resources.resources[number].values.values(at: path) {
          for role in resources.named(by: value, from: number) {
            users[role, default: []].formUnion(resources.ownComponents(of: number))
          }
        }
      }
    }
  }

  func read(_ number: Int) {
    guard let mapping = resources.mapping(number) else { return }
    let own = resources.ownComponents(of: number)
    if let link = mapping.link { read(link, mapping, number) }
    for (path, kind) in mapping.arrows {
      for value in resources.resources[number].values.values(at: path) {
        for target in targets(of: value, number) {
          for source in own { add(source, target, kind, path, value.span, number) }
        }
      }
    }
    for (path, kind) in mapping.arrowsIn {
      for value in resources.resources[number].values.values(at: path) {
        for source in targets(of: value, number) {
          for target in own { add(source, target, kind, path, value.span, number) }
        }
      }
    }
    for path in mapping.environment {
      for value in resources.resources[number].values.values(at: path) {
        for component in own { readVariables(value, of: component, path, number) }
      }
    }
    readRights(mapping, own, number)
  }

  private func targets(of value: ResourceValue, _ number: Int) -> [Int] {
    ResourceValue.unique(
      resources.named(by: value, from: number).flatMap { resources.reached($0) })
  }

  private func add(
    _ source: Int, _ target: Int, _ kind: RelationKind?, _ what: String, _ span: SourceSpan,
    _ number: Int, _ facts: FactList = FactList()
  ) {
    var arrow = ResourceArrows.Arrow(
      source: source, target: target, kind: kind,
      evidence: "\(resources.resources[number].type) \(what)", span: span)
    arrow.facts = facts
    resources.arrows.add(arrow)
  }

  private func read(_ link: ResourceMapping.Link, _ mapping: ResourceMapping, _ number: Int) {
    let resource = resources.resources[number]
    let sources = resource.values.values(at: link.source).flatMap { value in
      resources.named(by: value, from: number).flatMap { resources.reached($0) }
    }
    let attributes = mapping.attributes.filter { $0.attribute.isOfRelation }
    let facts = ResourceFacts(resources).facts(attributes, of: number)
    for value in resource.values.values(at: link.target) {
      for target in targets(of: value, number) {
        for source in ResourceValue.unique(sources) {
          add(source, target, link.kind, resource.name, value.span, number, facts)
        }
      }
    }
    askForEnd(link, resource, number, sources)
    // What is no arrow of its own is said of the component that it starts from.
    let others = mapping.attributes.filter { !$0.attribute.isOfRelation }
    guard mapping.owner == nil else { return }
    let ownFacts = ResourceFacts(resources).facts(others, of: number)
    for source in ResourceValue.unique(sources) {
      system.update(source) { $0.facts.add(all: ownFacts) }
    }
  }

  /// What takes events of something that no file makes is an open end.
  private func askForEnd(
    _ link: ResourceMapping.Link, _ resource: Resource, _ number: Int, _ sources: [Int]
  ) {
    guard resource.type.hasPrefix("event/"), let source = sources.first, link.kind == .consumes,
      !resource.values.values(at: link.target).contains(where: { !targets(of: $0, number).isEmpty })
    else { return }
    let name = system.components[source].name
    system.ask(
      "what does `\(name)` take the events of \(resource.type) from? No file that is read has it",
      of: resource.path)
  }

  // MARK: - Variables

  private func readVariables(
    _ value: ResourceValue, of component: Int, _ path: String, _ number: Int
  ) {
    let variables = Self.variables(value)
    var texts: [EnvironmentReader.Variable] = []
    for (name, value) in variables where environment.isOfCallee(name) {
      if let text = value.text, value.references.isEmpty {
        texts.append(EnvironmentReader.Variable(name: name, value: text, span: value.span))
      }
      for target in targets(of: value, number) {
        let isWork = system.components[target].kind?.role == .work
        // A word that is the name of a service as well may be any word.
        if value.allReferences.isEmpty, isWork { continue }
        addVariable(component, target, name, value.span)
      }
    }
    environment.read(texts, of: component)
    // Of what is only known after it is made, the file tells no more than what is named.
    guard !value.references.isEmpty else { return }
    let named = Set(variables.flatMap { targets(of: $0.value, number) })
    let whole = ResourceValue(content: .unknown, span: value.span, references: value.references)
    for target in targets(of: whole, number) where !named.contains(target) {
      addVariable(component, target, "", value.span)
    }
  }

  private func addVariable(
    _ source: Int, _ target: Int, _ name: String, _ span: SourceSpan
  ) {
    resources.arrows.add(
      ResourceArrows.Arrow(
        source: source, target: target, kind: nil,
        evidence: name.isEmpty ? "env" : "env \(name)", span: span))
  }

  /// `{ NAME = value }`, `[{ name = NAME, value = value }]`.
  private static func variables(_ value: ResourceValue) -> [(name: String, value: ResourceValue)] {
    if case .fields(let fields) = value.content { return fields }
    return value.items.flatMap { item in
      guard let name = item["name"]?.text ?? item["Name"]?.text else {
        return item.text == nil ? item.fields : []
      }
      return (item["value"] ?? item["Value"]).map { [(name, $0)] } ?? []
    }
  }

  // MARK: - Rights

  private func readRights(_ mapping: ResourceMapping, _ own: [Int], _ number: Int) {
    for path in mapping.roles {
      let roles = resources.resources[number].values.values(at: path)
        .flatMap { resources.named(by: $0, from: number) }
      for role in ResourceValue.unique(roles) {
        // What several share says of none of them what it does.
        let isShared = (users[role]?.count ?? 0) > 1
        for right in rights.rights(of: role) {
          for target in ResourceValue.unique(right.resources.flatMap { resources.reached($0) }) {
            for source in own { add(right, source, target, isShared) }
          }
        }
      }
    }
  }

  private func add(
    _ right: ResourceRights.Right, _ source: Int, _ target: Int, _ isShared: Bool
  ) {
    if isShared {
      let hint = Hint(
        source: source, target: system.components[target].name,
        reason: "Its role, which others share, may do so")
      return system.add(hint)
    }
    resources.arrows.add(
      ResourceArrows.Arrow(
        source: source, target: target, kind: right.kind, evidence: right.evidence,
        span: right.span))
  }
}
