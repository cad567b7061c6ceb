package import Facts
import Findings
package import SourceText

/// A rule whose query SQLite has understood, with the columns and parameters that its page needs.
package struct PreparedRule {
  /// The rule.
  package let rule: Rule
  private let query: PreparedQuery
  private let columns: RuleColumns

  /// Prepares a rule for facts that may still be missing; fails when its query cannot be run.
  package init(_ rule: Rule, in database: FactDatabase) throws(QueryFailure) {
    self.rule = rule
    query = try database.prepare(rule.find, parameters: rule.parameters.map(\.name))
    columns = try RuleColumns(query.columnNames, of: rule)
  }

  /// Parameters that neither the query nor a sentence uses.
  package var idleParameters: [Rule.Parameter] {
    rule.parameters.filter { parameter in
      !query.uses(parameter: parameter.name) && !rule.placeholders.contains(parameter.name)
    }
  }

  /// Runs the rule, prepared in the database of these facts, over one description.
  ///
  /// `settings` overrides severity and parameters. Fails when the query does, or a row of it is
  /// not what a rule needs.
  package func run(
    over base: FactBase, _ places: SourceSet, settings: RuleSettings = RuleSettings()
  ) throws(QueryFailure) -> RuleRun {
    var bindings: [String: SQLValue] = [:]
    for parameter in rule.parameters {
      bindings[parameter.name] = settings.parameters[parameter.name] ?? parameter.value
    }
    var run = RuleRun(rule: rule.id)
    var current: RuleHit?
    lazy var advice = rule.advice
    try base.run(query, parameters: bindings) { (row) throws(QueryFailure) in
      let hit = current ?? RuleHit(rule, base, places, row, columns)
      current = hit
      run.applicable += 1
      let element = try hit.element()
      let holds = try hit.holds()
      if holds != false { try hit.checkSubjects() }
      let unknown =
        switch holds {
        case nil: hit.firstUnknown()
        case false?: hit.missingDemand()
        case true?: RuleRun.Unknown?.none
        }
      let isDecided = holds != nil && unknown == nil
      if isDecided { run.made += 1 }
      if !isDecided { run.waiting.append(hit.waiting(about: element, settings)) }
      if let unknown { run.awaited.append(hit.awaiting(unknown, about: element, settings)) }
      if holds == true {
        run.findings.append(try hit.finding(about: element, settings, bindings, advice: advice))
      }
    }
    return run
  }
}
