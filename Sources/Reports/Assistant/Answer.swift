package import SourceText

/// The answer to a program that asks on behalf of a person: text to quote, and the same as JSON.
package protocol Answer: Sendable {
  /// The JSON Schema (draft 2020-12) of what `json` writes.
  static var schema: JSONValue { get }
  /// The answer for programs.
  var json: JSONValue { get }
  /// The answer for people, as lines that nothing obeys.
  var text: String { get }
}

extension JSONShape {
  /// The schema of an answer of this shape.
  var schema: JSONValue {
    JSONSchema(of: object, id: "urn:tenfold:\(object.name):\(JSONDocument.formatVersion)").document
  }
}
