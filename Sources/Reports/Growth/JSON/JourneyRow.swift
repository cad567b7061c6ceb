import Growth

/// A journey at one multiple of today's demand.
struct JourneyRow: JSONShaped {
  let journey: JourneyForecast
  let point: JourneyPoint
  let measured: SimulationResult.Measures?
  let times: PointTimes?

  init(journey: JourneyForecast, point: JourneyPoint, measured: SimulationResult.Measures?) {
    self.journey = journey
    self.point = point
    self.measured = measured
    let response = point.response
    let isKnown = !response.isAtLeast && response.isBounded && point.goodput != 0
    times = PointTimes(isKnown ? response : nil, response.isAtLeast ? nil : measured)
  }

  /// The time of the parts that are known; nil where all are, or none.
  private var part: ResponseTime? {
    let response = point.response
    return response.isAtLeast && response.isBounded && response.mean > 0 ? response : nil
  }

  private func availability(isAtMost: Bool) -> Double? {
    journey.availability.flatMap { $0.isAtMost == isAtMost ? $0.value : nil }
  }

  static let shape = JSONShape<Self>(
    "journey", "A journey at one multiple of today's peak.", loads + times)

  private static let loads: [JSONField<Self>] = [
    .text("journey", "Its name") { $0.journey.name },
    .number("rate_per_s", "How often it is taken at the peak", null: "when unknown") {
      $0.point.rate
    },
    .integer("users", "Users who take it again and again", null: "when it has a rate") {
      $0.point.users
    },
    .number("goodput_per_s", "How often it can be completed", null: "when unknown") {
      $0.point.goodput
    },
    .text("bottleneck", "The element that serves the smallest share", null: "when all serve all") {
      $0.point.bottleneck
    },
    .number("loss", "Simulated share of failures", null: "when not simulated") {
      $0.measured?.loss
    },
    .number("availability", "Share of the time that all it needs is up", null: "when unknown") {
      $0.availability(isAtMost: false)
    },
    .number(
      "availability_at_most", "An upper bound of it", null: "when it is known, or nothing is"
    ) { $0.availability(isAtMost: true) },
    .word("verdict", "Whether all on its way handle the load", of: GrowthWords.verdicts) {
      $0.point.verdict.rawValue
    },
  ]

  private static let times: [JSONField<Self>] =
    PointTimes.fields { $0.times } + [
      .object("at_least", "Lower bounds of the times", null: "when times are known, or nothing is")
      {
        $0.part.map(LeastTimes.init)
      },
      .word("method", "How its times are found", of: GrowthWords.methods) {
        $0.times?.method ?? "law"
      },
    ]
}

/// The time of those parts of a journey that are known.
private struct LeastTimes: JSONShaped {
  let response: ResponseTime

  static let shape = JSONShape<Self>(
    "least_times", "Response times of the parts that are known.",
    [
      .number("mean_s", "Mean in seconds") { $0.response.mean },
      .number("p95_s", "95th percentile in seconds") { $0.response.percentile(0.95) },
      .number("p99_s", "99th percentile in seconds") { $0.response.percentile(0.99) },
    ])
}
