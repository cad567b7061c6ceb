package import Architecture
package import Findings
import Growth
import Rules
import SourceText
import YAML

extension Review {
  /// One question per unknown property, with the rules that wait for it, the most decisive first.
  func questions(
    _ runs: [RuleRun], _ standing: [RuleRun.Unknown], _ facts: RuleFacts,
    _ ranking: QuestionRanking
  ) -> [Question] {
    var waiting: [RuleRun.Unknown: Waiting] = [:]
    var order: [RuleRun.Unknown] = []
    func note(_ unknown: RuleRun.Unknown, _ change: (inout Waiting) -> Void) {
      if waiting[unknown] == nil { order.append(unknown) }
      change(&waiting[unknown, default: Waiting()])
    }
    let doors = DemandDoors(standing, facts.architecture)
    for run in runs {
      for awaited in run.awaited {
        note(doors.asked(for: facts.architecture.asked(for: awaited.unknown))) {
          $0.add(awaited.severity, of: run.rule)
        }
      }
    }
    for unknown in standing {
      // What a product does by itself is as good as one check.
      note(unknown) { $0.undrawnChecks += unknown.property == .managed ? 1 : 0 }
    }
    for run in runs {
      for (number, unknown) in run.undrawn.enumerated() {
        note(doors.asked(for: unknown)) { $0.wait(run.rule, counts: number == 0) }
      }
    }
    let taken = facts.growth.headroomAssumptions.values
    return QuestionRanking.ordered(
      order.filter {
        !facts.architecture.facts(of: $0.element).open.contains($0.property)
      }.map { unknown in
        let waiting = waiting[unknown] ?? Waiting()
        return Question(
          about: unknown.property, of: unknown.element, in: facts.architecture, sources,
          rules: waiting.rules, undrawn: waiting.undrawn,
          assumed: taken[ElementProperty(element: unknown.element, property: unknown.property)],
          stake: ranking.stake(
            of: unknown, waiting.severities, undrawn: waiting.undrawnChecks))
      })
  }

  /// What waits for one answer.
  private struct Waiting {
    var rules: [String] = []
    var severities: [Severity] = []
    /// Rules that could not draw up a check for want of it.
    var undrawn: [String] = []
    var undrawnChecks = 0

    mutating func wait(_ rule: String, counts: Bool) {
      undrawn.append(rule)
      if counts { undrawnChecks += 1 }
    }

    mutating func add(_ severity: Severity, of rule: String) {
      if rules.last != rule { rules.append(rule) }
      severities.append(severity)
    }
  }
}

extension Question {
  /// The question about a property of an element that is undeclared.
  init(
    about property: Property, of element: ElementID, in architecture: Architecture,
    _ sources: SourceSet, rules: [String] = [], undrawn: [String] = [],
    assumed: String? = nil, stake: Stake = Stake()
  ) {
    let shown = architecture.noun(of: element).abridged
    let isDemand = property == .rate && element.position.kind != .journey
    let words =
      isDemand
      ? "Which journey uses \(shown), and how often?"
      : Self.words(about: property, of: element, in: architecture)
    let answer =
      isDemand
      ? Self.use(of: element, named: shown, in: architecture)
      : (
        line: Self.example(of: property, at: element, in: architecture),
        form: Self.form(of: property, at: element, in: architecture)
      )
    self.init(
      element: architecture.name(of: element), subject: architecture.noun(of: element),
      property: property.name, question: words,
      rules: Set(rules + undrawn).sorted(), standsAlone: rules.isEmpty,
      place: sources.place(of: architecture.span(of: element)), example: answer.line,
      form: answer.form, noun: Self.noun(of: element, in: architecture), assumed: assumed,
      stake: stake)
  }

  /// The question about a property, with the names it is about.
  package static func words(
    about property: Property, of element: ElementID, in architecture: Architecture
  ) -> String {
    Template(property.definition.question).filled { placeholder in
      guard case .relation(let index) = element else {
        return architecture.name(of: element).abridged
      }
      let ends = architecture.ends(of: index)
      return switch placeholder {
      case "source": ends.source.abridged
      case "target": ends.target.abridged
      default: architecture.noun(of: element).abridged
      }
    }
  }

  /// How a use is written that nothing has yet: a journey, or for a channel what sends to it.
  private static func use(
    of element: ElementID, named name: String, in architecture: Architecture
  ) -> (line: String, form: String) {
    let isChannel = architecture.components(of: element).contains {
      architecture.components[$0].kind.role == .channel
    }
    return isChannel
      ? ("publishes: \(name)", "in the component that sends to it")
      : ("journeys: { use: { calls: \(name), \(Property.rate.exampleLine) } }", "a journey")
  }

  /// The line to write: what is said about an arrow stands in its long form.
  private static func example(
    of property: Property, at element: ElementID, in architecture: Architecture
  ) -> String {
    if case .component(let index) = element {
      return property.exampleLine(of: architecture.components[index].kind)
    }
    guard case .relation(let index) = element else { return property.exampleLine }
    let relation = architecture.relations[index]
    let target =
      relation.target.operation.map(ElementID.operation)
      ?? .component(relation.target.component)
    return "\(relation.kind.rawValue): { \(relation.kind.targetKey): "
      + "\(architecture.name(of: target).abridged), \(property.exampleLine) }"
  }

  /// The right form, and what says the same of who knows another number.
  private static func form(
    of property: Property, at element: ElementID, in architecture: Architecture
  ) -> String {
    let form = property.definition.form
    guard property == .used, case .component(let index) = element else { return form }
    let component = architecture.components[index]
    let other =
      component.kind.role == .store ? component.storeCapacity(ofWrites: true) : .limit
    return "its share in use as monitoring shows it; or what it handles, \(other.exampleLine)"
  }

  private static func noun(of element: ElementID, in architecture: Architecture) -> String {
    switch element {
    case .system: "system"
    case .component: "component"
    case .operation: "operation"
    case .journey: "journey"
    case .relation(let index):
      switch architecture.relations[index].kind {
      case .calls: "call"
      case .reads: "read"
      case .writes: "write"
      case .publishes, .consumes, .replicates, .schedules, .maintains: "relation"
      }
    }
  }
}
