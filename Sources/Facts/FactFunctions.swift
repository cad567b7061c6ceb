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
    )
  ]

  fileprivate static let units = Unit.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")

  static func add(to connection: Connection) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(
      connection.handle, "words", 2, flags, nil,
      { context, _, arguments in
        guard let arguments, let name = sqlite3_value_text(arguments[1]),
          let unit = Unit(rawValue: String(cString: name))
        else {
          sqlite3_result_error(
            context, "words(NUMBER, UNIT) knows the units \(FactFunctions.units)", -1)
          return
        }
        let isNumber = [SQLITE_INTEGER, SQLITE_FLOAT].contains(
          sqlite3_value_numeric_type(arguments[0]))
        let text = unit.format(isNumber ? sqlite3_value_double(arguments[0]) : .nan)
        sqlite3_result_text(context, text, -1, tenfold_sqlite_transient())
      }, nil, nil, nil)
  }
}
