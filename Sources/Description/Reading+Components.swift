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
    _ entry: Entry, _ templates: [String: [Entry]]
  ) -> ComponentDraft {
    var component = ComponentDraft(name: entry.name, span: span(entry.key))
    guard kind(entry.value) == .mapping else {
      component.kind = readKind(entry.value, of: entry) ?? .service
      return component
    }
    let entries = withTemplate(entries(entry.value), templates)
    var hasKind = false
    for (field, key) in check(entries, .component, in: "component `\(entry.name)`") {
      if readProperty(key, field, on: .component, into: &component.facts) { continue }
      switch key.meaning {
      case .relation(let kind):
        component.relations += relations(field.value, kind)
      case .structure(.kind):
        hasKind = true
        component.kind = readKind(field.value, of: entry) ?? .service
      case .structure(.template):
        // A template that nobody knows may have said the kind.
        hasKind = hasKind || templates[text(field.value)] == nil
      case .structure(.operations):
        component.operations = operations(field.value)
      default: break
      }
    }
    checkKeys(of: component)
    if !hasKind, !isCutOff(entry.value) {
      complain(
        "missing-kind", "component `\(entry.name)` has no kind",
        "write `kind: service`, or another of \(kindWords)", at: entry.key)
    }
    return component
  }

  /// A key that says nothing about a kind of component was meant for another one, or is a mistake.
  private mutating func checkKeys(of component: ComponentDraft) {
    for (property, fact) in component.facts.entries {
      let roles = property.roles
      guard !roles.isEmpty, !roles.contains(component.kind.role), let span = fact.span else {
        continue
      }
      let kinds = ComponentKind.allCases.filter { roles.contains($0.role) && $0 != .external }
      complain(
        "foreign-key", "`\(property.name)` says nothing about a \(component.kind.rawValue)",
        "it belongs to \(kinds.map(\.rawValue).joined(separator: ", "))", at: span,
        weight: .warning)
    }
  }

  private var kindWords: String {
    Self.kindNames.joined(separator: ", ")
  }

  private static let kindNames = ComponentKind.allCases.map(\.rawValue)

  private mutating func readKind(_ node: NodeReference, of entry: Entry) -> ComponentKind? {
    if isNull(node) {
      if isCutOff(node) { return nil }
      complain(
        "missing-kind", "component `\(entry.name)` has no kind",
        "write `kind: service`, or another of \(kindWords)", at: entry.key)
      return nil
    }
    guard case .text(let word)? = value(node, .word(Self.kindNames), key: "kind") else {
      return nil
    }
    return ComponentKind(rawValue: word)
  }

  private mutating func withTemplate(
    _ entries: [Entry], _ templates: [String: [Entry]]
  ) -> [Entry] {
    guard let choice = entries.first(where: { $0.name == "template" }) else { return entries }
    guard let template = templates[text(choice.value)] else {
      let near = suggestion(for: text(choice.value), among: templates.keys.sorted())
      complain(
        "unknown-template", "there is no template `\(text(choice.value))`",
        near.map { "did you mean `\($0)`?" } ?? "describe it under `templates:`", at: choice.value)
      return entries
    }
    let own = Set(entries.map(\.name))
    _ = countVisits(template.count)
    return entries + template.filter { !own.contains($0.name) }
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
