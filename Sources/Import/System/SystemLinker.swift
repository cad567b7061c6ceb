import Architecture
import Description
import Findings
import YAML

/// Tells the arrows of a system, now that all its names are known, and makes a draft of it.
struct SystemLinker {
  private let system: ForeignSystem
  private var relations: [[RelationDraft]]
  private var seen: Set<Arrow> = []
  /// The schemas by which each database is reached, in order of their first arrow.
  private let schemas: SchemaSplit
  private var counts: [String: Int] = [:]

  private struct Arrow: Hashable {
    let source: Int
    let target: Int
    let kind: RelationKind
    let schema: String
  }

  init(_ system: ForeignSystem) {
    self.system = system
    relations = Array(repeating: [], count: system.components.count)
    schemas = SchemaSplit(of: system)
  }

  /// The draft, and the notes on what it was read from.
  mutating func reading() -> ForeignReading {
    for mention in system.mentions { read(mention) }
    readHints()
    askForConsumers()
    var draft = Draft()
    draft.name = system.name
    draft.journeys = system.journeys
    let split = schemas.splits
    for (number, component) in system.components.enumerated() {
      let parts = split[number] ?? [""]
      draft.components += parts.map { schema in
        self.draft(
          of: component, schema: schema, relations: schema == parts[0] ? relations[number] : [])
      }
    }
    var notes = system.notes
    for number in notes.indices {
      let count = counts[notes[number].path] ?? 0
      if count > 0 { notes[number].read.append(ImportNote.Count(count, "arrow")) }
    }
    return ForeignReading(draft: draft, notes: notes)
  }

  private func draft(
    of component: ForeignComponent, schema: String, relations: [RelationDraft]
  ) -> ComponentDraft {
    let name = schema.isEmpty ? component.name : schemas.name(of: component.name, schema)
    var draft = ComponentDraft(name: name, span: component.span)
    draft.kind = component.kind ?? .service
    draft.facts = component.facts
    draft.isImported = true
    draft.isOnlyMeasured = component.isOnlyMeasured && component.kind == nil
    draft.isPublished = component.isPublished
    if !schema.isEmpty {
      // They are on one server, which is released and fails as one.
      draft.facts.add(.unit, Fact(.text(component.name), .declared, span: component.span))
    }
    draft.relations = relations
    return draft
  }

  // MARK: - Arrows

  private mutating func read(_ mention: Mention) {
    switch mention.form {
    case .name:
      guard let target = system.target(mention.text, of: mention.source) else { return }
      add(mention, target, schema: mention.schema ?? "")
    case .addresses, .anything:
      for address in mention.addresses {
        guard !address.isBare || mention.form == .addresses,
          let target = system.target(address.host, of: mention.source)
        else { continue }
        if let found = system.mappings.product(ofScheme: address.scheme),
          system.components[target].facts[.technology] == nil
        {
          system.add(found, to: target, at: mention.span)
        }
        add(mention, target, schema: address.schema.isEmpty ? mention.schema ?? "" : address.schema)
      }
    }
  }

  private mutating func add(_ mention: Mention, _ target: Int, schema: String) {
    let kind = mention.kind ?? kind(of: mention, to: target)
    let schema = schemas.isSplit(target) ? schemas.part(of: target, schema) : ""
    let arrow = Arrow(source: mention.source, target: target, kind: kind, schema: schema)
    guard seen.insert(arrow).inserted else { return }
    let name = system.components[target].name
    var facts = mention.facts
    if kind == .calls {
      for entry in system.components[target].arrivals.entries {
        facts.add(entry.property, entry.fact)
      }
    }
    relations[mention.source].append(
      RelationDraft(
        kind: kind, target: schema.isEmpty ? name : schemas.name(of: name, schema),
        span: mention.span, facts: facts, evidence: mention.evidence))
    counts[system.path(of: mention.span), default: 0] += 1
  }

  /// A client of a store calls it: whether it reads or writes is not said.
  ///
  /// A client of a queue
  /// publishes, unless something says that it consumes.
  private func kind(of mention: Mention, to target: Int) -> RelationKind {
    switch system.components[target].role {
    case .channel: system.components[mention.source].isConsumer ? .consumes : .publishes
    case .client, .proxy, .work, .store, .tool, .external: .calls
    }
  }

  /// Who uses a broker publishes, consumes or both; its address says no more.
  private func askForConsumers() {
    let consumed = Set(seen.filter { $0.kind == .consumes }.map(\.target))
    let published = Set(seen.filter { $0.kind == .publishes }.map(\.target))
    for target in published.subtracting(consumed).sorted() {
      let component = system.components[target]
      system.ask("who consumes from `\(component.name)`?", of: system.path(of: component.span))
    }
  }

  // MARK: - Hints

  /// What is named after something else, or starts after it, may use it: a question for each, where
  /// no arrow says it.
  private mutating func readHints() {
    let drawn = Set(seen.map { [$0.source, $0.target] })
    var asked: Set<[Int]> = []
    let unnamed = StoreNames(of: system).hints(besides: Set(seen.map(\.target)))
    for hint in VariableNames(of: system).hints + unnamed + system.hints {
      guard let target = system.target(hint.target, of: hint.source),
        !drawn.contains([hint.source, target]), asked.insert([hint.source, target]).inserted
      else { continue }
      let source = system.components[hint.source]
      let path = system.path(of: source.span)
      system.ask(
        "does `\(source.name)` call `\(system.components[target].name)`? \(hint.reason)", of: path)
    }
  }
}
