/// Mean and variance of a time, and how far it can be trusted.
struct Moments: Sendable {
  /// In seconds.
  var mean = 0.0
  /// In seconds squared.
  var variance = 0.0
  /// What it never falls below, in seconds.
  var least = 0.0
  /// Whether some part of it is unknown, so that it is longer than said.
  var isAtLeast = false
  /// Whether some part of it has an end.
  var saturation = Saturation.none

  /// How near a station is to where its queue has no end.
  enum Saturation: Int, Comparable, Sendable {
    case none
    /// Too near for the models: servers are held by calls that wait themselves.
    case near
    /// More arrives than is carried.
    case beyond

    static func < (left: Saturation, right: Saturation) -> Bool { left.rawValue < right.rawValue }
  }

  /// Adds an independent time that follows.
  mutating func add(_ other: Moments) {
    mean += other.mean
    variance += other.variance
    least += other.least
    isAtLeast = isAtLeast || other.isAtLeast
    saturation = max(saturation, other.saturation)
  }

  /// The time of a number of uses, one after the other: a whole number of them, and one more with
  /// the rest as its probability.
  func repeated(_ uses: Double) -> Moments {
    guard uses > 0 else { return Moments() }
    let rest = uses - uses.rounded(.down)
    let spread = rest * (1 - rest) * mean * mean
    return Moments(
      mean: uses * mean, variance: uses * variance + spread, least: uses.rounded(.down) * least,
      isAtLeast: isAtLeast,
      saturation: saturation)
  }

  /// Squared coefficient of variation; 1 for no time at all.
  var variability: Double { mean > 0 ? variance / (mean * mean) : 1 }
}

/// The moments of work that is of one sort or another.
struct MomentsMixture {
  /// Of all that was added.
  private(set) var weight = 0.0
  /// Whether some part of it is longer than said.
  var isAtLeast = false
  private var mean = 0.0
  private var square = 0.0
  private var saturation = Moments.Saturation.none

  /// Adds one sort of work, weighed by how much of it there is.
  mutating func add(_ own: Moments, weight: Double) {
    self.weight += weight
    mean += weight * own.mean
    square += weight * (own.variance + own.mean * own.mean)
    isAtLeast = isAtLeast || own.isAtLeast
    saturation = max(saturation, own.saturation)
  }

  /// Its moments; no time where there is no work.
  var moments: Moments {
    var moments = Moments(isAtLeast: isAtLeast, saturation: saturation)
    guard weight > 0 else { return moments }
    moments.mean = mean / weight
    moments.variance = max(0, square / weight - moments.mean * moments.mean)
    return moments
  }
}
