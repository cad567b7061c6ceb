import Architecture
package import SourceText
import YAML

/// The JSON Schema of the description language, made from the same keys that the reader uses.
///
/// It says what a form can say: keys, values, units. That names exist, that ranges do not run
/// backwards and that nothing is described twice is beyond a schema; the reader checks it.
package enum DescriptionSchema {
  /// The schema (JSON Schema draft 7, which editors' YAML support reads).
  package static var document: JSONValue {
    .members([
      "$schema": .string("http://json-schema.org/draft-07/schema#"),
      "title": .string("Tenfold description"),
      "type": .string("object"), "additionalProperties": .bool(false), "patternProperties": notes,
      "properties": properties(DescriptionKeys.root),
      "definitions": .members(of: definitions),
    ])
  }

  private static var definitions: [(String, JSONValue)] {
    let relations = RelationKind.allCases.flatMap {
      [
        ($0.rawValue + "-form", form($0)),
        ($0.rawValue, oneOrMore(reference($0.rawValue + "-form"))),
      ]
    }
    return [
      ("name", .members(["type": .string("string"), "pattern": .string(#"^[^\s.]+$"#)])),
      (
        "end", .members(["type": .string("string"), "pattern": .string(#"^[^\s.]+(\.[^\s.]+)?$"#)])
      ),
      ("component", component), ("template", object(DescriptionKeys.template)),
      ("operation", orNull(object(DescriptionKeys.operation))),
      ("journey", object(DescriptionKeys.journey)),
      ("scenario", object(DescriptionKeys.scenario)),
      ("decision", required(object(DescriptionKeys.decision), ["because"])),
      ("price", object(DescriptionKeys.price)),
      ("accepted", required(object(DescriptionKeys.accepted), ["rule", "element", "reason"])),
    ] + relations
  }

  private static func properties(_ keys: Keys) -> JSONValue {
    .members(
      of: keys.keys.map { ($0.name, described(value($0), documentation(of: $0))) }
        + [(NoteKey.text, .members(["description": .string(NoteKey.documentation)]))])
  }

  /// The keys of other tools.
  private static let notes = JSONValue.members(["^\(NoteKey.prefix)": .bool(true)])

  /// What a key says, with the numbers that a text with a unit may have, which no pattern can tell.
  private static func documentation(of key: KeySpec<KeyMeaning>) -> String {
    guard case .property(let property) = key.meaning, let numbers = property.definition.magnitudes
    else { return key.documentation }
    return "\(key.documentation) It is \(numbers.words)."
  }

  private static func object(_ keys: Keys) -> JSONValue {
    .members([
      "type": .string("object"), "additionalProperties": .bool(false), "patternProperties": notes,
      "properties": properties(keys),
    ])
  }

  /// A component is a kind alone, or a mapping that has a kind or takes a template's.
  private static var component: JSONValue {
    let hasKind = ["kind", "template"].map { JSONValue.members(["required": strings([$0])]) }
    return either([
      words(ComponentKind.allCases.map(\.rawValue)),
      .members(["allOf": .array([object(DescriptionKeys.component), either(hasKind)])]),
    ])
  }

  /// One relation is a name, or a long form with its target.
  private static func form(_ kind: RelationKind) -> JSONValue {
    guard let keys = DescriptionKeys.relation[kind] else { return .bool(true) }
    return either([reference("end"), required(object(keys), [kind.targetKey])])
  }

  private static func value(_ key: KeySpec<KeyMeaning>) -> JSONValue {
    switch key.meaning {
    case .property(let property): value(property.definition)
    case .group(let group, let terse, let element): self.group(group, terse, on: element)
    case .relation(let kind): reference(kind.rawValue)
    case .structure(let structure): value(structure)
    }
  }

  private static func group(
    _ group: Group, _ terse: Property?, on element: ElementKinds
  ) -> JSONValue {
    let mapping = object(.members(of: group, on: element))
    guard let terse else { return mapping }
    return either([value(terse.definition), mapping])
  }

  private static func value(_ structure: KeyMeaning.Structure) -> JSONValue {
    switch structure {
    case .version: .members(["enum": .array([.integer(1), .string("1")])])
    case .name, .template: scalar
    case .value(let type): value(type)
    case .include: oneOrMore(scalar)
    case .imports: oneOrMore(either([scalar, imported]))
    case .kind: words(ComponentKind.allCases.map(\.rawValue))
    case .templates: orNull(mapping(of: "template"))
    case .components: orNull(mapping(of: "component"))
    case .journeys: orNull(mapping(of: "journey"))
    case .operations: orNull(mapping(of: "operation"))
    case .scenarios: orNull(mapping(of: "scenario"))
    case .decisions: orNull(mapping(of: "decision"))
    case .prices:
      orNull(
        .members(["type": .string("object"), "additionalProperties": reference("price")]))
    case .settings:
      .members(["type": .string("object"), "additionalProperties": oneOrMore(scalar)])
    case .losses: value(.list)
    case .accepted:
      orNull(.members(["type": .string("array"), "items": reference("accepted")]))
    case .target: reference("end")
    case .client: reference("name")
    case .calls: reference("calls")
    case .measured:
      either([
        .members([
          "type": .string("array"),
          "items": required(object(DescriptionKeys.measurement), ["load"]),
        ]), required(object(DescriptionKeys.measurementFile), ["file"]),
      ])
    case .retries: value(.room, within: .retries)
    }
  }

  /// A file with its format, and with what the names in it mean.
  private static var imported: JSONValue {
    .members([
      "type": .string("object"), "additionalProperties": .bool(false), "patternProperties": notes,
      "required": strings(["file"]),
      "properties": .members([
        "file": scalar, "as": scalar, "map": .members(["type": .string("object")]),
        NoteKey.text: .bool(true),
      ]),
    ])
  }

  private static func value(_ definition: PropertyDefinition) -> JSONValue {
    let value = value(
      definition.type, atLeast: definition.isAtLeastOne ? 1 : 0, within: definition.magnitudes)
    let canBeOpen = Property(definition.name)?.canBeOpen ?? false
    let others = Absence.words(for: definition) + (canBeOpen ? Property.openWords : [])
    return others.isEmpty ? value : either([value, words(others)])
  }
}
