import Architecture
package import Findings
import YAML

extension RiskLevel {
  /// The level with numbers that a file of decisions can say.
  package var writable: RiskLevel {
    var level = self
    level.excess = excess.map(Magnitudes.multiples.clamped)
    level.headroom = headroom.map(Magnitudes.multiples.clamped)
    level.peak = peak.map(Magnitudes.rates.clamped)
    return level
  }
}
