import SourceText

/// What JSON says of values of one type: the single definition for writer and schema.
///
/// All keys are always there, in one order; where there is nothing to say, the value is null.
struct JSONShape<Subject>: Sendable {
  /// The same for a schema.
  let object: JSONForm.Object
  private let fields: [JSONField<Subject>]

  /// The shape of a name and some fields.
  init(_ name: String, _ documentation: String, _ fields: [JSONField<Subject>]) {
    self.fields = fields
    object = JSONForm.Object(
      name: name, documentation: documentation, keys: fields.map(\.key))
  }

  /// What is written of a value.
  func value(of subject: Subject) -> JSONValue {
    .members(of: fields.map { ($0.key.name, $0.value(subject)) })
  }
}

/// What JSON always says in the same shape.
protocol JSONShaped: Sendable {
  static var shape: JSONShape<Self> { get }
}

extension JSONShaped {
  /// What is written of it.
  var json: JSONValue { Self.shape.value(of: self) }
}
