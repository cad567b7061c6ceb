import SourceText

/// The numbers that a value may have, so that nothing is computed with what cannot be: a rate
/// beyond all computers of the world, a time shorter than a clock can tell.
///
/// What is within them converts to whole numbers, and their products stay finite.
package struct Magnitudes: Sendable {
  /// An end of the numbers, in base units and as a description writes it.
  package struct End: Sendable {
    /// The number.
    package let number: Double
    /// The same with its unit.
    package let text: String
  }

  /// The smallest number beside zero.
  package let least: End
  /// The largest number; `unlimited` is none.
  package let most: End
  /// Whether zero is one of them.
  package let hasZero: Bool

  private init(
    _ least: (Double, String), _ most: (Double, String), hasZero: Bool = true
  ) {
    self.least = End(number: least.0, text: least.1)
    self.most = End(number: most.0, text: most.1)
    self.hasZero = hasZero
  }

  /// Whether a number is one of them.
  package func contains(_ number: Double) -> Bool {
    number == 0 ? hasZero : number >= least.number && number <= most.number
  }

  /// The nearest of them to a number.
  package func clamped(_ number: Double) -> Double {
    hasZero && number < least.number ? 0 : min(max(number, least.number), most.number)
  }

  /// The numbers in words, to follow a colon or a verb.
  package var words: String {
    if hasZero, least.number == 1 { return "from 0 to \(most.text)" }
    return "\(hasZero ? "0, or " : "")from \(least.text) to \(most.text)"
  }

  /// Whether they are times of planning, which people count in months.
  package var isOfPlans: Bool { least.number == Self.plans.least.number }

  /// Seconds of 1000 years, in which a year is 365.25 days.
  private static let millennium = (1000 * Seconds.year, "1000 years")

  /// How many there are of something.
  package static let counts = Magnitudes((1, "1"), (1e9, "1000M"))
  /// How many records a store has held.
  package static let records = Magnitudes((1, "1"), (1e15, "1000000G"))
  /// How often something is tried.
  package static let tries = Magnitudes((1, "1"), (1000, "1000"))
  /// How often something is tried again.
  package static let retries = Magnitudes((1, "1"), (999, "999"))
  /// Numbers of any meaning.
  package static let numbers = Magnitudes((1e-9, "1e-9"), (1e9, "1000M"))
  /// How often something is done for each time that something else is.
  package static let multiplicities = Magnitudes((1e-9, "1e-9"), (1e6, "1M"))
  /// Squared coefficients of variation.
  package static let variabilities = Magnitudes((1e-4, "0.0001"), (1e4, "10k"))
  /// Shares of 1.
  package static let ratios = Magnitudes((1e-7 / 100, "0.0000001%"), (1, "100%"))
  /// Shares of 1 that are aimed at or measured.
  package static let targets = Magnitudes((0.01, "1%"), (1, "100%"), hasZero: false)
  /// Times.
  package static let durations = Magnitudes((1e-9, "0.001us"), millennium)
  /// Times between what is done again and again.
  package static let pauses = Magnitudes((1e-3, "1ms"), millennium, hasZero: false)
  /// Times of planning.
  package static let plans = Magnitudes((Seconds.day, "1 day"), millennium, hasZero: false)
  /// Events in a time.
  package static let rates = Magnitudes(
    (1 / (1000 * Seconds.year), "0.001/year"), (1e12, "1000G/s"))
  /// Amounts of data.
  package static let sizes = Magnitudes((1, "1B"), (1e18, "1000PB"))
  /// Amounts of data in a time.
  package static let bandwidths = Magnitudes((1, "1B/s"), (1e15, "1000TB/s"))
  /// How many times as much.
  package static let multiples = Magnitudes((1e-9, "0.000000001x"), (1e12, "1000Gx"))
  /// How many times the mean a peak is.
  package static let peaks = Magnitudes((1, "1x"), (1e6, "1Mx"), hasZero: false)
  /// How many times as much after some time of growth.
  package static let factors = Magnitudes((1e-3, "0.001x"), (1e6, "1Mx"), hasZero: false)
}
