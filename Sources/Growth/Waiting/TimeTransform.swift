/// The transform of a response time by the steps that it goes through.
struct TimeTransform {
  private let parts: [(weight: Double, least: Double, step: Int)]
  private let isMixture: Bool

  /// The transform of a time of some shape, whose steps are added to those that are there.
  init(_ shape: ResponseTime.Shape, _ steps: inout TransformSteps) {
    let parts: [ResponseTime.Part]
    switch shape {
    case .oneOf(let choices): (parts, isMixture) = (choices, true)
    case .allOf(let sequence): (parts, isMixture) = (sequence, false)
    }
    self.parts = parts.map { part in
      let step = steps.add(part.node, handling: part.message)
      return (part.weight, steps.waits.moments(part).least, step)
    }
  }

  /// Its value at a point of the complex plane, from those of the steps there.
  func value(at s: Complex, _ values: [Complex]) -> Complex {
    isMixture ? mixture(at: s, values) : sequence(at: s, values)
  }

  private func mixture(at s: Complex, _ values: [Complex]) -> Complex {
    let least = parts.map(\.least).min() ?? 0
    return parts.reduce(Complex(0)) { sum, part in
      sum + part.weight * (values[part.step] * Transform.constant(part.least - least, s))
    }
  }

  private func sequence(at s: Complex, _ values: [Complex]) -> Complex {
    parts.reduce(Complex(1)) { product, part in
      product * Transform.repeated(part.weight, values[part.step], least: part.least, s)
    }
  }
}

/// Transforms at points of the complex plane, each step evaluated once at each point however many
/// times go through it.
struct TransformPoints {
  private var steps: TransformSteps
  private var values: [Complex: [Complex]] = [:]

  /// Of what waits at one load.
  init(_ waits: Waits) { steps = TransformSteps(waits) }

  /// The transform of a time of some shape.
  mutating func transform(_ shape: ResponseTime.Shape) -> TimeTransform {
    TimeTransform(shape, &steps)
  }

  /// The value of a transform at a point.
  mutating func value(of transform: TimeTransform, at s: Complex) -> Complex {
    steps.extend(&values[s, default: []], at: s)
    return values[s].map { transform.value(at: s, $0) } ?? Complex(1)
  }
}
