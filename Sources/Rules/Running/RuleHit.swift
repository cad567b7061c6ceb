import Architecture
import Facts
import Findings
import SourceText
import YAML

/// The row that a rule's query is at, with what it takes to make a finding or a question of it.
///
/// A class, because it is made once for all rows: to copy a rule costs more than to look at a row.
final class RuleHit {
  let columns: RuleColumns
  private let rule: Rule
  private let base: FactBase
  var architecture: Architecture { base.architecture }
  private var derived: DerivedFacts { base.derived }
  private let places: SourceSet
  private let row: Row

  init(
    _ rule: Rule, _ base: FactBase, _ places: SourceSet, _ row: Row, _ columns: RuleColumns
  ) {
    self.rule = rule
    self.base = base
    self.places = places
    self.row = row
    self.columns = columns
  }

  func element(_ column: Int) -> ElementID? {
    guard case .integer(let number) = row[column] else { return nil }
    return architecture.element(numbered: number)
  }

  /// The elements that a column names: one by its id, or several with commas between.
  private func elements(_ column: Int) -> [ElementID] {
    guard case .text(let list) = row[column] else { return element(column).map { [$0] } ?? [] }
    let numbers = list.split(separator: ",").compactMap { Int($0) }.sorted()
    return numbers.compactMap(architecture.element(numbered:))
  }

  private func subject(_ name: String) -> ElementID? {
    columns.subjects[name].flatMap(element)
  }

  func fact(_ element: ElementID, _ property: Property) -> Fact? {
    architecture.facts(of: element)[property] ?? derived.fact(of: element, property)
  }

  /// The element that the row is about.
  func element() throws(QueryFailure) -> ElementID {
    guard let element = element(columns.element) else {
      throw mistaken(
        "element", columns.element, "it is the id of an element, such as `component.id`")
    }
    return element
  }

  /// What the row says: a finding, fine, or nil for a question.
  func holds() throws(QueryFailure) -> Bool? {
    let value = row[columns.holds]
    guard value != .null else { return nil }
    guard let number = value.number else {
      throw mistaken(
        "holds", columns.holds, "it is 1 for a finding, 0 for fine, NULL for a question")
    }
    return number != 0
  }

  /// Fails when a column that the page reads an element from holds something else.
  func checkSubjects() throws(QueryFailure) {
    for (name, column) in columns.subjects where row[column] != .null && elements(column).isEmpty {
      throw mistaken(name, column, "it is the id of an element, or ids with commas between")
    }
  }

  private func mistaken(_ name: String, _ column: Int, _ remedy: String) -> QueryFailure {
    let value = row[column]
    let words = value == .null ? "NULL" : value.number == nil ? "'\(value.words)'" : value.words
    return QueryFailure(message: "the column `\(name)` of a row is \(words)", remedy: remedy)
  }

  /// The finding; fails when a column does not hold what it is for.
  func finding(
    about element: ElementID, _ settings: RuleSettings, _ bindings: [String: SQLValue],
    advice: String
  ) throws(QueryFailure) -> Finding {
    let words = { (name: String) -> String in self.word(name, bindings) }
    let arithmetic = rule.arithmetic?.filled(words)
    let headroom = headroom(of: element)
    let ladder = try ladder(of: element, settings, headroom: headroom?.multiple)
    return Finding(
      rule: rule.id, title: rule.title, severity: ladder.severity, severityReason: ladder.reason,
      element: architecture.name(of: element), message: rule.message.filled(words),
      arithmetic: arithmetic?.isEmpty == true ? nil : arithmetic,
      place: places.place(of: span(of: element)),
      evidence: evidence(), advice: advice,
      fingerprint: check(of: element).fingerprint(in: architecture), excess: excess(bindings),
      headroom: headroom?.multiple, isAtMost: headroom?.isAtMost ?? false,
      peak: fact(element, .peak)?.value.number, steps: steps(from: element),
      fix: fix(bindings))
  }

  /// How many times as large as allowed what the rule compares is; nil where it compares nothing.
  private func excess(_ bindings: [String: SQLValue]) -> Double? {
    rule.arithmetic.flatMap(Excess.init)?.ratio { name in
      columns.positions[name].map { row[$0] }?.number
        ?? (bindings[name] ?? rule.parameters.first { $0.name == name }?.value)?.number
    }
  }

  /// The check of the row as what waits for an answer.
  func waiting(about element: ElementID, _ settings: RuleSettings) -> RuleRun.Waiting {
    RuleRun.Waiting(
      check: check(of: element), span: span(of: element), severity: awaited(element, settings))
  }

  /// The severity of the finding, if there is one; where the query does not say it yet, the page's.
  private func awaited(_ element: ElementID, _ settings: RuleSettings) -> Severity {
    (try? ladder(of: element, settings).severity) ?? rule.severity
  }

  /// What the check of the row waits for.
  func awaiting(
    _ unknown: RuleRun.Unknown, about element: ElementID, _ settings: RuleSettings
  ) -> RuleRun.Awaited {
    RuleRun.Awaited(unknown: unknown, severity: awaited(element, settings))
  }

  private func check(of element: ElementID) -> RuleCheck {
    RuleCheck(rule: rule.id, element: element, about: columns.about.map { row[$0].words } ?? "")
  }

  /// Most steps that a finding shows.
  private static let stepLimit = 20

  /// The elements that the finding passes through, in the order in which work passes them.
  private func steps(from start: ElementID) -> [Step] {
    guard let column = columns.steps, case .text = row[column] else { return [] }
    var walk = RelationTraversal(elements(column), in: architecture)
    return walk.steps(from: start, limit: Self.stepLimit).map { element in
      Step(
        element: architecture.name(of: element),
        place: places.place(of: architecture.span(of: element)))
    }
  }

