import Architecture
import Facts
import SourceText

/// Where a query has the columns that the engine needs.
struct RuleColumns {
  let holds: Int
  let element: Int
  let severity: Int?
  /// Why the severity is what it is, in a few words.
  let cause: Int?
  /// Why a critical journey does not make it weigh more, in a few words.
  let unraised: Int?
  /// What tells apart the findings of one element; text that stays while numbers change.
  let about: Int?
  /// The number of the expectation that a finding is about, and where it stands.
  let expectation: Int?
  /// The same of a decision.
  let decision: Int?
  /// Ids, with commas between, of the elements that a finding passes through.
  let steps: Int?
  /// Columns that hold ids of elements.
  let subjects: [String: Int]
  /// What the rule reads: the column of the element, and its property.
  let inputs: [(column: Int, property: Property)]
  let positions: [String: Int]

  init(_ names: [String], of rule: Rule) throws(QueryFailure) {
    var positions: [String: Int] = [:]
    for (index, name) in names.enumerated() { positions[name] = index }
    guard let holds = positions["holds"], let element = positions["element"] else {
      throw QueryFailure(
        message:
          "`Find` needs the columns `element` and `holds`; it has \(names.joined(separator: ", "))")
    }
    let ofFix = (rule.fix?.changes ?? []).flatMap(\.columns)
    let needed = Set(rule.inputs.map(\.subject) + rule.columnsOfSentences + ofFix)
    if let missing = needed.subtracting(names).sorted().first {
      throw QueryFailure(
        message: "`\(missing)` is used on the page, but `Find` has no such column",
        remedy: suggestion(for: missing, among: names + rule.parameters.map(\.name))
          .map(didYouMean))
    }
    self.holds = holds
    self.element = element
    self.positions = positions
    severity = positions["severity"]
    cause = positions["because"]
    unraised = positions["unraised"]
    about = positions["about"]
    steps = positions["steps"]
    expectation = positions["expectation"]
    decision = positions["decision"]
    var subjects = ["element": element]
    for input in rule.inputs { subjects[input.subject] = positions[input.subject] }
    for change in rule.fix?.changes ?? [] { subjects[change.subject] = positions[change.subject] }
    self.subjects = subjects
    inputs = rule.inputs.compactMap { input in
      guard let column = subjects[input.subject], let property = Property(input.property) else {
        return nil
      }
      return (column, property)
    }
  }
}

extension Rule {
  /// Names in braces in the message and the arithmetic.
  var placeholders: [String] { message.columns + (arithmetic?.columns ?? []) }

  /// Columns that message and arithmetic fill in; parameters count as columns.
  var columnsOfSentences: [String] {
    let names = Set(parameters.map(\.name))
    return placeholders.filter { !names.contains($0) }
  }
}
