import Architecture

extension Journey {
  /// How often it is taken; the mean stands for a silent peak, and the peak for a silent mean.
  var rates: Rates {
    guard let rate = facts.number(.rate) ?? facts.number(.peak) else { return .unknown }
    let peak = facts.number(.peak) ?? rate
    return Rates(mean: rate, direct: peak, worst: peak)
  }
}
