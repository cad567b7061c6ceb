import Findings
import Glibc

/// A multiple of today's demand between 1 and 1000.
struct Slider: Equatable {
  /// Times today's peak.
  private(set) var multiple = 1.0

  /// Steps of a decade.
  private static let steps = 20.0
  /// What it can be set to.
  static let range = 1.0...1000.0

  /// A multiple of today's peak in three digits, to the nearest: `107x`.
  static func words(_ multiple: Double) -> String {
    Unit.digits(multiple, significant: 3) + "x"
  }

  /// Goes to the next step in a direction, from wherever it stands.
  mutating func step(_ distance: Double) {
    let place = log10(multiple) * Self.steps
    let next = distance > 0 ? (place + 1e-6).rounded(.down) + 1 : (place - 1e-6).rounded(.up) - 1
    go(to: pow(10, next / Self.steps))
  }

  /// Goes to a multiple, as far as there is room.
  mutating func go(to multiple: Double) {
    self.multiple = min(max(multiple, Self.range.lowerBound), Self.range.upperBound)
  }
}
