/// What stands in a document that was read.
extension JSONValue {
  /// The value under a name; nil where there is none, or no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The members of an object; nil for what is none.
  package var members: [Member]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// The text; nil for what is none.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The items of a list; nil for what is none.
  package var items: [JSONValue]? {
    guard case .array(let items) = self else { return nil }
    return items
  }

  /// The number, whole or not; nil for what is none.
  package var number: Double? {
    switch self {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    case .object, .array, .string, .bool, .null, .placeholder: nil
    }
  }

  /// The flag; nil for what is none.
  package var flag: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }
}
