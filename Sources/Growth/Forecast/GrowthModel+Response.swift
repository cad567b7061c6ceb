import Architecture

extension GrowthModel {
  /// The time from a journey's request to its answer at a multiple of today's demand, by queueing
  /// models; nil for a system so large that somebody would wait for it.
  package func response(of journey: Int, at multiple: Double) -> ResponseTime? {
    guard limits.count <= Budget.usualSize, entries.indices.contains(journey) else { return nil }
    let calls = entries[journey]
    return calls.isEmpty ? nil : ResponseTimes(self, at: multiple).response(of: calls)
  }
}
