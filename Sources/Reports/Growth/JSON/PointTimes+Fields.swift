extension PointTimes {
  /// The keys of a row that say its times.
  static func fields<Row>(
    _ times: @escaping @Sendable (Row) -> PointTimes?
  ) -> [JSONField<Row>] {
    [
      .number("mean_s", "Mean response time in seconds", null: "when unknown or unbounded") {
        times($0)?.mean
      },
      .number("p50_s", "Median response time in seconds", null: "as `mean_s`") {
        times($0)?.p50
      },
      .number("p95_s", "95th percentile in seconds", null: "as `mean_s`") { times($0)?.p95 },
      .number("p99_s", "99th percentile in seconds", null: "as `mean_s`") { times($0)?.p99 },
      .object("half_width_95", "Precision of simulated times", null: "when not simulated") {
        times($0)?.halves.map { HalfWidths(mean: $0.mean, p99: $0.p99) }
      },
    ]
  }
}
