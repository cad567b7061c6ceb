/// Whether something carries its load.
package enum Verdict: String, Sendable {
  /// Below seven tenths of its capacity.
  case carried
  /// From seven tenths of its capacity on, or a queue that grows during the peak.
  case tight
  /// At its capacity or beyond.
  case saturated
  /// Nothing known limits it, or its load is unknown.
  case unknown

  /// The verdict on a share of a capacity.
  init(utilisation: Double?) {
    switch utilisation ?? .nan {
    case 1...: self = .saturated
    case 0.7...: self = .tight
    case 0...: self = .carried
    default: self = .unknown
    }
  }
}
