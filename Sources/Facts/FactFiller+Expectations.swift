import Architecture
import Growth
package import SourceText

extension FactFiller {
  func fillExpectations() throws(QueryFailure) {
    for (index, expectation) in base.shared.expectations.value.enumerated() {
      try add(
        .integer(index + 1), .integer(architecture.number(of: expectation.element)),
        expectation.scenario.map { .text($0) } ?? .null,
        .text(expectation.key),
        .text(expectation.about), .text(expectation.answer.verdict.rawValue),
        .text(expectation.words), .text(expectation.answer.words))
    }
  }

  func fillDecisions() throws(QueryFailure) {
    for (index, judged) in base.shared.decisions.enumerated() {
      let element = judged.deciding?.element ?? .system
      try add(
        .integer(index + 1), .integer(architecture.number(of: element)),
        .text(judged.decision.name), .text(judged.verdict.rawValue), .text(judged.words),
        .text(judged.reason))
    }
  }
}

extension FactBase {
  /// Where an expectation is written, by its number.
  package func span(ofExpectation number: SQLValue) -> SourceSpan? {
    let all = shared.expectations.value
    guard case .integer(let number) = number, all.indices.contains(number &- 1) else { return nil }
    return all[number - 1].fact.span
  }

  /// Where a decision is written, by its number.
  package func span(ofDecision number: SQLValue) -> SourceSpan? {
    guard case .integer(let number) = number, shared.decisions.indices.contains(number &- 1)
    else { return nil }
    return shared.decisions[number - 1].decision.span
  }
}
