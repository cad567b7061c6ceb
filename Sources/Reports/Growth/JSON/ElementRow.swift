import Growth

/// An element at one multiple of today's demand.
struct ElementRow: JSONShaped {
  let name: String
  let point: ElementPoint
  let times: PointTimes?
  /// Measured means, where the model's are not exact.
  let means: SimulationResult.Measures?

  init(name: String, point: ElementPoint, measured: SimulationResult.Measures?) {
    self.name = name
    self.point = point
    times = PointTimes(point.response, measured)
    means = measured.flatMap { $0.isOnlyForTails ? nil : $0 }
  }

  static let shape = JSONShape<Self>(
    "element", "An element at one multiple of today's peak.", loads + waits + gathering)

  private static let loads: [JSONField<Self>] = [
    .text("element", "Its name") { $0.name },
    .number("arrival_rate_per_s", "Requests or messages per second", null: "when unknown") {
      $0.point.arrivals
    },
    .number("servers", "Replicas times concurrency", null: "when unknown") { $0.point.servers },
    .number("replicas", "Replicas that the load needs", null: "when unknown") {
      $0.point.replicas
    },
    .number("utilisation", "Share of its tightest limit in use", null: "when unknown") {
      $0.point.utilisation
    },
    .word("limit", "That limit", of: LimitKind.words, null: "when none is known") {
      $0.point.limit?.rawValue
    },
    .number("loss", "Share of the requests that are not served", null: "when unknown") {
      $0.means?.loss ?? $0.point.loss
    },
  ]

  private static let waits: [JSONField<Self>] =
    [
      .number("wait_mean_s", "Mean wait for a server, in seconds", null: "when unknown") {
        $0.times == nil ? nil : $0.means?.wait ?? $0.point.wait
      }
    ] + PointTimes.fields { $0.times } + [
      .number("queue_length", "Mean number of requests that wait", null: "when unknown") {
        $0.means?.waiting ?? $0.point.waiting
      }
    ]

  private static let gathering: [JSONField<Self>] = [
    .number("backlog", "Messages at the end of a peak", null: "for what is no channel") {
      $0.point.backlog?.length
    },
    .number("backlog_growth_per_s", "Messages per second that it grows by", null: "as `backlog`") {
      $0.point.backlog?.growth
    },
    .number("overflow_s", "Seconds until it is full", null: "when it does not fill up") {
      $0.point.backlog?.timeToOverflow
    },
    .number("oldest_s", "Age of the oldest message in seconds", null: "when unknown") {
      $0.point.backlog?.oldest
    },
    .number("drain_s", "Seconds until it is empty again", null: "when it never is") {
      $0.point.backlog?.timeToDrain
    },
    .object("scaling", "How replicas follow the climb", null: "where none do") {
      $0.point.scaling
    },
    .word("verdict", "Whether it handles its load", of: GrowthWords.verdicts) {
      $0.point.verdict.rawValue
    },
    .word("method", "How its times are found", of: GrowthWords.methods) {
      $0.times?.method ?? "law"
    },
  ]
}

extension ScalingResponse: JSONShaped {
  static let shape = JSONShape<Self>(
    "scaling", "What happens while replicas follow the climb to the peak, by a fluid model.",
    [
      .number("replicas_before", "Replicas before the climb") { $0.before },
      .number("replicas_wanted", "Replicas that the peak wants") { $0.after },
      .number("enough_after_s", "Seconds until capacity meets load", null: "when it never does") {
        $0.enoughAfter
      },
      .number("backlog", "Most requests that wait") { $0.backlog },
      .number("longest_wait_s", "The longest wait in seconds") { $0.longestWait },
      .number("lost", "Requests rejected by a full queue") { $0.lost },
      .number("drained_after_s", "Seconds until the queue is empty", null: "when it never is") {
        $0.drainedAfter
      },
      .flag("at_least", "Whether undeclared lags make it longer") { $0.isAtLeast },
      .word("method", "How it is found", of: ["fluid"]) { _ in "fluid" },
    ])
}
