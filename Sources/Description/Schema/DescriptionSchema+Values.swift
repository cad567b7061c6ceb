import Architecture
package import SourceText
package import YAML

/// How a schema says what a value looks like.
extension DescriptionSchema {
  /// A value of a type, no less than a number and within some magnitudes where those are narrower
  /// than the type's own.
  package static func value(
    _ type: ValueType, atLeast least: Int = 0, within magnitudes: Magnitudes? = nil
  ) -> JSONValue {
    let most = (magnitudes ?? type.magnitudes)?.most.number
    return switch type {
    case .word(let words): self.words(words)
    case .words(let words): oneOrMore(self.words(words))
    case .text: scalar
    case .fields, .list, .references: oneOrMore(scalar)
    case .reference: reference("name")
    case .flag:
      .members([
        "enum": .array(
          [.bool(true), .bool(false)] + Quantity.flags.keys.sorted().map(JSONValue.string))
      ])
    case .room, .count, .whole, .countRange:
      either([number("integer", least, most), text(type, least)])
    case .number: either([number("number", least, most), text(type, least)])
    default: text(type)
    }
  }

  // MARK: - Shapes

  private static func text(_ type: ValueType, _ least: Int = 0) -> JSONValue {
    .members([
      "type": .string("string"),
      "pattern": Quantity.pattern(of: type, atLeastOne: least > 0).map(JSONValue.string),
    ])
  }

  private static func number(_ type: String, _ least: Int, _ most: Double?) -> JSONValue {
    .members([
      "type": .string(type), "minimum": .integer(least),
      "maximum": most.map { .integer(Int($0)) },
    ])
  }

  /// A text, or what YAML takes for a number or flag.
  package static let scalar = JSONValue.members(["type": strings(["string", "number", "boolean"])])

  /// One of some words.
  package static func words(_ words: [String]) -> JSONValue { .members(["enum": strings(words)]) }

  /// A list, or its only item.
  package static func oneOrMore(_ item: JSONValue) -> JSONValue {
    either([item, .members(["type": .string("array"), "items": item])])
  }

  /// Names have letters, digits, - and _; dots and spaces are what a schema can exclude.
  static func mapping(of definition: String) -> JSONValue {
    .members([
      "type": .string("object"), "additionalProperties": reference(definition),
      "propertyNames": reference("name"),
    ])
  }

  static func either(_ choices: [JSONValue]) -> JSONValue {
    .members(["anyOf": .array(choices)])
  }

  static func orNull(_ value: JSONValue) -> JSONValue {
    either([value, .members(["type": .string("null")])])
  }

  static func reference(_ definition: String) -> JSONValue {
    .members(["$ref": .string("#/definitions/\(definition)")])
  }

  static func strings(_ words: [String]) -> JSONValue {
    .array(words.map(JSONValue.string))
  }

  static func required(_ object: JSONValue, _ keys: [String]) -> JSONValue {
    .members(["allOf": .array([object, .members(["required": strings(keys)])])])
  }

  /// A value with its description; draft 7 ignores what stands beside `$ref`, so it wraps it.
  package static func described(_ value: JSONValue, _ documentation: String) -> JSONValue {
    .members(["description": .string(documentation), "allOf": .array([value])])
  }
}
