/// Where a value came from, the most trustworthy first.
package enum Origin: Int, Comparable, CaseIterable, Sendable {
  /// Written in the description, at a known line and column.
  case declared
  /// Computed from other values; its basis says from what.
  case derived
  /// The technology catalogue's value for a silent description.
  case `default`
  /// A stated convention, where it is undeclared.
  case assumed
  /// Undeclared, and nothing can be assumed.
  case unknown

  /// The word people read.
  package var word: String {
    switch self {
    case .declared: "declared"
    case .derived: "derived"
    case .default: "default"
    case .assumed: "assumed"
    case .unknown: "unknown"
    }
  }

  /// Ordered by trust: what is greater is trusted less.
  package static func < (left: Origin, right: Origin) -> Bool {
    left.rawValue < right.rawValue
  }
}
