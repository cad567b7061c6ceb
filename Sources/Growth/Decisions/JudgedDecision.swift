package import Architecture

/// A decision of a description, held against the model and the calendar.
package struct JudgedDecision: Sendable {
  /// What the model says of it.
  package enum Verdict: String, CaseIterable, Sendable {
    /// A condition is met: it has to be made again.
    case reopened
    /// Something has to be known first.
    case undecided
    case kept
  }

  /// One condition, or the day of its review, with the number that it looks at.
  package struct Answer: Sendable {
    /// Whether it reopens the decision.
    package let verdict: Verdict
    /// The condition with today's number: `writes of orders-db: 6k/s (until > 5k/s)`.
    package let words: String
    /// What it looks at.
    package let element: ElementID
  }

  /// What was decided.
  package let decision: Decision
  /// Its conditions in their order, then the day of its review.
  package let answers: [Answer]

  /// The answer that decides: one that reopens it, else one that nobody can give.
  package var deciding: Answer? { answers.min { $0.rank < $1.rank } }

  /// Whether it is to be made again.
  package var verdict: Verdict { deciding?.verdict ?? .kept }

  /// Its numbers: of a decision that is kept, all of them.
  package var words: String {
    answers.filter { $0.verdict == verdict }.map(\.words).joined(separator: "; ")
  }

  /// Why it was made, and who answers for it.
  package var reason: String {
    decision.because + (decision.owner.map { " (by \($0))" } ?? "")
  }
}

extension JudgedDecision.Answer {
  fileprivate var rank: Int {
    switch verdict {
    case .reopened: 0
    case .undecided: 1
    case .kept: 2
    }
  }
}
