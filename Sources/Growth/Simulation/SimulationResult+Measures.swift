/// What the runs say about each station.
extension SimulationResult {
  /// Share of what comes from which on what gathers in every run is taken for a queue without end.
  private static let gathering = 0.004

  /// Completions below which times are not told.
  private static let fewest = 200

  /// What was measured of a station, by batch means over all runs.
  ///
  /// George Fishman, "Discrete-Event Simulation", 2001, section 6.6.
  package func measures(of station: Int) -> Measures? {
    let batches = runs.flatMap { run in run.batches.map { $0[station] } }
    let seconds = runs.reduce(0) { $0 + $1.batchSeconds * Double($1.batches.count) }
    func sum(_ part: (StationBatch) -> Double) -> Double { batches.reduce(0) { $0 + part($1) } }
    let arrivals = sum { Double($0.arrivals) }
    guard arrivals > 0, seconds > 0 else { return nil }
    let completed = sum { Double($0.completed) }
    let lost = sum { Double($0.turnedAway + $0.failed) }
    let isEndless =
      runs.contains(where: \.isOverrun)
      || runs.allSatisfy { $0.growth(at: station) > Self.gathering * arrivals / seconds }
    let isNear =
      !isEndless
      && runs.contains {
        SimulationPlan.isTooShort(batch: $0.batchSeconds, for: relaxationTimes[station])
      }
    return Measures(
      arrivals: arrivals / seconds, busy: sum(\.busy) / seconds,
      waiting: sum(\.waiting) / seconds,
      loss: lost + completed > 0 ? lost / (lost + completed) : 0,
      wait: sum(\.wait) / max(1, sum { Double($0.begun) }),
      times: completed < Double(Self.fewest) || isEndless || isNear
        ? nil : times(of: station, batches),
      isEndless: isEndless, isNear: isNear, served: completed / seconds,
      refused: sum { Double($0.turnedAway) } / arrivals)
  }

  private func times(of station: Int, _ batches: [StationBatch]) -> Times? {
    var histogram = TimeHistogram()
    for run in runs { histogram.add(run.histograms[station]) }
    let filled = batches.filter { $0.completed > 0 }
    let total = filled.reduce(0) { $0 + $1.response }
    let count = filled.reduce(0) { $0 + Double($1.completed) }
    guard count > 0 else { return nil }
    let means = filled.map { $0.response / Double($0.completed) }
    func estimate(_ index: Int, _ share: Double) -> Estimate {
      let value = histogram.percentile(share) ?? 0
      let half = Student.halfWidth(filled.map { $0.percentiles[index] }).map {
        max($0, betweenRuns(of: station, share, value, histogram) ?? 0)
      }
      return Estimate(value: value, half: half)
    }
    return Times(
      mean: Estimate(value: total / count, half: Student.halfWidth(means)),
      p50: estimate(0, 0.5), p95: estimate(1, 0.95), p99: estimate(2, 0.99))
  }

  /// Half the width of the interval of a percentile by how much of each run is below it; nil for
  /// too few runs.
  ///
  /// Rare long queues make most of the time that a percentile is about, and many batches see none,
  /// so that percentiles of batches alone differ less than they should.
  private func betweenRuns(
    of station: Int, _ share: Double, _ value: Double, _ all: TimeHistogram
  ) -> Double? {
    let below = runs.map { $0.histograms[station] }.filter { $0.total > 0 }
      .map { $0.share(upTo: value) }
    guard let half = Student.halfWidth(below), let low = all.percentile(max(0, share - half)),
      let high = all.percentile(min(1, share + half))
    else { return nil }
    return max(high - value, value - low)
  }

  /// Whether the means and 99th percentiles of all journeys, or of all stations when there are no
  /// journeys, are known well enough.
  package func isPrecise(from first: Int) -> Bool {
    let watched = first < names.count ? Array(first..<names.count) : Array(0..<names.count)
    return watched.allSatisfy { station in
      guard let measures = measures(of: station), !measures.isEndless, !measures.isNear else {
        return true
      }
      guard let times = measures.times else { return measures.loss > 0.99 }
      func isNarrow(_ estimate: Estimate, _ share: Double) -> Bool {
        estimate.half.map { $0 <= share * estimate.value } ?? false
      }
      return isNarrow(times.mean, 0.01) && isNarrow(times.p99, 0.04)
    }
  }
}
