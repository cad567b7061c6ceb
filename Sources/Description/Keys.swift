import Architecture
import Findings

/// A key that may stand in a mapping, and what its value means.
///
/// A class, because every key of a description is looked up and handed on.
package final class Key: Sendable {
  enum Meaning: Sendable {
    case property(Property)
    /// A mapping of properties, or the bare value of its terse one.
    case group(Group, terse: Property?)
    /// One or more relations of a kind.
    case relation(RelationKind)
    /// Something with a shape of its own.
    case structure(Structure)
    /// A key of another sort of file, whose reader knows the shape.
    case plain
  }

  /// The parts of a description that are more than a value.
  enum Structure: Sendable {
    case version, name, include, templates, components, journeys, scenarios, accepted
    case kind, template, operations
    case target, retries
    case client, calls
    case settings, losses
    case value(ValueType)
  }

  /// The key as written.
  package let name: String
  let meaning: Meaning
  /// What it says.
  package let documentation: String

  init(name: String, meaning: Meaning, documentation: String) {
    self.name = name
    self.meaning = meaning
    self.documentation = documentation
  }
}

/// The keys of one sort of mapping: the single definition for reader and JSON Schema.
package struct Keys: Sendable {
  let all: [Key]
  /// The sort of element whose properties are among the keys.
  let element: ElementKinds
  private let byName: [String: Key]

  init(_ structures: [Key], properties element: ElementKinds = [], of relation: RelationKind? = nil)
  {
    let all = structures + Self.propertyKeys(element, relation)
    self.all = all
    self.element = element
    byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  }

  /// The keys of a file that is not a description: rule pages, catalogue, configuration.
  package init(plain names: KeyValuePairs<String, String>) {
    self.init(names.map { Key(name: $0.key, meaning: .plain, documentation: $0.value) })
  }

  subscript(name: String) -> Key? { byName[name] }

  var names: [String] { all.map(\.name) }

  /// The properties inside a group that may stand on the element.
  static func members(of group: Group, on element: ElementKinds) -> Keys {
    let prefix = group.name + "."
    let members = Property.declared(on: element).filter { $0.name.hasPrefix(prefix) }
    return Keys(
      members.map {
        Key(
          name: String($0.name.dropFirst(prefix.count)), meaning: .property($0),
          documentation: $0.definition.documentation)
      })
  }

  private static func propertyKeys(_ element: ElementKinds, _ relation: RelationKind?) -> [Key] {
    var keys: [Key] = []
    for property in Property.declared(on: element) {
      let definition = property.definition
      if let relation, !definition.relations.isEmpty, !definition.relations.contains(relation) {
        continue
      }
      if let group = Group.all.first(where: { property.name.hasPrefix($0.name + ".") }) {
        guard !keys.contains(where: { $0.name == group.name }) else { continue }
        let terse = group.terse.flatMap { Property("\(group.name).\($0)") }
        keys.append(
          Key(
            name: group.name,
            meaning: .group(group, terse: terse.flatMap { isDeclared($0, element) ? $0 : nil }),
            documentation: group.documentation))
      } else {
        keys.append(
          Key(
            name: property.name, meaning: .property(property),
            documentation: definition.documentation))
      }
    }
    return keys
  }

  private static func isDeclared(_ property: Property, _ element: ElementKinds) -> Bool {
    property.definition.declared.contains(element)
  }
}

extension Keys {
  static let root = Keys(
    [
      structure("tenfold", .version, "The version of the description language: 1."),
      structure("system", .name, "The name of the system."),
      structure("include", .include, "Other files of this description, relative to this one."),
      structure("templates", .templates, "Keys shared by similar components, by a name."),
      structure("journeys", .journeys, "The paths users and jobs take; demand enters here."),
      structure("components", .components, "The boxes of the system, by name."),
      structure(
        "scenarios", .scenarios,
        "Overlays by name, such as a sale or the loss of a zone, for `grow --scenario`."),
      structure("accepted", .accepted, "Findings somebody decided to live with, and why."),
    ], properties: .system)

  static let component = Keys(
    [
      kind,
      structure("template", .template, "The template whose keys it takes unless it has its own."),
      operations,
    ] + relations, properties: .component)

  static let template = Keys([kind, operations] + relations, properties: .component)

  static let operation = Keys(relations, properties: .operation)

  static let journey = Keys(
    [
      structure("from", .client, "The client the journey starts from."),
      structure("calls", .calls, "What the client calls, in order."),
    ], properties: .journey)

  static let scenario = Keys([
    structure(
      "set", .settings,
      "Properties that are otherwise, by their paths, such as "
        + "`components.api.replicas: 4..40`."),
    structure(
      "lose", .losses,
      "Zones and components that are gone. Replicas stand evenly over the zones of "
        + "a component, and nothing takes the place of those that are lost."),
    structure("cold-cache", .value(.flag), "Whether caches answer nothing yet."),
  ])

  static let accepted = Keys(
    [
      structure("rule", .value(.text), "The rule's id."),
      structure("element", .value(.text), "The element the finding is about."),
      structure("reason", .value(.text), "Why the risk is acceptable."),
      structure("system", .value(.text), "The system it is about, where a file serves several."),
      structure("owner", .value(.text), "Who answers for the decision."),
      structure("until", .value(.day), "The last day it holds."),
      structure("ticket", .value(.text), "Where it is followed up."),
      structure(
        "severity", .value(.word(Severity.allCases.map(\.word))),
        "The severity when it was accepted; above it, it has to be decided again."),
      structure(
        "headroom", .value(.multiple),
        "The element's headroom when it was accepted; below it, it has to be decided again."),
      structure(
        "peak", .value(.rate),
        "The element's peak when it was accepted, where its headroom was not known."),
    ])

  static let relation: [RelationKind: Keys] = Dictionary(
    uniqueKeysWithValues: RelationKind.allCases.map { kind in
      let target = structure(
        kind.targetKey, .target, "The other component, or one operation of it.")
      let retries = structure("retries", .retries, "Tries after the first: attempts less one.")
      let keys = [target] + (kind.isSynchronous || kind == .publishes ? [retries] : [])
      return (kind, Keys(keys, properties: .relation, of: kind))
    })

  private static let kind = structure("kind", .kind, "What sort of box it is.")

  private static let operations = structure("operations", .operations, "What it offers, by name.")

  private static let relations = RelationKind.allCases.map {
    Key(name: $0.rawValue, meaning: .relation($0), documentation: $0.documentation)
  }

  private static func structure(
    _ name: String, _ structure: Key.Structure, _ documentation: String
  ) -> Key {
    Key(name: name, meaning: .structure(structure), documentation: documentation)
  }
}
