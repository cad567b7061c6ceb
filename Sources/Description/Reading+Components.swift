import Architecture
import Findings
import SourceText

extension Reading {
  /// Reads the mapping of components.
  mutating func readComponents(_ node: NodeReference, into draft: inout Draft) {
    for entry in named(node, "components")
    where isNew(entry, "component", in: &draft.componentSpans) {
      draft.components.append(component(entry, draft.templates))
    }
  }

  /// The entries of a mapping from names, with the names checked.
  mutating func named(_ node: NodeReference, _ what: String) -> [Entry] {
    if isNull(node) { return [] }
    guard kind(node) == .mapping else {
      complain(
        "not-a-mapping", "`\(what)` is a mapping from names, and this is not one",
        "write `name: { ... }` lines below it", at: node)
      return []
    }
    let entries = entries(node)
    for entry in entries { checkName(entry) }
    return entries
  }

  /// A name has letters, digits, `-` and `_`: a dot would part component and operation.
  private mutating func checkName(_ entry: Entry) {
    let isFine =
      !entry.name.isEmpty
      && entry.name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
      }
    guard !isFine else { return }
    complain(
      "invalid-name", "`\(entry.name.prefix(60))` is not a name",
      "a name has letters, digits, - and _", at: entry.key)
  }

  mutating func isNew(
    _ entry: Entry, _ what: String, in spans: inout [String: SourceSpan]
  ) -> Bool {
    guard let first = spans[entry.name] else {
      spans[entry.name] = span(entry.key)
      return true
    }
    let place = sources.place(of: first)
    complain(
      "duplicate-\(what)", "a \(what) `\(entry.name)` is already described",
      "it stands in \(place.path) on line \(place.start.line); rename one of them",
      at: entry.key)
    return false
  }

  private mutating func component(
    _ entry: Entry, _ templates: [String: NodeReference]
  ) -> ComponentDraft {
    let what = "component `\(entry.name)`"
    guard kind(entry.value) == .mapping else {
      var component = ComponentDraft(name: entry.name, span: span(entry.key))
      component.kind = readKind(entry.value, of: entry, what)
      return component
    }
    let own = entries(entry.value)
    let choice = own.first { $0.name == "template" }?.value
    let template = choice.flatMap { self.template(named: $0, templates) }
    let fields = own + (template.map { inherited(from: $0, besides: own) } ?? [])
    let component = component(entry, fields, .component, what)
    // A template that nobody knows, or that is none, may have said the kind.
    let isOpen = choice != nil && template.map { kind($0) != .mapping } ?? true
    if !fields.contains(where: { $0.name == "kind" }), !isOpen, !isCutOff(entry.value) {
      missKind(of: entry, what)
    }
    return component
  }

  /// Reads a template as a component of its own, so that what is wrong with it is said once, and
  /// whether or not a component uses it.
  mutating func checkTemplate(_ entry: Entry) {
    let what = "template `\(entry.name)`"
    guard let fields = mapping(entry.value, what) else { return }
    _ = component(entry, fields, .template, what)
  }

  private mutating func component(
    _ entry: Entry, _ fields: [Entry], _ keys: Keys, _ what: String
  ) -> ComponentDraft {
    var component = ComponentDraft(name: entry.name, span: span(entry.key))
    for (field, key) in check(fields, keys, in: what) {
      if readProperty(key, field, on: .component, into: &component.facts) { continue }
      switch key.meaning {
      case .relation(let kind):
        component.relations += relations(field.value, kind)
      case .structure(.kind):
        component.kind = readKind(field.value, of: entry, what)
      case .structure(.operations):
        component.operations = operations(field.value)
      default: break
      }
    }
    if let kind = component.kind { checkKeys(component.facts, of: kind) }
    return component
  }

  /// A key that says nothing about a kind of component was meant for another one, or is a mistake.
  private mutating func checkKeys(_ facts: FactList, of kind: ComponentKind) {
    for (property, fact) in facts.entries {
      let roles = property.roles
      guard !roles.isEmpty, !roles.contains(kind.role), let span = fact.span else {
        continue
      }
      let kinds = ComponentKind.allCases.filter { roles.contains($0.role) && $0 != .external }
      complain(
        "foreign-key", "`\(property.name)` says nothing about a \(kind.rawValue)",
        "it belongs to \(kinds.map(\.rawValue).joined(separator: ", "))", at: span,
        weight: .warning)
    }
  }

  private mutating func missKind(of entry: Entry, _ what: String) {
    complain(
      "missing-kind", "\(what) has no kind",
      "write `kind: service`, or another of \(Self.kindNames.joined(separator: ", "))",
      at: entry.key)
  }

  private static let kindNames = ComponentKind.allCases.map(\.rawValue)

  private mutating func readKind(
    _ node: NodeReference, of entry: Entry, _ what: String
  ) -> ComponentKind? {
    if isNull(node) {
      if !isCutOff(node) { missKind(of: entry, what) }
      return nil
    }
    guard case .text(let word)? = value(node, .word(Self.kindNames), key: "kind") else {
      return nil
    }
    return ComponentKind(rawValue: word)
  }

  private mutating func template(
    named choice: NodeReference, _ templates: [String: NodeReference]
  ) -> NodeReference? {
    guard case .text(let name)? = value(choice, .text, key: "template") else { return nil }
    if let template = templates[name] { return template }
    complain(
      "unknown-template", "there is no template `\(name)`", unknown: name,
      among: templates.keys.sorted(), otherwise: "describe it under `templates:`",
      at: span(choice))
    return nil
  }

  /// The keys that a component takes from its template: those that it does not have itself.
  private mutating func inherited(
    from template: NodeReference, besides own: [Entry]
  ) -> [Entry] {
    guard kind(template) == .mapping else { return [] }
    let names = Set(own.map(\.name))
    return entries(template).filter { !names.contains($0.name) }
  }

  private mutating func operations(_ node: NodeReference) -> [OperationDraft] {
    named(node, "operations").map { entry in
      var operation = OperationDraft(name: entry.name, span: span(entry.key))
      if isNull(entry.value) { return operation }
      for (field, key) in known(entry.value, .operation, in: "operation `\(entry.name)`") {
        if readProperty(key, field, on: .operation, into: &operation.facts) { continue }
        if case .relation(let kind) = key.meaning {
          operation.relations += relations(field.value, kind)
        }
      }
      return operation
    }
  }
}
