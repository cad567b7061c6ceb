import Description
import Review
import Rules
import SourceText
import YAML

/// The JSON Schema of a project's settings, made from the same keys that the reader uses.
///
/// It offers the rules and themes of the program; a team's own pages may stand beside them. What a
/// parameter may be is said by its rule.
enum SettingsSchema {
  /// The schema (JSON Schema draft 7, which editors' YAML support reads).
  static var document: JSONValue {
    .members([
      "$schema": .string("http://json-schema.org/draft-07/schema#"),
      "title": .string("Tenfold settings"),
      "type": .string("object"), "additionalProperties": .bool(false),
      "properties": .members(
        of: Configuration.keys.keys.map {
          ($0.name, DescriptionSchema.described(value($0), $0.documentation))
        }),
      "definitions": .members(["rule": rule, "override": override]),
    ])
  }

  private static func value(_ key: KeySpec<Configuration.Key>) -> JSONValue {
    switch key.meaning {
    case .gate(let gate): DescriptionSchema.value(gate.type)
    case .rules: rules
    case .overrides:
      .members([
        "type": .string("array"), "items": .members(["$ref": .string("#/definitions/override")]),
      ])
    case .exclude, .extends: DescriptionSchema.value(.list)
    case .final:
      DescriptionSchema.value(.words(Configuration.keys.names.filter { $0 != key.name }))
    }
  }

  private static var rules: JSONValue {
    let book = RuleSet.builtIn.rules
    let themes = book.map { String($0.theme) }.reduce(into: [String]()) { themes, theme in
      if themes.last != theme { themes.append(theme) }
    }
    let names =
      themes.map { ($0, "All rules of the theme \($0).") } + book.map { ($0.id, $0.title + ".") }
    return .members([
      "type": .string("object"), "additionalProperties": reference,
      "properties": .members(
        of: names.map { ($0.0, DescriptionSchema.described(reference, $0.1)) }),
    ])
  }

  private static let reference = JSONValue.members(["$ref": .string("#/definitions/rule")])

  private static var rule: JSONValue {
    .members([
      "type": .string("object"), "additionalProperties": .bool(false),
      "properties": .members(
        of: Configuration.ruleKeys.keys.map { key in
          let value = key.meaning.type.map { DescriptionSchema.value($0) } ?? parameters
          return (key.name, DescriptionSchema.described(value, key.documentation))
        }),
    ])
  }

  private static var override: JSONValue {
    .members([
      "type": .string("object"), "additionalProperties": .bool(false),
      "required": .array(["rules", "reason"].map(JSONValue.string)),
      "properties": .members(
        of: Configuration.overrideKeys.keys.map { key in
          let value = key.meaning.type.map { DescriptionSchema.value($0) } ?? rules
          return (key.name, DescriptionSchema.described(value, key.documentation))
        }),
    ])
  }

  private static let parameters = JSONValue.members([
    "type": .string("object"),
    "additionalProperties": DescriptionSchema.oneOrMore(DescriptionSchema.scalar),
  ])
}
