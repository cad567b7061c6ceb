import Architecture
import Findings
import SourceText
import YAML

/// Reads what a description says about properties, alone or in groups.
///
/// A class: the readers of all elements share its catalogue and its keys of groups.
final class PropertyReader {
  let yaml: YAMLReader
  /// The products that a description may name.
  private let catalogue: Catalogue
  /// The keys of groups that were met so far.
  private var groupKeys: [ElementKinds: [String: Keys]] = [:]
  /// The names of products that were met so far.
  private var namings: [String: Catalogue.Naming] = [:]

  /// A reader of the properties in some texts.
  init(_ yaml: YAMLReader, _ catalogue: Catalogue) {
    self.yaml = yaml
    self.catalogue = catalogue
  }

  /// Adds the fact or facts of one key; whether the key was a property or a group.
  func read(_ key: KeySpec<KeyMeaning>, _ entry: Entry, into facts: inout FactList) -> Bool {
    switch key.meaning {
    case .property(let property):
      add(property, entry.value, key: key.name, to: &facts)
    case .group(let group, let terse, let element):
      readGroup(group, terse: terse, on: element, entry.value, into: &facts)
    default: return false
    }
    return true
  }

  /// Adds what a value says: a fact, or that the property is to be solved for.
  private func add(
    _ property: Property, _ node: NodeReference, key: String, to facts: inout FactList
  ) {
    if property.canBeOpen, yaml.kind(node) == .scalar,
      Property.openWords.contains(yaml.text(node))
    {
      yaml.complain(
        "open-value", "`\(key)` is left open", "`tenfold plan` solves it for the target", at: node,
        weight: .warning)
      facts.leaveOpen(property)
    } else if let fact = fact(property, node, key: key) {
      facts.add(property, fact)
    }
  }

  /// The fact that a value states about a property; nil, with a problem, when it has another form.
  func fact(_ property: Property, _ node: NodeReference, key: String) -> Fact? {
    switch absent(property, node, key: key) {
    case .known(let fact): return fact
    case .silence: return nil
    case nil: break
    }
    let definition = property.definition
    guard
      let value = yaml.value(node, definition.type, key: key, within: definition.magnitudes)
    else { return nil }
    if definition.isAtLeastOne, let number = value.number, number < 1 {
      yaml.complain(
        "zero-value", "`\(key)` is \(yaml.text(node)); the least is 1",
        "write 1 or more, or leave it out where it is not known", at: node)
      return nil
    }
    if case .references(.product) = definition.type { checkProducts(node) }
    return Fact(value, .declared, span: yaml.span(node))
  }

  /// Adds the facts that a group states: `shards: { count: 4, key: email }`, or `shards: 4`.
  private func readGroup(
    _ group: Group, terse: Property?, on element: ElementKinds, _ node: NodeReference,
    into facts: inout FactList
  ) {
    let keys = keys(of: group, on: element)
    if yaml.kind(node) != .mapping {
      guard let terse else {
        yaml.complain(
          "not-a-mapping", "`\(group.name)` must be a mapping",
          "write `\(group.name): { \(keys.names.first ?? "key"): ... }`", at: node)
        return
      }
      add(terse, node, key: group.name, to: &facts)
      return
    }
    for (entry, key) in yaml.known(node, keys, in: "`\(group.name)`") {
      guard case .property(let property) = key.meaning else { continue }
      add(property, entry.value, key: property.name, to: &facts)
    }
  }

  /// The properties inside a group that may stand on an element.
  private func keys(of group: Group, on element: ElementKinds) -> Keys {
    if let keys = groupKeys[element]?[group.name] { return keys }
    let keys = Keys.members(of: group, on: element)
    groupKeys[element, default: [:]][group.name] = keys
    return keys
  }

  /// An unknown product is no mistake of the description, but nothing is known about it.
  private func checkProducts(_ node: NodeReference) {
    for node in yaml.oneOrMore(node) {
      for name in naming(yaml.text(node)).unknown {
        yaml.complain(
          "unknown-technology", "the catalogue has no technology `\(name.prefix(60))`",
          unknown: name,
          otherwise: "nothing is assumed about it; declare what matters on the component itself",
          at: yaml.span(node), weight: .warning
        ) { catalogue.meant(by: name, within: &$0) }
      }
    }
  }

  /// Which of several products a component is, when each could be it, is a question.
  func checkChoice(_ facts: FactList, of kind: ComponentKind, named name: String) {
    guard let fact = facts[.technology], let span = fact.span else { return }
    let products = facts.list(.technology).flatMap { naming($0).products }
    let open = catalogue.choice(among: products, as: kind).open
    guard let last = open.last else { return }
    let names = open.dropLast().map(\.name).joined(separator: ", ") + " or \(last.name)"
    yaml.complain(
      "ambiguous-technology", "`\(name)` is \(names): each of them can be a \(kind.rawValue)",
      "which one is it? Only what all of them do by default is assumed", at: span,
      weight: .warning)
  }

  private func naming(_ text: String) -> Catalogue.Naming {
    if let naming = namings[text] { return naming }
    let naming = catalogue.naming(text)
    namings[text] = naming
    return naming
  }
}
