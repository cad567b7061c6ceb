import SourceText

/// One key of a shape, and where its value comes from.
///
/// A key whose value may be missing says what null means; all others always have one.
struct JSONField<Subject>: Sendable {
  let key: JSONForm.Key
  let value: @Sendable (Subject) -> JSONValue

  /// A field whose value has any form.
  init(
    _ name: String, _ documentation: String, null: String? = nil, _ form: JSONForm,
    _ value: @escaping @Sendable (Subject) -> JSONValue?
  ) {
    key = JSONForm.Key(
      name: name,
      documentation: null.map { "\(documentation); null \($0)." } ?? documentation + ".",
      form: null == nil ? form : .orNull(form))
    self.value = { value($0) ?? .null }
  }

  static func text(
    _ name: String, _ documentation: String, null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> String?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .text) { value($0).map(JSONValue.string) }
  }

  static func word(
    _ name: String, _ documentation: String, of words: [String], null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> String?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .word(words)) { value($0).map(JSONValue.string) }
  }

  /// A number; one that is not finite is null.
  static func number(
    _ name: String, _ documentation: String, null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> Double?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .number) { value($0).map(JSONValue.number) }
  }

  static func integer(
    _ name: String, _ documentation: String, null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> Int?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .integer) { value($0).map(JSONValue.integer) }
  }

  static func flag(
    _ name: String, _ documentation: String, null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> Bool?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .flag) { value($0).map(JSONValue.bool) }
  }

  static func texts(
    _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> [String]
  ) -> JSONField {
    JSONField(name, documentation, .list(.text)) { .array(value($0).map(JSONValue.string)) }
  }

  static func object<Value: JSONShaped>(
    _ name: String, _ documentation: String, null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> Value?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .object(Value.shape.object)) { value($0)?.json }
  }

  static func list<Value: JSONShaped>(
    _ name: String, _ documentation: String, null: String? = nil,
    _ value: @escaping @Sendable (Subject) -> [Value]?
  ) -> JSONField {
    JSONField(name, documentation, null: null, .list(.object(Value.shape.object))) {
      value($0).map { .array($0.map(\.json)) }
    }
  }
}
