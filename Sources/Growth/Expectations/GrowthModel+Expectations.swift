package import Architecture
import Findings
import YAML

extension GrowthModel {
  /// What the system and its journeys are expected to do, in the order of the description.
  package func expectations() -> [Expectation] {
    var judge = ExpectationJudge(self)
    let elements = [ElementID.system] + architecture.journeys.indices.map { .journey($0) }
    return elements.flatMap { element in
      Self.expectations(architecture.facts(of: element), of: element) {
        judge.answer($0, $1, $2, of: element)
      }
    }
  }

  /// What the system is expected to do under a scenario, whose model this is.
  package func expectations(_ facts: FactList, under scenario: String) -> [Expectation] {
    var judge = ExpectationJudge(self)
    return Self.expectations(facts, of: .system, under: scenario) {
      judge.answer($0, $1, $2, of: .system)
    }
  }

  /// The same of a scenario among so many that there is no time to look at it.
  package static func unseenExpectations(
    _ facts: FactList, under scenario: String
  ) -> [Expectation] {
    expectations(facts, of: .system, under: scenario) { _, _, _ in
      Expectation.Answer(.undecided, "the scenario is one of too many for a system of this size")
    }
  }

  private static func expectations(
    _ facts: FactList, of element: ElementID, under scenario: String? = nil,
    _ answer: (Property, Double, String?) -> Expectation.Answer
  ) -> [Expectation] {
    facts.entries.flatMap { property, fact -> [Expectation] in
      guard Group.expect.key(of: property) != nil else { return [] }
      let losses = property == .expectSurvives ? facts.list(property).map(Optional.some) : [nil]
      return losses.map { loss in
        Expectation(
          scenario: scenario, element: element, property: property, loss: loss, fact: fact,
          words: words(property, fact, loss, isToday: scenario == nil),
          answer: answer(property, fact.value.number ?? .nan, loss))
      }
    }
  }

  private static func words(
    _ property: Property, _ fact: Fact, _ loss: String?, isToday: Bool
  ) -> String {
    if let loss {
      return switch LossKind(rawValue: loss) {
      case .replica?: "survive the loss of any replica"
      case .zone?: "survive the loss of any zone"
      case .coldCache?: "survive cold caches"
      case .dependency?: "survive the loss of any dependency"
      case nil: "survive the loss of \(loss)"
      }
    }
    let value = fact.value.measure(property.definition.type).words
    return switch property {
    case .expectCarries: "handle \(value) \(isToday ? "today's" : "its") peak"
    case .expectP99: "keep p99 within \(value)"
    default: "reach \(value) availability"
    }
  }
}
