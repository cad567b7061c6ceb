import Growth

/// Times at one multiple of demand and how they were found: simulated where that was done, else by
/// the queueing models.
struct PointTimes {
  /// `model` or `simulated`; means that are exact stay the model's where percentiles are simulated.
  let method: String
  let mean: Double
  let p50: Double
  let p95: Double
  let p99: Double
  /// Half the width of the 95 % confidence interval; nil for models.
  let halves: (mean: Double?, p99: Double?)?

  /// Nil when neither tells.
  init?(_ response: ResponseTime?, _ measured: SimulationResult.Measures?) {
    if let measured {
      guard let times = measured.times else { return nil }
      method = "simulated"
      let exact = measured.isOnlyForTails ? response?.mean : nil
      (mean, p50) = (exact ?? times.mean.value, times.p50.value)
      (p95, p99) = (times.p95.value, times.p99.value)
      halves = (exact == nil ? times.mean.half : nil, times.p99.half)
    } else if let response {
      method = "model"
      (mean, p50) = (response.mean, response.percentile(0.5))
      (p95, p99) = (response.percentile(0.95), response.percentile(0.99))
      halves = nil
    } else {
      return nil
    }
  }
}
