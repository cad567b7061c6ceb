import Glibc

/// How the demand on one element grows: each of its journeys at its own rate.
struct MixedGrowth: Sendable {
  /// Shares of today's demand, with the logarithm of their monthly factor.
  private let parts: [(share: Double, monthly: Double)]

  init(_ shares: [(share: Double, rate: GrowthRate?)]) {
    parts = shares.map { ($0.share, $0.rate?.monthly ?? 0) }
  }

  /// By what demand will have multiplied after some months.
  func factor(after months: Double) -> Double {
    parts.reduce(0) { $0 + $1.share * exp(min(700, $1.monthly * months)) }
  }

  /// Months until demand is a multiple of today's: where the sum of share x e^(monthly x months)
  /// reaches it; ln m / monthly for a single rate.
  ///
  /// 0 when it is already; nil when it does not get there within a thousand years.
  func months(until multiple: Double) -> Double? {
    guard multiple > 1 else { return 0 }
    var (low, high) = (0.0, 12_000.0)
    guard factor(after: high) >= multiple else { return nil }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if factor(after: middle) < multiple { low = middle } else { high = middle }
    }
    return high
  }
}
