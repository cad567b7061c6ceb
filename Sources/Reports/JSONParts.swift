import Findings
import Review
import SourceText

/// The parts that all JSON reports have.
extension JSONValue {
  /// The program and its version.
  static var tool: JSONValue {
    .members(["name": .string(Tool.name), "version": .string(Tool.version)])
  }

  /// What saturates first.
  static func headroom(_ headroom: HeadroomStatement) -> JSONValue {
    .members([
      "multiple": .number(headroom.multiple), "element": .string(headroom.element),
      "limit": .string(headroom.limit), "origin": .string(headroom.origin.word),
    ])
  }

  /// What is wrong with the description.
  static func problem(_ problem: Problem) -> JSONValue {
    .members([
      "severity": .string(problem.weight.rawValue), "code": .string(problem.code),
      "message": .string(problem.message), "remedy": .optional(problem.remedy),
      "path": .string(problem.path),
      "line": problem.place.map { .integer($0.start.line) } ?? .null,
      "column": problem.place.map { .integer($0.start.column) } ?? .null,
    ])
  }

  /// A number, or null where there is none that JSON could hold.
  static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
