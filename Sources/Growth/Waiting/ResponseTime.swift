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

  private let waits: Waits
  private let shape: Shape
  private let moments: Moments

  init(_ waits: Waits, _ shape: Shape) {
    self.waits = waits
    self.shape = shape
    switch shape {
    case .allOf(let parts):
      moments = parts.reduce(into: Moments()) { sum, part in
        sum.add(waits.moments(part).repeated(part.weight))
      }
    case .oneOf(let parts):
      var mix = Moments(least: parts.map { waits.moments($0).least }.min() ?? 0)
      for part in parts {
        let own = waits.moments(part)
        mix.mean += part.weight * own.mean
        mix.variance += part.weight * (own.variance + own.mean * own.mean)
        mix.isAtLeast = mix.isAtLeast || own.isAtLeast
        mix.saturation = max(mix.saturation, own.saturation)
      }
      mix.variance = max(0, mix.variance - mix.mean * mix.mean)
      moments = mix
    }
  }

  /// Mean in seconds.
  package var mean: Double { moments.mean }

  /// Variance in seconds squared, as if all parts were independent.
  var variance: Double { moments.variance }

  /// Whether something unknown makes it longer than said.
  package var isAtLeast: Bool { moments.isAtLeast }

  /// Whether it has an end that the models can tell.
  package var isBounded: Bool { moments.saturation == .none }

  /// Whether requests wait longer and longer, because more arrives than is carried.
  package var isEndless: Bool { moments.saturation == .beyond }

  /// The time in seconds that a share of the requests does not exceed.
  package func percentile(_ share: Double) -> Double {
    guard moments.mean > 0 else { return 0 }
    if let queue = exactQueue { return queue.responsePercentile(share) }
    guard hasTransform else {
      guard moments.variability > 1e-6 else { return moments.mean }
      return Gamma.percentile(share, mean: moments.mean, shape: 1 / moments.variability)
    }
    var steps = TransformSteps(waits)
    let transform = TimeTransform(shape, &steps)
    var values: [Complex] = []
    return Transform.percentile(
      share, mean: moments.mean, variance: moments.variance, least: moments.least
    ) { s in
      values.removeAll(keepingCapacity: true)
      steps.extend(&values, at: s)
      return transform.value(at: s, values)
    }
  }

  /// Share of the requests that take longer than a time in seconds, by transforms at points that
  /// are shared with others.
  func tail(_ seconds: Double, _ points: inout TransformPoints) -> Double {
    let mean = moments.mean
    guard mean > 0 else { return seconds >= 0 ? 0 : 1 }
    if let queue = exactQueue { return queue.responseTail(seconds) }
    guard hasTransform else {
      guard moments.variability > 1e-6 else { return mean > seconds ? 1 : 0 }
      return Gamma.tail(seconds, mean: mean, shape: 1 / moments.variability)
    }
    let transform = points.transform(shape)
    return Transform.tail(
      beyond: seconds, mean: mean, variance: moments.variance, least: moments.least
    ) { points.value(of: transform, at: $0) }
  }

  /// What is left of a time in seconds beyond what no request falls below: those for which it is
  /// the same share the points of their transforms.
  func rest(of seconds: Double) -> Double { seconds - moments.least }

  /// Whether the distribution is worked out from its transform.
  private var hasTransform: Bool { waits.responses.count <= Budget.largeSystem && isSmall }

  /// Whether mean and deviation alone show that a share of the requests does not exceed a time.
  ///
  /// By Cantelli's inequality at most 1 / (1 + k x k) are k deviations above the mean, whatever the
  /// distribution.
  package func surelyKeeps(_ seconds: Double, for share: Double) -> Bool {
    moments.mean + (moments.variance * share / (1 - share)).squareRoot() <= seconds
  }

  /// Exponential work behind a queue without bound, the one case with a closed form.
  private var exactQueue: MultiServerQueue? {
    let parts =
      switch shape {
      case .oneOf(let parts), .allOf(let parts): parts
      }
    guard parts.count == 1, parts[0].weight == 1, waits.tree.calls[parts[0].node].isEmpty,
      case .endless(let queue) = waits.stations[waits.tree.components[parts[0].node]],
      queue.variability == 1
    else { return nil }
    return queue
  }

  /// Whether what follows each other is little enough for transforms; the slowest of what runs at
  /// the same time is one step.
  private var isSmall: Bool {
    var (seen, count) = ([Bool](repeating: false, count: waits.responses.count), 0)
    var open: [Int] =
      switch shape {
      case .oneOf(let parts), .allOf(let parts): parts.map(\.node)
      }
    while let node = open.popLast() {
      guard !seen[node] else { continue }
      (seen[node], count) = (true, count + 1)
      guard count <= Budget.transforms else { return false }
      for call in waits.tree.calls[node] where !call.isParallel { open.append(call.target) }
    }
    return true
  }
}

extension Waits {
  /// The time that calls take, one after the other.
  package func response(of calls: [(node: Int, uses: Double)]) -> ResponseTime {
    ResponseTime(self, .allOf(calls.map { .init(weight: $0.uses, node: $0.node, message: nil) }))
  }

  /// Mean and variance of the time from request, or from a message's arrival, to the end of it.
  func moments(_ part: ResponseTime.Part) -> Moments {
    guard let relation = part.message else { return responses[part.node] }
    var time = tree.holdingTime(ofMessage: relation, at: part.node, times)
    time.add(stations[tree.components[part.node]].moments)
    return time
  }
}
