import Architecture
package import Findings
package import Growth

/// How many times today's peak the system carries, in words.
package struct HeadroomStatement: Hashable, Sendable {
  /// Times today's peak.
  package let multiple: Double
  /// Name of the element that saturates first.
  package let element: String
  /// What binds it.
  package let limit: LimitKind
  /// The weakest origin among its inputs.
  package let origin: Origin
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool
  /// Multiplicities that nobody declared and that it rests on.
  package let assumes: [HeadroomAssumption]

  /// The statement of a headroom, with the names of its architecture.
  init(_ headroom: Headroom, in architecture: Architecture) {
    multiple = headroom.multiple
    element = architecture.name(of: headroom.element)
    limit = headroom.limit
    origin = headroom.origin
    isAtMost = headroom.isAtMost
    assumes = headroom.assumes
  }

  /// The statement of a forecast; nil when it knows no limit.
  init?(_ forecast: GrowthForecast?) {
    guard let forecast, let element = forecast.first, let limit = element.first else { return nil }
    multiple = limit.headroom
    self.element = element.name
    self.limit = limit.kind
    origin = limit.origin
    isAtMost = forecast.isAtMost
    assumes = forecast.assumes
  }

  /// The multiple in two digits, rounded so that what is said of it holds.
  package var words: String { Unit.carried(multiple, isAtMost: isAtMost) }

  /// `4x`, or `at most 4x` where something unknown makes it lower.
  package var phrase: String { (isAtMost ? "at most " : "") + words + "x" }

  /// What sets it: `orders-db (servers)`; the name is written as the format needs it.
  package func limited(_ write: (String) -> String = { $0 }) -> String {
    "\(write(element)) (\(limit.phrase))"
  }

  /// `orders-db (servers) saturates first`, or what a loss ends.
  package func event(_ write: (String) -> String = { $0 }) -> String {
    limit == .lost
      ? "\(write(element)) is lost, and what needs it fails"
      : "\(limited(write)) saturates first"
  }

  /// `headroom 1.2x (4x before): orders-db (servers) saturates first`.
  ///
  /// The earlier headroom is left out where it reads the same.
  package func sentence(
    since earlier: HeadroomStatement? = nil, _ write: (String) -> String = { $0 }
  ) -> String {
    let before = earlier.flatMap { $0.phrase == phrase ? nil : " (\($0.phrase) before)" } ?? ""
    return "headroom \(phrase)\(before): \(event(write))"
  }

  /// `assumes 1 call per request for 23 relations`; nil where nothing is assumed.
  package func assumption(_ write: (String) -> String = { $0 }) -> String? {
    assumes.words(write).map { "assumes " + $0 }
  }
}
