package import Growth
package import SourceText

/// What takes long to work out of a model: done once, however many databases are filled with it.
///
/// A class, because the threads that fill them share it.
package final class SharedFacts: Sendable {
  /// What losses leave of journeys.
  let losses: Lazy<[JourneyLoss]>
  /// What is expected of the system, held against the model.
  package let expectations: Lazy<[Expectation]>
  /// The decisions of the description, held against the model.
  package let decisions: [JudgedDecision]

  /// What is worked out of a model when it is first asked for.
  ///
  /// `expectations` are those of the model and of its scenarios.
  package init(
    _ growth: GrowthModel, decisions: [JudgedDecision],
    expectations: @escaping @Sendable () -> [Expectation]
  ) {
    self.decisions = decisions
    losses = Lazy { JourneyLosses(growth).all() }
    self.expectations = Lazy(expectations)
  }
}
