/// Half the widths of confidence intervals of 95 %.
struct HalfWidths: JSONShaped {
  let mean: Double?
  let p99: Double?

  static let shape = JSONShape<Self>(
    "half_width", "Half the width of simulated 95 % confidence intervals.",
    [
      .number("mean_s", "Of the mean, in seconds", null: "where it is exact or unknown") {
        $0.mean
      },
      .number("p99_s", "Of the 99th percentile, in seconds", null: "when unknown") { $0.p99 },
    ])
}
