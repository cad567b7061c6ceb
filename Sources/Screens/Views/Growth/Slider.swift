import Findings
import Growth

/// A multiple of today's demand between 1 and 1000.
struct Slider: Equatable {
  /// Times today's peak.
  private(set) var multiple = 1.0
  /// The multiple as what it was taken from says it.
  private(set) var words = Self.words(1)

  /// Where steps lead within a decade.
  private static let steps = [1, 1.5, 2, 3, 5, 7]
  /// What it can be set to.
  static let range = 1.0...1000.0

  /// A multiple of today's peak in three digits, to the nearest: `107x`.
  private static func words(_ multiple: Double) -> String {
    Unit.digits(multiple, significant: 3) + "x"
  }

  /// All that steps lead to.
  private static let stops = [1.0, 10, 100].flatMap { decade in steps.map { $0 * decade } }

  /// Goes to the next round multiple in a direction, from wherever it stands.
  mutating func step(_ distance: Double) {
    let next =
      distance > 0
      ? Self.stops.first { $0 > multiple * (1 + 1e-9) } ?? Self.range.upperBound
      : Self.stops.last { $0 < multiple * (1 - 1e-9) } ?? Self.range.lowerBound
    go(to: next)
  }

  /// Goes to a multiple, as far as there is room.
  mutating func go(to multiple: Double) {
    self.multiple = min(max(multiple, Self.range.lowerBound), Self.range.upperBound)
    words = Self.words(self.multiple)
  }

  /// Goes to where a limit is reached, in the figures of the limit.
  mutating func go(to limit: Limit) {
    go(to: limit.headroom)
    if multiple == limit.headroom { words = limit.figures }
  }
}
