extension SimulatedNetwork {
  /// Events per second of a run, about: two for each request when nobody tries again.
  var eventRate: Double {
    var rates = [Double](repeating: 0, count: nodes.count)
    for stream in streams { rates[Int(stream.node)] += stream.rate }
    // Calls lead a few levels down; deeper ones are left out of the estimate.
    var (wave, sum) = (rates, rates.reduce(0, +))
    for _ in 0..<8 {
      var next = [Double](repeating: 0, count: nodes.count)
      for (node, rate) in wave.enumerated() where rate > 0 {
        for call in Array(nodes[node].parallel) + Array(nodes[node].sequential) {
          let made = calls[call]
          next[Int(made.target)] += rate * (Double(made.uses) + made.chance)
        }
      }
      wave = next
      sum += wave.reduce(0, +)
    }
    return min(max(2 * sum, 1e-12), 1e30)
  }

  /// Seconds between two looks of an autoscaler at least, so that no more looks than events are
  /// simulated.
  func leastInterval(_ plan: SimulationPlan) -> Double {
    let seconds = plan.seconds(self)
    let scalers = stations.count { $0.scaler != nil }
    let whole = seconds.warmUp + Double(SimulationPlan.batches) * seconds.batch
    return whole * Double(scalers) / max(1, plan.events)
  }

  /// Simulates one run of a seed; broken off when it is stopped, with the batches that are done.
  package func run(
    seed: UInt64, number: UInt64, plan: SimulationPlan, isStopped: () -> Bool = { false }
  ) -> SimulationResult.Run {
    let seconds = plan.seconds(self)
    var simulation = SimulationRun(
      self, seed: seed, number: number, mostEvents: plan.mostEvents, mostWork: plan.most,
      leastInterval: leastInterval(plan))
    var histograms = [TimeHistogram](repeating: TimeHistogram(), count: names.count)
    var batches: [[StationBatch]] = []
    var isWhole = simulation.advance(to: seconds.warmUp, isStopped: isStopped)
    if isWhole { _ = simulation.closeBatch() }
    while isWhole, batches.count < SimulationPlan.batches {
      let end = seconds.warmUp + Double(batches.count + 1) * seconds.batch
      isWhole = simulation.advance(to: end, isStopped: isStopped)
      guard isWhole else { break }
      batches.append(simulation.closeBatch { histograms[$0].add($2, toBin: $1) })
    }
    let isOverrun = !isWhole && simulation.isOverrun
    if isOverrun, batches.isEmpty {
      batches.append(simulation.closeBatch { histograms[$0].add($2, toBin: $1) })
    }
    return SimulationResult.Run(
      seed: seed, number: number, batchSeconds: seconds.batch, events: simulation.events,
      isOverrun: isOverrun, batches: batches, histograms: histograms,
      left: reported.map { simulation.floors[$0].left(of: stations[$0]) },
      work: simulation.work)
  }
}

extension SimulationRun {
  /// What every station did since the last batch; its times are handed on by station and bin.
  mutating func closeBatch(
    times: (_ station: Int, _ bin: Int, _ count: Int) -> Void = { _, _, _ in }
  ) -> [StationBatch] {
    var result: [StationBatch] = []
    for station in network.stations.indices {
      settle(station)
      defer { batch[station] = StationBatch() }
      guard network.reported.contains(station) else { continue }
      var own = TimeHistogram()
      if batch[station].completed > 0 {
        let first = station * TimeHistogram.bins
        for bin in 0..<TimeHistogram.bins where bins[first + bin] > 0 {
          own.add(Int(bins[first + bin]), toBin: bin)
          times(station, bin, Int(bins[first + bin]))
          bins[first + bin] = 0
        }
      }
      batch[station].percentiles = [0.5, 0.95, 0.99].map { own.percentile($0) ?? 0 }
      result.append(batch[station])
    }
    return result
  }
}

extension SimulatedNetwork {
  /// Stations that results are about: of each component, its busiest part.
  var reported: Range<Int> { 0..<names.count }

  /// Slots of the parts of what is called, up to those of a call and with them.
  func slots(upTo call: Call) -> Int {
    call.slot + Int(stations[Int(nodes[Int(call.target)].station)].parts.count)
  }

  /// Adds the other parts behind all stations, each with limits of its own, which follow those that
  /// there are.
  static func addParts(
    to stations: inout [Station], limits: [SimulatedLimit]
  ) -> [SimulatedLimit] {
    var limits = limits
    for index in stations.indices where stations[index].parts.count > 1 {
      stations[index].others = stations.count
      let own = limits[stations[index].limits]
      for _ in 1..<Int(whole: stations[index].parts.count, most: Budget.parts + 1) {
        var part = stations[index]
        part.limits = limits.count..<limits.count + own.count
        limits += own
        stations.append(part)
      }
    }
    return limits
  }
}
