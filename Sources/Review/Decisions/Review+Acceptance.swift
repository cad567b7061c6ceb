import Architecture
import Findings
import Rules
import SourceText

extension Review {
  /// Marks the findings that somebody decided to live with, in the description or in the file that
  /// the project's descriptions share.
  ///
  /// A decision that ended, or whose risk is worse than it was, is no longer one: the finding is
  /// open again and says why. A decision of the description about nothing is a problem of it; one
  /// in a file that it includes may be about another system that includes it too.
  mutating func accept(
    _ own: [AcceptedRisk], _ shared: [AcceptedRisk], in architecture: Architecture, rules: RuleSet,
    today: Day?
  ) {
    guard !own.isEmpty || !shared.isEmpty else { return }
    var elements = ElementsByLine(architecture, sources)
    for risk in own where risk.place.path == path {
      switch use(of: risk, architecture, rules, today, &elements) {
      case .unfound(let problem): problems.append(problem)
      case .elsewhere: complainOfSystem(risk, architecture.name)
      case .found: break
      }
    }
    sharedDecisions = (own.filter { $0.place.path != path } + shared).map {
      SharedDecision(risk: $0, use: use(of: $0, architecture, rules, today, &elements))
    }
  }

  /// Says what is wrong with shared decisions, as far as that is known from one description.
  mutating func settleDecisions() {
    var shared = SharedDecisions()
    shared.add(self)
    problems += shared.problems { _ in false }
    sharedDecisions = []
  }

  private mutating func use(
    of risk: AcceptedRisk, _ architecture: Architecture, _ rules: RuleSet, _ today: Day?,
    _ elements: inout ElementsByLine
  ) -> SharedDecision.Use {
    guard risk.system == nil || risk.system == architecture.name else { return .elsewhere }
    let found = findings.indices.filter { covers(risk, findings[$0], &elements) }
    guard let first = found.first else {
      return waits(for: risk, &elements) ? .found : .unfound(problem(of: risk, rules, &elements))
    }
    let level = RiskLevel.worst(of: found.map { findings[$0].level })
    for index in found { decide(risk, index, today, level) }
    askForLevel(of: risk, on: findings[first], level)
    return .found
  }

  private func covers(
    _ risk: AcceptedRisk, _ finding: JudgedFinding, _ elements: inout ElementsByLine
  ) -> Bool {
    guard finding.rule == risk.rule else { return false }
    if let element = risk.element { return finding.element == element }
    guard let line = risk.line else { return false }
    return finding.place.path == risk.place.path && finding.place.start.line == line
      || elements.on(line, of: risk.place.path).contains(finding.element)
  }

  /// Whether the risk may be there still, since its rule waits for an answer about the element.
  private func waits(for risk: AcceptedRisk, _ elements: inout ElementsByLine) -> Bool {
    guard let architecture else { return false }
    for check in waiting[risk.rule] ?? [] {
      let name = architecture.name(of: check.check.element)
      if let element = risk.element {
        if name == element { return true }
      } else if let line = risk.line {
        let (path, start) = sources.start(of: check.span)
        if path == risk.place.path && start.line == line
          || elements.on(line, of: risk.place.path).contains(name)
        {
          return true
        }
      }
    }
    return false
  }

  /// A decision without a number would hold whatever becomes of the risk.
  private mutating func askForLevel(
    of risk: AcceptedRisk, on finding: JudgedFinding, _ level: RiskLevel
  ) {
    guard risk.level.isEmpty, finding.accepted == risk else { return }
    complain(
      "unmeasured-acceptance", risk,
      "the accepted risk `\(risk.rule)` on `\(finding.element)` records no severity, excess, "
        + "headroom or peak, so nothing tells when it gets worse",
      "add \(risk.words(for: level)), as it is today")
  }

