import Architecture
import Findings
import Rules
import SourceText

extension Review {
  /// One question per unknown property, with the rules that wait for it, the most awaited first.
  func questions(_ runs: [RuleRun]) -> [Question] {
    guard let architecture else { return [] }
    var rules: [RuleRun.Unknown: [String]] = [:]
    var order: [RuleRun.Unknown] = []
    for run in runs {
      for unknown in run.unknowns {
        if rules[unknown] == nil { order.append(unknown) }
        if rules[unknown]?.last != run.rule { rules[unknown, default: []].append(run.rule) }
      }
    }
    return order.map { question($0, rules[$0] ?? [], architecture) }.sorted {
      if $0.rules.count != $1.rules.count { return $0.rules.count > $1.rules.count }
      let (a, b) = ($0.place, $1.place)
      return (a.path, a.start.line, a.start.column, $0.element, $0.property)
        < (b.path, b.start.line, b.start.column, $1.element, $1.property)
    }
  }

  private func question(
    _ unknown: RuleRun.Unknown, _ rules: [String], _ architecture: Architecture
  ) -> Question {
    Question(
      about: unknown.property, of: unknown.element, in: architecture, sources, rules: rules)
  }
}

extension Question {
  /// The question about a property of an element that nobody has said.
  init(
    about property: Property, of element: ElementID, in architecture: Architecture,
    _ sources: SourceSet, rules: [String] = []
  ) {
    let name = architecture.name(of: element)
    let shown = name.abridged
    let isDemand = property == .rate && element.position.kind != .journey
    let words =
      isDemand
      ? "Which journey uses \(shown), and how often?"
      : Template(property.definition.question).filled { _ in shown }
    self.init(
      element: name, property: property.name, question: words, rules: rules,
      place: sources.place(of: architecture.span(of: element)))
  }
}
