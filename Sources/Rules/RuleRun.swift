package import Architecture
package import Facts
package import Findings
package import SourceText

/// What one rule says about one description.
package struct RuleRun: Sendable {
  /// The rule that ran.
  package let rule: String
  /// Its findings, in the order of the query.
  package internal(set) var findings: [Finding] = []
  /// Unknown properties it waits for.
  package internal(set) var unknowns: [Unknown] = []
  /// Checks that could be decided.
  package internal(set) var made = 0
  /// Checks that apply.
  package internal(set) var applicable = 0

  /// A property that has to be known before a rule can decide.
  package struct Unknown: Hashable, Sendable {
    /// The element asked about.
    package let element: ElementID
    /// The property that is unknown.
    package let property: Property
  }
}

extension Rule {
  /// The page's SQL, prepared for facts that may still be missing; fails when SQLite does not
  /// understand it.
  package func prepared(in database: FactDatabase) throws(QueryFailure) -> PreparedQuery {
    try database.prepare(find)
  }

  /// Runs the rule, prepared in the database of these facts, over one description.
  ///
  /// `settings` overrides severity and parameters. Fails when the page's SQL does.
  package func run(
    _ query: PreparedQuery, over base: FactBase, _ places: SourceSet,
    settings: RuleSettings = RuleSettings()
  ) throws(QueryFailure) -> RuleRun {
    var bindings: [String: SQLValue] = [:]
    for parameter in parameters {
      bindings[parameter.name] = settings.parameters[parameter.name] ?? parameter.value
    }
    var run = RuleRun(rule: id)
    var current: RuleHit?
    lazy var advice = advice
    try base.run(query, parameters: bindings) { (row) throws(QueryFailure) in
      if current == nil {
        current = RuleHit(self, base, places, row, try RuleColumns(row.names, of: self))
      }
      guard let hit = current else { return }
      run.applicable += 1
      let holds = row[hit.columns.holds]
      if holds != .null { run.made += 1 }
      if holds != .null, holds.number == 0 {
        guard let unknown = hit.missingDemand() else { return }
        run.made -= 1
        run.unknowns.append(unknown)
        return
      }
      if holds == .null {
        run.unknowns += hit.firstUnknown().map { [$0] } ?? []
      } else if let finding = hit.finding(settings, bindings, advice: advice) {
        run.findings.append(finding)
      }
    }
    return run
  }
}

/// What a user changes about a rule.
package struct RuleSettings: Hashable, Sendable {
  /// Severity instead of the page's.
  package var severity: Severity?
  /// Values instead of the page's, in base units.
  package var parameters: [String: SQLValue] = [:]
  /// Whether the rule does not run at all.
  package var isOff = false
  /// Whether a finding fails the run, whatever its severity; nil when the severity decides.
  package var fails: Bool?

  /// No changes.
  package init() {}
}

/// Where a query has the columns that the engine needs.
struct RuleColumns {
  let holds: Int
  let element: Int
  let severity: Int?
  let about: Int?
  /// Ids, with commas between, of the elements that a finding passes through.
  let steps: Int?
  /// Columns that hold ids of elements.
  let subjects: [String: Int]
  /// The same in the order of their names.
  let subjectsInOrder: [Int]
  /// What the rule reads: the column of the element, and its property.
  let inputs: [(column: Int, property: Property)]
  let positions: [String: Int]

  init(_ names: [String], of rule: Rule) throws(QueryFailure) {
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() { positions[name] = index }
    guard let holds = positions["holds"], let element = positions["element"] else {
      throw QueryFailure(
        message:
          "`Find` needs the columns `element` and `holds`; it has \(names.joined(separator: ", "))",
        offset: nil)
    }
    let needed = Set(rule.inputs.map(\.subject) + rule.columnsOfSentences)
    if let missing = needed.subtracting(names).sorted().first {
      throw QueryFailure(
        message: "`\(missing)` is used on the page, but `Find` has no such column", offset: nil)
    }
    self.holds = holds
    self.element = element
    self.positions = positions
    severity = positions["severity"]
    about = positions["about"]
    steps = positions["steps"]
    var subjects = ["element": element]
    for input in rule.inputs { subjects[input.subject] = positions[input.subject] }
    self.subjects = subjects
    subjectsInOrder = subjects.sorted { $0.key < $1.key }.map(\.value)
    inputs = rule.inputs.compactMap { input in
      guard let column = subjects[input.subject], let property = Property(input.property) else {
        return nil
      }
      return (column, property)
    }
  }
}

extension Rule {
  /// Columns that message and arithmetic fill in; parameters count as columns.
  var columnsOfSentences: [String] {
    let names = Set(parameters.map(\.name))
    return (message.columns + (arithmetic?.columns ?? [])).filter { !names.contains($0) }
  }
}