  private mutating func decide(
    _ risk: AcceptedRisk, _ index: Int, _ today: Day?, _ level: RiskLevel
  ) {
    let finding = findings[index]
    let worsening = finding.level.worsening(since: risk.level)
    let again = worsening.map { _ in " with \(risk.words(for: level))" } ?? ""
    if let until = risk.until, let today, until < today {
      reopen(index, EndedDecision(risk, why: "the decision to live with it ended on \(until.text)"))
      complain(
        "expired-acceptance", risk,
        "the decision to live with `\(risk.rule)` on `\(finding.element)` ended on \(until.text); "
          + risk.recollection, "repair it, or decide again\(again) until a later day")
    } else if let why = worsening {
      reopen(index, EndedDecision(risk, why: "accepted, but \(why)"))
      // What is only supposed is no reason to decide anew.
      guard supposed.isEmpty else { return }
      complain(
        "reopened-acceptance", risk,
        "`\(risk.rule)` on `\(finding.element)` is worse than when it was accepted: \(why); "
          + risk.recollection, "repair it, or decide again\(again)")
    } else if risk.status == .inDiscussion {
      findings[index].discussed = risk
    } else {
      findings[index].accepted = risk
      findings[index].reopened = nil
    }
  }

  private mutating func reopen(_ index: Int, _ decision: EndedDecision) {
    if findings[index].accepted == nil { findings[index].reopened = decision }
  }

  private mutating func complainOfSystem(_ risk: AcceptedRisk, _ name: String) {
    complain(
      "orphaned-acceptance", risk,
      "this is about `\(name)`, and the decision about `\(risk.system ?? "")`",
      "remove `system`, or correct it")
  }

  /// What is wrong with a decision that is about nothing in this description.
  private func problem(
    of risk: AcceptedRisk, _ rules: RuleSet, _ elements: inout ElementsByLine
  ) -> Problem {
    guard rules[risk.rule] != nil else {
      let near = suggestion(for: risk.rule, among: rules.entries.map(\.id))
      return warning(
        "unknown-rule", risk, "there is no rule `\(risk.rule)` to accept",
        near.map(didYouMean) ?? "`tenfold rules` lists them")
    }
    let isOwn = risk.place.path == path
    if let element = risk.element, !elements.names.contains(element) {
      let near = suggestion(
        for: element, among: findings.filter { $0.rule == risk.rule }.map(\.element))
      return warning(
        "orphaned-acceptance", risk, "there is no `\(element)` to accept `\(risk.rule)` on",
        near.map(didYouMean) ?? "correct its element, or remove the entry"
          + (isOwn ? "" : ", unless another description has it"))
    }
    return warning(
      SharedDecisions.stale, risk,
      "`\(risk.rule)` finds nothing on \(subject(of: risk, &elements)), so there is nothing to "
        + "accept",
      isOwn
        ? SharedDecisions.remedy
        : "remove the entry, unless another description has the risk")
  }

  /// The element of a decision, or those on the line that its comment speaks of.
  private func subject(of risk: AcceptedRisk, _ elements: inout ElementsByLine) -> String {
    let line = risk.line ?? risk.place.start.line
    let names = risk.element.map { [$0] } ?? elements.on(line, of: risk.place.path).sorted()
    guard !names.isEmpty else { return "line \(line), where no element begins" }
    return names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
  }

  private mutating func complain(
    _ code: String, _ risk: AcceptedRisk, _ message: String, _ remedy: String
  ) {
    problems.append(warning(code, risk, message, remedy))
  }

  private func warning(
    _ code: String, _ risk: AcceptedRisk, _ message: String, _ remedy: String
  ) -> Problem {
    Problem(.warning, code, message, remedy: remedy, place: risk.place, path: risk.place.path)
  }
}

/// Names of elements by where they are written; looked up only when somebody asks.
private struct ElementsByLine {
  private struct Line: Hashable {
    let path: String
    let number: Int
  }

  private let architecture: Architecture
  private let sources: SourceSet
  private lazy var lines = makeLines()
  /// The names of all elements.
  lazy var names = Set(architecture.elements.map(architecture.name))

  init(_ architecture: Architecture, _ sources: SourceSet) {
    self.architecture = architecture
    self.sources = sources
  }

  private func makeLines() -> [Line: Set<String>] {
    var lines: [Line: Set<String>] = [:]
    for element in architecture.elements {
      let (path, position) = sources.start(of: architecture.span(of: element))
      lines[Line(path: path, number: position.line), default: []]
        .insert(architecture.name(of: element))
    }
    return lines
  }

  /// The elements written on a line.
  mutating func on(_ line: Int, of path: String) -> Set<String> {
    lines[Line(path: path, number: line)] ?? []
  }
}
