import Architecture
package import Findings
package import Growth
import Rules
import SourceText

/// A question, and what its answer would allow to say.
package struct GrowthQuestion: Sendable {
  /// Demand, capacity or latency.
  package let purpose: MissingInput.Purpose
  /// The question, without rules that wait for it.
  package let question: Question

  /// What a forecast waits for: the questions that a review asks of every system, in the order in
  /// which it asks them, with what only response times need.
  static func all(of forecast: GrowthForecast, _ model: GrowthModel, _ sources: SourceSet)
    -> [GrowthQuestion]
  {
    let architecture = model.architecture
    let facts = RuleFacts(architecture, sources, Catalogue([]) { _ in [] }, growth: model)
    let ranking = QuestionRanking(facts)
    var purposes: [ElementProperty: MissingInput.Purpose] = [:]
    for missing in forecast.missingInputs {
      purposes[ElementProperty(element: missing.element, property: missing.property)] =
        missing.purpose
    }
    let missing = forecast.missingInputs.map {
      RuleRun.Unknown(element: $0.element, property: $0.property)
    }
    var seen: Set<RuleRun.Unknown> = []
    let asked = (missing + StandingQuestions(facts, ranking).unknowns).compactMap { unknown in
      let place = ElementProperty(element: unknown.element, property: unknown.property)
      let purpose = purposes[place] ?? Self.purpose(of: unknown.property.definition.topic)
      return purpose.flatMap { purpose -> GrowthQuestion? in
        guard seen.insert(unknown).inserted, !ranking.isPointless(unknown) else { return nil }
        let question = Question(
          about: unknown.property, of: unknown.element, in: architecture, sources,
          stake: ranking.stake(of: unknown, []))
        return GrowthQuestion(purpose: purpose, question: question)
      }
    }
    let byQuestion = Dictionary(asked.map { ($0.question, $0) }) { first, _ in first }
    return QuestionRanking.ordered(asked.map(\.question)).compactMap { byQuestion[$0] }
  }

  /// What the answer to a question that no number waits for is needed for; nil for what growth
  /// does not read.
  private static func purpose(of topic: Question.Topic) -> MissingInput.Purpose? {
    switch topic {
    case .demand: .demand
    case .capacity, .copies: .capacity
    case .change, .recovery, .connections, .behaviour, .hygiene: nil
    }
  }
}
