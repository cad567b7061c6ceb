import Architecture
import Description
import Facts
import Findings
package import Rules
import SourceText

/// Whether each condition of a rule's query matters: without it, or with its opposite, the rule has
/// to say something else of its examples, or of all of them side by side in one system.
///
/// What it says is what examples are marked with: findings by element, severity and expected words,
/// and questions. A condition that changes none of that is untested, or needless.
package struct ConditionTest {
  private let rule: Rule
  private let systems: [System]

  /// A system with what the rule says of it.
  private struct System {
    let database: FactDatabase
    let base: FactBase
    let sources: SourceSet
    let words: [String]
    var outcome: [String] = []

    /// What a rule says of the system; nil where its query fails.
    func outcome(of rule: Rule) -> [String]? {
      guard let run = try? PreparedRule(rule, in: database).run(over: base, sources) else {
        return nil
      }
      let found = run.findings.map { finding in
        let text = "\(finding.message) \(finding.arithmetic ?? "")"
        let said = words.filter(text.contains).joined(separator: "|")
        return "\(finding.element) \(finding.severity.word) \(said)"
      }
      let asked = run.awaited.map { "\($0.unknown.element) \($0.unknown.property.name)" }
      // What is found twice is told twice; what is asked twice is asked once.
      return found.sorted() + Set(asked).sorted()
    }
  }

  /// What is done to a condition.
  private enum Change: String, CaseIterable {
    case without, opposite

    func query(_ condition: String) -> String {
      switch self {
      case .without: "1"
      case .opposite: "NOT (\(condition))"
      }
    }
  }

  /// A test of a rule of a set.
  package init(of rule: Rule, in rules: RuleSet) {
    self.rule = rule
    let examples = rule.examples.map(\.description)
    systems = (examples + DescriptionShape.sideBySide(examples)).compactMap { text in
      let path = "example.tenfold.yaml"
      let reading = DescriptionReader.read(
        path: path, files: .memory([path: Array(text.utf8)]), catalogue: rules.catalogue)
      guard let facts = RuleFacts(reading, rules.catalogue), let database = try? FactDatabase()
      else { return nil }
      var system = System(
        database: database, base: facts.base(in: database), sources: facts.sources,
        words: examples.flatMap { Mark.marks(in: $0) }.compactMap(\.part))
      system.outcome = system.outcome(of: rule) ?? []
      return system
    }
  }

  /// The conditions of the query that do not matter, each on a line behind what was done to it.
  ///
  /// A change that SQLite does not understand is none, and one whose query then fails matters.
  package func survivors() -> [String] {
    let query = Array(rule.find.utf8)
    var survivors: [String] = []
    for range in QueryConditions(query).ranges {
      let condition = String(decoding: query[range], as: UTF8.self)
      for change in Change.allCases {
        let text =
          String(decoding: query[..<range.lowerBound], as: UTF8.self) + change.query(condition)
          + String(decoding: query[range.upperBound...], as: UTF8.self)
        guard isMissedByNone(rule.finding(by: text)) else { continue }
        let line = condition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        survivors.append("\(change.rawValue) \(line)")
      }
    }
    return survivors
  }

  /// Whether a changed rule can run and says of each system what the rule says.
  private func isMissedByNone(_ changed: Rule) -> Bool {
    guard let first = systems.first, (try? PreparedRule(changed, in: first.database)) != nil
    else { return false }
    return systems.allSatisfy { $0.outcome(of: changed) == $0.outcome }
  }

  /// The conditions of a query, in its order.
  package static func conditions(of query: String) -> [String] {
    let query = Array(query.utf8)
    return QueryConditions(query).ranges.map { String(decoding: query[$0], as: UTF8.self) }
  }
}
