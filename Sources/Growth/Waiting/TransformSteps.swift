/// The transforms of what requests go through as a flat list of steps, callees first, so that they
/// can be evaluated at many points, and once for all who go through the same.
///
/// They are those of what exceeds `Moments.least`: constants are added at the end, since they would
/// spoil the inversion.
struct TransformSteps {
  /// What one request to a node, or one message, goes through.
  private struct Step {
    let wait: Wait
    /// Its own work; nil when that takes no time, or a constant one.
    let work: Spread?
    /// The slowest of the calls at the same time.
    let slowest: Slowest?
    /// Its calls one after the other, among `calls`.
    let calls: Range<Int>
  }

  /// A gamma time.
  private struct Spread {
    let mean: Double
    let variability: Double

    init?(mean: Double, variability: Double) {
      guard mean > 0 else { return nil }
      self.mean = mean
      self.variability = variability
    }

    init?(mean: Double, variance: Double) {
      self.init(mean: mean, variability: variance / (mean * mean))
    }

    func transform(_ s: Complex) -> Complex {
      Transform.gamma(mean: mean, variability: variability, s)
    }
  }

  /// The slowest of several times.
  private enum Slowest {
    case longest(LongestOfMany)
    /// Of times that vary so much that one of them decides.
    case spread(Spread)

    init?(_ time: Moments) {
      if let longest = LongestOfMany(mean: time.mean, variability: time.variability) {
        self = .longest(longest)
      } else if let spread = Spread(mean: time.mean, variance: time.variance) {
        self = .spread(spread)
      } else {
        return nil
      }
    }

    func transform(_ s: Complex) -> Complex {
      switch self {
      case .longest(let longest): longest.transform(s)
      case .spread(let spread): spread.transform(s)
      }
    }
  }

  private struct Call {
    let uses: Double
    /// The constant that the transform of one use leaves out.
    let least: Double
    let response: Response

    enum Response {
      case step(Int)
      /// Inside a ring of calls a response is taken for a gamma of its mean and variance.
      case spread(Spread)
      /// The time until a caller gives up is constant, and left out.
      case constant
    }
  }

  let waits: Waits
  private var steps: [Step] = []
  private var calls: [Call] = []
  private var places: [Int: Int] = [:]

  /// No steps yet, of what waits at one load.
  init(_ waits: Waits) { self.waits = waits }

  /// The step of a node's answer, or of its handling of a message of some relation, added with
  /// those before it where it is new.
  mutating func add(_ node: Int, handling message: Int?) -> Int {
    guard let message else { return place(of: node) }
    return append(work: waits.tree.handling[message], node: node)
  }

  private mutating func place(of node: Int) -> Int {
    if let known = places[node] { return known }
    let place = append(work: waits.tree.own[node], node: node)
    places[node] = place
    return place
  }

  private mutating func append(work: ServiceTime?, node: Int) -> Int {
    let own = waits.tree.calls[node].filter { !$0.isParallel }.map { call in
      Call(
        uses: call.uses, least: call.wait(waits.responses[call.target]).least,
        response: response(to: call, from: node))
    }
    let start = calls.count
    calls += own
    let isConstant = work.map { $0.moments.least > 0 } ?? true
    steps.append(
      Step(
        wait: waits.stations[waits.tree.components[node]],
        work: isConstant
          ? nil : work.flatMap { Spread(mean: $0.mean, variability: $0.variability ?? 1) },
        slowest: waits.slowest[node].flatMap { Slowest($0) },
        calls: start..<calls.count))
    return steps.count - 1
  }

  private mutating func response(to call: CallTree.Call, from node: Int) -> Call.Response {
    let time = waits.responses[call.target]
    if time.saturation > .none { return .constant }
    guard waits.tree.rings[call.target] == waits.tree.rings[node] else {
      return .step(place(of: call.target))
    }
    return Spread(mean: time.mean - time.least, variance: time.variance).map(Call.Response.spread)
      ?? .constant
  }

  // MARK: - Evaluation

  /// Adds the transforms at a point of the complex plane of the steps that have none yet.
  func extend(_ values: inout [Complex], at s: Complex) {
    for step in steps[values.count...] {
      var product = step.wait.transform(s)
      if let work = step.work { product = product * work.transform(s) }
      if let slowest = step.slowest { product = product * slowest.transform(s) }
      for call in calls[step.calls] { product = product * value(of: call, at: s, values) }
      values.append(product)
    }
  }

  private func value(of call: Call, at s: Complex, _ values: [Complex]) -> Complex {
    let single =
      switch call.response {
      case .step(let step): values[step]
      case .spread(let spread): spread.transform(s)
      case .constant: Complex(1)
      }
    return Transform.repeated(call.uses, single, least: call.least, s)
  }
}
