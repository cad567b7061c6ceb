package import Architecture
package import YAML

/// What the value of a key in a description is.
package enum KeyMeaning: Sendable {
  case property(Property)
  /// A mapping of the group's properties that may stand on some elements, or the bare value of its
  /// terse one.
  case group(Group, terse: Property?, on: ElementKinds)
  /// One or more relations of a kind.
  case relation(RelationKind)
  /// Something with a shape of its own.
  case structure(Structure)

  /// The parts of a description that are more than a value.
  package enum Structure: Sendable {
    case version, name, include, imports, templates, components, journeys, scenarios, accepted
    case decisions, prices
    case kind, template, operations, measured
    case target, retries
    case client, calls
    case settings, losses
    case value(ValueType)
  }
}

/// The keys of one sort of mapping in a description.
package typealias Keys = MappingSchema<KeyMeaning>

extension Keys {
  /// Keys of some shapes, and those of the properties that may stand on an element; notes beside
  /// them.
  init(
    _ structures: [KeySpec<KeyMeaning>], properties element: ElementKinds = [],
    of relation: RelationKind? = nil
  ) {
    self.init(
      structures + Self.propertyKeys(element, relation), takesNotes: true, hints: .description)
  }

  /// The properties inside a group that may stand on the element.
  static func members(of group: Group, on element: ElementKinds) -> Keys {
    Keys(
      Property.declared(on: element).compactMap { property in
        group.key(of: property).map {
          KeySpec($0, .property(property), property.definition.documentation)
        }
      })
  }

  private static func propertyKeys(
    _ element: ElementKinds, _ relation: RelationKind?
  ) -> [KeySpec<KeyMeaning>] {
    var keys: [KeySpec<KeyMeaning>] = []
    for property in Property.declared(on: element) {
      let definition = property.definition
      if let relation, !definition.relations.isEmpty, !definition.relations.contains(relation) {
        continue
      }
      if let group = Group.all.first(where: { $0.key(of: property) != nil }) {
        guard !keys.contains(where: { $0.name == group.name }) else { continue }
        let terse = group.terseProperty
        keys.append(
          KeySpec(
            group.name,
            .group(
              group, terse: terse.flatMap { isDeclared($0, element) ? $0 : nil }, on: element),
            group.documentation))
      } else {
        keys.append(KeySpec(property.name, .property(property), definition.documentation))
      }
    }
    return keys
  }

  private static func isDeclared(_ property: Property, _ element: ElementKinds) -> Bool {
    property.definition.declared.contains(element)
  }
}