  /// Times today's peak an element carries: a relation as much as the weaker of its ends.
  private func headroom(of element: ElementID) -> (multiple: Double, isAtMost: Bool)? {
    if let own = fact(element, .headroom)?.value.number {
      return (own, derived.isAtMost(element, .headroom))
    }
    switch element {
    case .system, .journey, .component: return nil
    case .operation(let index):
      return headroom(of: .component(architecture.operations[index].component))
    case .relation(let index):
      let relation = architecture.relations[index]
      return [relation.source, relation.target].compactMap { $0 }
        .compactMap { headroom(of: .component($0.component)) }.min { $0.multiple < $1.multiple }
    }
  }

  /// The changes that repair the finding; none where one of their elements is not in the row.
  private func fix(_ bindings: [String: SQLValue]) -> [FixStep] {
    let changes = rule.fix?.changes ?? []
    let words = { (name: String) -> String in
      self.subject(name).map(self.architecture.name) ?? self.word(name, bindings)
    }
    let steps = changes.compactMap { change -> FixStep? in
      guard change.subject != Fix.Change.system else { return change.step(at: nil, words) }
      return subject(change.subject).map {
        change.step(at: $0 == .system ? nil : architecture.name(of: $0), words)
      }
    }
    return steps.count == changes.count ? steps : []
  }

  /// What stands for a placeholder: an element's name, a parameter, or a column with its unit.
  private func word(_ name: String, _ bindings: [String: SQLValue]) -> String {
    if let element = subject(name) { return architecture.name(of: element).abridged }
    if let column = columns.positions[name] { return words(row[column], column: name) }
    guard let parameter = rule.parameters.first(where: { $0.name == name }) else { return "" }
    return parameter.form.words(bindings[name] ?? parameter.value)
  }

  /// How severe a finding at an element is, and why.
  private func ladder(
    of element: ElementID, _ settings: RuleSettings, headroom: Double? = nil
  ) throws(QueryFailure) -> SeverityLadder {
    SeverityLadder(
      start: try ownSeverity() ?? rule.severity, kind: rule.severityKind,
      cause: text(columns.cause), unraised: text(columns.unraised), own: settings.severity,
      journey: fact(element, .critical)?.value == .flag(true) ? criticalJourney(of: element) : nil,
      isSeed: architecture.facts.text(.stage) == "seed", isNeverLowered: rule.isNeverLowered,
      headroom: headroom, monthsLeft: base.monthsLeft(element),
      horizon: (architecture.facts.number(.horizon) ?? 0) / Seconds.month)
  }

  /// The words in an optional column; nil where the row says nothing there.
  private func text(_ column: Int?) -> String? {
    column.flatMap { row[$0] == .null ? nil : row[$0].words }
  }

  private func criticalJourney(of element: ElementID) -> String {
    architecture.criticalJourney(of: element, criticalJourneys)
      .map { architecture.journeys[$0].name.abridged } ?? ""
  }

  private lazy var criticalJourneys = architecture.criticalJourneys()

  /// What the row says instead of the page; nil where that is nothing.
  private func ownSeverity() throws(QueryFailure) -> Severity? {
    guard let column = columns.severity, row[column] != .null else { return nil }
    guard let severity = Severity(word: row[column].words) else {
      throw mistaken(
        "severity", column, "it is low, medium, high or critical, or NULL for the page's")
    }
    return severity
  }

  /// Expectations and decisions stand where they are written; else the first declared input does.
  ///
  /// What is said about the whole system is no place for a finding about a part of it, nor is a
  /// value from a template or an anchor, which is shared: the finding stands at the element then.
  private func span(of element: ElementID) -> SourceSpan {
    if let span = columns.expectation.flatMap({ base.span(ofExpectation: row[$0]) }) { return span }
    if let span = columns.decision.flatMap({ base.span(ofDecision: row[$0]) }) { return span }
    for (column, property) in columns.inputs {
      guard let subject = self.element(column), subject != .system || element == .system,
        let fact = fact(subject, property), fact.origin == .declared, let span = fact.span
      else { continue }
      if architecture.isOwn(span, of: subject) { return span }
    }
    let span = architecture.span(of: element)
    return architecture.isOwn(span, of: element) ? span : architecture.home(of: element)
  }

  /// Most elements of one list whose values a finding shows.
  private static let evidenceLimit = 8

  private func evidence() -> [Evidence] {
    var seen: [Property: Set<ElementID>] = [:]
    let values = columns.inputs.flatMap { column, property in
      elements(column).prefix(Self.evidenceLimit).map { ($0, property) }
    }
    return values.compactMap { subject, property in
      let isNew = seen[property, default: []].insert(subject).inserted
      guard isNew, let fact = fact(subject, property) else { return nil }
      return Evidence(
        name: "\(property.name) of \(architecture.noun(of: subject))",
        value: fact.value.measure(property.definition.type), origin: fact.origin,
        basis: fact.basis, place: fact.span.map(places.place), source: fact.source,
        subject: .init(element: architecture.name(of: subject), property: property.name))
    }
  }

  /// Whether the load of something is known only in part.
  lazy var isDemandPartial = [ElementKinds.component, .operation].contains {
    derived[$0, .demandPartial]?.values.contains(1) ?? false
  }

  /// A journey of which nothing says how often it happens; nil where there is none.
  lazy var unrated = architecture.journeys.indices.first { index in
    [Property.rate, .peak, .users].allSatisfy { architecture.journeys[index].facts[$0] == nil }
  }.map(ElementID.journey)
}
