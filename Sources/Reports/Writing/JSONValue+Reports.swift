import Findings
import Growth
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
      "at_most": .bool(headroom.isAtMost),
      "assumes": .array(headroom.assumes.map(assumption)),
    ])
  }

  /// What nobody declared, with what is taken for it; null where it is left out of the number.
  private static func assumption(_ assumption: HeadroomAssumption) -> JSONValue {
    .members([
      "element": .string(assumption.element), "property": .string(assumption.property),
      "value": assumption.value.map(value) ?? .null,
      "unit": .optional(assumption.value.flatMap(unit)),
      "assumption": .string(assumption.kind.words),
    ])
  }

  /// A range is a pair; `unlimited` is a word, since JSON has no infinity.
  static func value(_ measure: Measure) -> JSONValue {
    switch measure {
    case .number(let number, _): number.isFinite ? .number(number) : .string("unlimited")
    case .range(let low, let high, _): .array([.number(low), .number(high)])
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    }
  }

  /// The unit of a number; nil for what has none.
  static func unit(_ measure: Measure) -> String? {
    switch measure {
    case .number(_, let unit), .range(_, _, let unit): unit.rawValue
    case .text, .flag: nil
    }
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

  /// All systems of a run in a line each, what carries least first; the gravest risks; counts by
  /// team, the empty name standing for none.
  static func overview(_ run: RunSummary) -> JSONValue {
    .members([
      "systems": .array(run.byHeadroom.map { system(of: run, $0) }),
      "worst": .array(
        run.worst.map { risk in
          .members([
            "system": .string(run.systems[risk.system].name),
            "severity": .string(risk.severity.word),
            "rule": .string(risk.rule), "message": .string(risk.message),
          ])
        }),
      "teams": .members(
        of: run.teams.sorted { $0.key < $1.key }.map { ($0.key, counts($0.value.open)) }),
    ])
  }

  private static func system(of run: RunSummary, _ system: RunSummary.System) -> JSONValue {
    .members([
      "system": .string(system.name), "path": .string(system.path),
      "headroom": system.headroom.map(headroom) ?? .null, "open": counts(system.open),
      "new": run.isCompared ? .integer(system.news) : nil,
      "fixed": run.isCompared ? .integer(system.fixed) : nil,
      "checks": checks(system.checks), "broken": .bool(system.isBroken),
    ])
  }

  /// How many checks could be made, and how many apply.
  static func checks(_ checks: Review.Checks) -> JSONValue {
    .members(["made": .integer(checks.made), "of": .integer(checks.of)])
  }

  private static func counts(_ counts: SeverityCounts) -> JSONValue {
    .members(
      of: Severity.allCases.reversed().map { ($0.word, .integer(counts[$0])) })
  }

  /// A number, or null where there is none that JSON could hold.
  static func optional(_ number: Double?) -> JSONValue { number.map(JSONValue.number) ?? .null }
}
