package import Growth
import SourceText

/// What takes long to work out of a model: done once, however many databases are filled with it.
///
/// A class, because the threads that fill them share it.
package final class SharedFacts: Sendable {
  /// What losses leave of journeys.
  let losses: Lazy<[JourneyLoss]>

  /// What is worked out of a model when it is first asked for.
  package init(_ growth: GrowthModel) {
    losses = Lazy { JourneyLosses(growth).all() }
  }
}
