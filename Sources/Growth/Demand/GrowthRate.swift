package import Architecture
import Glibc
import SourceText
import YAML

/// By how much demand is declared to multiply, and in what time; it compounds.
package struct GrowthRate: Hashable, Sendable {
  /// The multiple of today's demand.
  package let factor: Double
  /// The months in which it is reached.
  package let months: Double

  /// The declared growth; nil when none is declared.
  package init?(_ facts: FactList) {
    guard case .growth(let factor, let period)? = facts[.growth]?.value else { return nil }
    self.factor = factor
    months = period / Seconds.month
  }

  /// The multiple of today's demand after some seconds.
  package func factor(after time: Double) -> Double { exp(monthly * time / Seconds.month) }

  /// Natural logarithm of the monthly factor.
  var monthly: Double { log(factor) / months }
}
