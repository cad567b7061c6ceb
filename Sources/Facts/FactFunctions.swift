internal import CSQLite
import Findings

/// The functions that queries have beside SQLite's own.
package enum FactFunctions {
  /// What each is, for `tenfold facts`.
  package static let documentation = [
    (
      name: "words(NUMBER, UNIT)",
      text: "The number as findings write it: words(93600, 's') is 26 h. UNIT is one of "
        + units + "; unknown where there is no number."
    ),
    (
      name: "fields(KEY)",
      text: "The names of the fields in a key, in one spelling, with commas around: "
        + "fields('hash(userId) + created_at') is ,user-id,created-at, and so is fields of a list."
    ),
  ]

  fileprivate static let units = Unit.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

  static func add(to connection: Connection) {
    connection.add("words", arguments: 2) { context, _, arguments in
      guard let arguments, let name = sqlite3_value_text(arguments[1]),
        let unit = Unit(rawValue: String(cString: name))
      else {
        let message = "words(NUMBER, UNIT) knows the units \(FactFunctions.units)"
        sqlite3_result_error(context, message, -1)
        return
      }
      let isNumber = [SQLITE_INTEGER, SQLITE_FLOAT].contains(
        sqlite3_value_numeric_type(arguments[0]))
      let text = unit.format(isNumber ? sqlite3_value_double(arguments[0]) : .nan)
      sqlite3_result_text(context, text, -1, tenfold_sqlite_transient())
    }
    connection.add("fields", arguments: 1) { context, _, arguments in
      guard let arguments, let key = sqlite3_value_text(arguments[0]) else { return }
      let text = FactFunctions.fields(of: String(cString: key))
      sqlite3_result_text(context, text, -1, tenfold_sqlite_transient())
    }
  }

  /// `userId`, `user_id` and `user.id` are `user-id`; what calls itself with brackets is a function
  /// over fields, and numbers are its arguments.
  static func fields(of key: String) -> String {
    var fields: [String] = []
    var name = ""
    var last: Character = " "
    func end(isFunction: Bool = false) {
      while name.hasSuffix("-") { name.removeLast() }
      if !isFunction, !name.allSatisfy(\.isNumber) { fields.append(name) }
      name = ""
    }
    for character in key {
      switch character {
      case "-", "_", ".": if !name.isEmpty, !name.hasSuffix("-") { name.append("-") }
      case _ where character.isLetter || character.isNumber:
        let isNewWord = character.isUppercase && (last.isLowercase || last.isNumber)
        if isNewWord, !name.isEmpty, !name.hasSuffix("-") { name.append("-") }
        name += character.lowercased()
      default: end(isFunction: character == "(")
      }
      last = character
    }
    end()
    return "," + fields.map { $0 + "," }.joined()
  }
}
