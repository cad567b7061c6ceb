import Architecture

/// The time from a request to its answer as a distribution: waits, own work and synchronous calls.
///
/// Times of what follows each other are independent and are summed as distributions, never by
/// their percentiles; what runs at the same time ends with the slowest.
package struct ResponseTime: Sendable {
  /// A node, or the handling of a message, with how often or how likely it is.
  struct Part: Sendable {
    let weight: Double
    let node: Int
    let message: Int?
  }

  enum Shape: Sendable {
    /// One of the parts, by the weights as chances.
    case oneOf([Part])
    /// Each part after the other, as often as its weight says.
    case allOf([Part])
  }

  private let times: ResponseTimes
  private let shape: Shape
  private let moments: Moments
  /// Most nodes whose transforms are multiplied; times of more are summed by mean and variance.
  private static let mostNodes = 64
  private static let largeSystem = 2000

  init(_ times: ResponseTimes, _ shape: Shape) {
    self.times = times
    self.shape = shape
    switch shape {
    case .allOf(let parts):
      moments = parts.reduce(into: Moments()) { sum, part in
        sum.add(times.moments(part).repeated(part.weight))
      }
    case .oneOf(let parts):
      var mix = Moments(least: parts.map { times.moments($0).least }.min() ?? 0)
      for part in parts {
        let own = times.moments(part)
        mix.mean += part.weight * own.mean
        mix.variance += part.weight * (own.variance + own.mean * own.mean)
        mix.isPartial = mix.isPartial || own.isPartial
        mix.saturation = max(mix.saturation, own.saturation)
      }
      mix.variance = max(0, mix.variance - mix.mean * mix.mean)
      moments = mix
    }
  }

  /// Mean in seconds.
  package var mean: Double { moments.mean }

  /// Whether something unknown makes it longer than said.
  package var isAtLeast: Bool { moments.isPartial }

  /// Whether it has an end that the models can tell.
  package var isBounded: Bool { moments.saturation == .none }

  /// Whether requests wait for ever longer, because more arrives than is carried.
  package var isEndless: Bool { moments.saturation == .beyond }

  /// The time in seconds that a share of the requests does not exceed.
  package func percentile(_ share: Double) -> Double {
    guard moments.mean > 0 else { return 0 }
    if let exact = exactPercentile(share) { return exact }
    guard times.responses.count <= Self.largeSystem, isSmall else {
      guard moments.variability > 1e-6 else { return moments.mean }
      return Gamma.percentile(share, mean: moments.mean, shape: 1 / moments.variability)
    }
    return Transform.percentile(
      share, mean: moments.mean, variance: moments.variance, least: moments.least
    ) { s in
      var walk = TransformWalk(times: times, s: s)
      return walk.transform(of: shape)
    }
  }

  /// Exponential work behind a queue without bound, the one case with a closed form.
  private func exactPercentile(_ share: Double) -> Double? {
    let parts =
      switch shape {
      case .oneOf(let parts), .allOf(let parts): parts
      }
    guard parts.count == 1, parts[0].weight == 1, times.tree.calls[parts[0].node].isEmpty,
      case .endless(let queue) = times.waits[times.tree.components[parts[0].node]],
      queue.variability == 1
    else { return nil }
    return queue.responsePercentile(share)
  }

  private var isSmall: Bool {
    var seen: Set<Int> = []
    var open: [Int] =
      switch shape {
      case .oneOf(let parts), .allOf(let parts): parts.map(\.node)
      }
    while let node = open.popLast() {
      guard seen.insert(node).inserted else { continue }
      guard seen.count <= Self.mostNodes else { return false }
      open += times.tree.calls[node].map(\.target)
    }
    return true
  }
}

/// The transforms of nodes at one point of the complex plane, each computed once.
///
/// They are those of what exceeds `Moments.least`: constants are added at the end, since they would
/// spoil the inversion.
private struct TransformWalk {
  let times: ResponseTimes
  let s: Complex
  private var known: [Int: Complex] = [:]

  init(times: ResponseTimes, s: Complex) {
    self.times = times
    self.s = s
  }

  mutating func transform(of shape: ResponseTime.Shape) -> Complex {
    switch shape {
    case .oneOf(let parts):
      let parts = parts.map { (part: $0, least: times.moments($0).least) }
      let least = parts.map(\.least).min() ?? 0
      return parts.reduce(Complex(0)) { sum, part in
        let own = transform(of: part.part) * Transform.constant(part.least - least, s)
        return sum + part.part.weight * own
      }
    case .allOf(let parts):
      return parts.reduce(Complex(1)) { product, part in
        let shift = Transform.constant(times.moments(part).least, s)
        return product * Transform.repeated(part.weight, transform(of: part), shift: shift)
      }
    }
  }

  private mutating func transform(of part: ResponseTime.Part) -> Complex {
    guard let relation = part.message else { return response(part.node) }
    let own = work(times.tree.handling[relation]) * waiting(in: part.node)
    return own * times.waits[times.tree.components[part.node]].transform(s)
  }

  private mutating func response(_ node: Int) -> Complex {
    if let known = known[node] { return known }
    let wait = times.waits[times.tree.components[node]].transform(s)
    let result = wait * work(times.tree.own[node]) * waiting(in: node)
    known[node] = result
    return result
  }

  private func work(_ own: OwnTime?) -> Complex {
    guard let own else { return Complex(1) }
    return own.moments.least > 0
      ? Complex(1) : Transform.gamma(mean: own.mean, variability: own.variability ?? 1, s)
  }

  /// What a node waits for: its calls in turn, and the slowest of those at the same time.
  private mutating func waiting(in node: Int) -> Complex {
    var product = times.slowest[node].map { gamma(($0.mean, $0.variance)) } ?? Complex(1)
    for call in times.tree.calls[node] where !call.isParallel {
      let shift = Transform.constant(call.wait(times.responses[call.target]).least, s)
      product = product * Transform.repeated(call.uses, called(call, from: node), shift: shift)
    }
    return product
  }

  /// Inside a ring of calls a response is taken for a gamma of its mean and variance; the time
  /// until a caller gives up is constant, and left out.
  private mutating func called(_ call: CallTree.Call, from node: Int) -> Complex {
    let time = times.responses[call.target]
    if time.saturation > .none { return Complex(1) }
    let isRing = times.tree.rings[call.target] == times.tree.rings[node]
    return isRing ? gamma((time.mean - time.least, time.variance)) : response(call.target)
  }

  private func gamma(_ time: (mean: Double, variance: Double)) -> Complex {
    guard time.mean > 0 else { return Complex(1) }
    let variability = time.variance / (time.mean * time.mean)
    return Transform.gamma(mean: time.mean, variability: variability, s)
  }
}
