import Architecture

extension GrowthModel {
  /// The time from a journey's request to its answer at a multiple of today's demand, by queueing
  /// models; nil for a system so large that somebody would wait for it.
  package func response(of journey: Int, at multiple: Double) -> ResponseTime? {
    guard limits.count <= Budget.usualSize, entries.indices.contains(journey) else { return nil }
    let calls = entries[journey]
    return calls.isEmpty ? nil : ResponseTimes(self, at: multiple).response(of: calls)
  }

  /// The same of all journeys, in the order of the description.
  package func responses(at multiple: Double) -> [ResponseTime?] {
    guard limits.count <= Budget.usualSize else { return entries.map { _ in nil } }
    let times = ResponseTimes(self, at: multiple)
    return entries.map { $0.isEmpty ? nil : times.response(of: $0) }
  }
}
