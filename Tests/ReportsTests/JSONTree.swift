import Foundation

/// A JSON document as a tree, and as a schema of others.
indirect enum JSONTree: Decodable, Hashable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let string = try? value.decode(String.self) {
      self = .string(string)
    } else if let items = try? value.decode([JSONTree].self) {
      self = .array(items)
    } else {
      self = .object(try value.decode([String: JSONTree].self))
    }
  }

  var members: [String: JSONTree] { if case .object(let members) = self { members } else { [:] } }
  var items: [JSONTree] { if case .array(let items) = self { items } else { [] } }
  var string: String? { if case .string(let text) = self { text } else { nil } }
  var values: [JSONTree] { members.sorted { $0.key < $1.key }.map(\.value) }

  subscript(key: String) -> JSONTree? { members[key] }

  /// What is wrong with a value, by this schema: the keywords that Tenfold's schemas have.
  func faults(of value: JSONTree, in root: JSONTree, at path: String) -> [String] {
    members.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": []
      case "type": value.isOf(type: rule.string) ? [] : ["\(path) is no \(rule)"]
      case "const": value == rule ? [] : ["\(path) is not \(rule)"]
      case "enum": rule.items.contains(value) ? [] : ["\(path) is none of \(rule.items)"]
      case "anyOf":
        rule.items.contains { $0.faults(of: value, in: root, at: path).isEmpty }
          ? [] : ["\(path) is none of several"]
      case "$ref":
        root["$defs"]?[String(rule.string?.dropFirst("#/$defs/".count) ?? "")]?
          .faults(of: value, in: root, at: path) ?? ["\(path): there is no \(rule)"]
      case "items":
        value.items.enumerated().flatMap {
          rule.faults(of: $0.element, in: root, at: "\(path)[\($0.offset)]")
        }
      case "properties":
        value.members.sorted { $0.key < $1.key }.flatMap { key, value in
          rule[key]?.faults(of: value, in: root, at: "\(path).\(key)")
            ?? ["\(path).\(key) is not in the schema"]
        }
      case "required":
        rule.items.compactMap(\.string).filter { value[$0] == nil }.map { "\(path) has no \($0)" }
      case "additionalProperties": rule == .bool(false) ? [] : ["\(path) may hold anything"]
      default: ["unknown keyword \(keyword)"]
      }
    }
  }

  private func isOf(type: String?) -> Bool {
    switch (self, type) {
    case (.object, "object"), (.array, "array"), (.string, "string"), (.bool, "boolean"),
      (.null, "null"), (.number, "number"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
