import SourceText

/// The JSON Schema (draft 2020-12) of documents that have a shape: nothing in them is optional, and
/// nothing else stands in them.
struct JSONSchema {
  private let root: JSONForm.Object
  private let id: String

  /// The schema of the documents that a command writes.
  init(of root: JSONForm.Object, id: String) {
    self.root = root
    self.id = id
  }

  /// The schema.
  var document: JSONValue {
    var objects: [JSONForm.Object] = []
    for key in root.keys { Self.collect(key.form, &objects) }
    return .members([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"), "$id": .string(id),
      "title": .string(root.name), "description": .string(root.documentation),
      "type": .string("object"), "additionalProperties": .bool(false),
      "required": Self.names(root), "properties": Self.properties(root),
      "$defs": .members(of: objects.map { ($0.name, Self.object($0)) }),
    ])
  }

  /// The objects that a form holds, each once, in the order in which they are listed.
  private static func collect(_ form: JSONForm, _ objects: inout [JSONForm.Object]) {
    switch form {
    case .text, .number, .integer, .flag, .word, .constant: break
    case .list(let form), .orNull(let form): collect(form, &objects)
    case .either(let forms): for form in forms { collect(form, &objects) }
    case .object(let object):
      guard !objects.contains(where: { $0.name == object.name }) else { return }
      objects.append(object)
      for key in object.keys { collect(key.form, &objects) }
    }
  }

  private static func object(_ object: JSONForm.Object) -> JSONValue {
    .members([
      "description": .string(object.documentation), "type": .string("object"),
      "additionalProperties": .bool(false), "required": names(object),
      "properties": properties(object),
    ])
  }

  private static func names(_ object: JSONForm.Object) -> JSONValue {
    .array(object.keys.map { .string($0.name) })
  }

  private static func properties(_ object: JSONForm.Object) -> JSONValue {
    .members(
      of: object.keys.map { key in
        let members = [("description", JSONValue.string(key.documentation))] + rules(key.form)
        return (key.name, .members(of: members))
      })
  }

  /// What a schema says of a value, as members of an object.
  private static func rules(_ form: JSONForm) -> [(String, JSONValue)] {
    switch form {
    case .text: [("type", .string("string"))]
    case .number: [("type", .string("number"))]
    case .integer: [("type", .string("integer"))]
    case .flag: [("type", .string("boolean"))]
    case .word(let words): [("enum", .array(words.map(JSONValue.string)))]
    case .constant(let number): [("const", .integer(number))]
    case .list(let item):
      [("type", .string("array")), ("items", .members(of: rules(item)))]
    case .object(let object): [("$ref", .string("#/$defs/\(object.name)"))]
    case .either(let forms): [("anyOf", .array(forms.map { .members(of: rules($0)) }))]
    case .orNull(let form):
      [("anyOf", .array([.members(of: rules(form)), .members(["type": .string("null")])]))]
    }
  }
}
