/// How long one sort of work takes, ready to draw from.
struct Sampler: Sendable {
  /// In seconds.
  let mean: Double
  /// 1 / variability; infinite for constant times.
  let shape: Double

  init(_ own: ServiceTime?) {
    mean = own?.mean ?? 0
    let spread = own?.variability ?? 1
    shape = spread < Transform.leastVariability ? .infinity : 1 / spread
  }

  @inline(__always)
  func draw(_ random: inout RandomNumbers) -> Double {
    if shape == 1 { return mean * random.exponential() }
    return shape == .infinity || mean == 0 ? mean : mean * random.gamma(shape: shape)
  }
}
