import Architecture
import Description
import Facts
import Findings
import Rules

/// The values without which a rule would say something else of a description.
///
/// Each value that the query reads is taken out of the facts, one at a time: where a finding is
/// then gone, or has another severity, the value decides it, and has to be among its evidence.
struct DecidingValues {
  private let rule: Rule
  private let architecture: Architecture
  private let base: FactBase
  private let query: PreparedRule
  private let facts: RuleFacts
  /// What the query reads of each sort of element.
  private let read: [ElementKinds: Set<Property>]

  init(of rule: Rule, in facts: RuleFacts) throws(QueryFailure) {
    self.rule = rule
    self.facts = facts
    let database = try FactDatabase()
    read = try database.propertiesRead(
      by: rule.find, parameters: rule.parameters.map(\.name))
    query = try PreparedRule(rule, in: database)
    base = facts.base(in: database)
    architecture = facts.architecture
  }

  /// Values that decide a finding and are not shown with it, each in a sentence.
  func hidden() throws(QueryFailure) -> [String] {
    let findings = try run().findings
    guard !findings.isEmpty else { return [] }
    var hidden: [String] = []
    for (element, property) in candidates {
      let name = "\(property.name) of \(architecture.noun(of: element))"
      var severities: [String: Severity] = [:]
      try base.withoutValue(of: property, element) { () throws(QueryFailure) in
        for finding in try run().findings { severities[finding.fingerprint] = finding.severity }
      }
      hidden += findings.filter { finding in
        severities[finding.fingerprint] != finding.severity
          && !finding.evidence.contains { $0.name == name }
      }.map { "`\(name)` decides the finding on `\($0.element)`, and is not among its inputs" }
    }
    return hidden
  }

  private func run() throws(QueryFailure) -> RuleRun { try query.run(over: base, facts.sources) }

  /// What somebody says, or a product does, of the elements; what is only computed shows its own
  /// inputs.
  private var candidates: [(ElementID, Property)] {
    architecture.elements.flatMap { element in
      let properties = read[element.position.kind] ?? []
      return architecture.facts(of: element).entries.map(\.0).filter(properties.contains)
        .map { (element, $0) }
    }
  }
}
