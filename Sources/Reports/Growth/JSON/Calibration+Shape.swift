import Architecture
import Growth

extension MeasuredElement: JSONShaped {
  static let shape = JSONShape<Self>(
    "calibration", "The universal scalability law fitted to the measurements of an element.",
    [
      .text("element", "Its name") { $0.name },
      .number("service_s", "Service time in seconds") { $0.calibration.service },
      .number("contention", "Share of the work that one request does at a time") {
        $0.calibration.contention
      },
      .number("coherence", "Cost of agreement between two in flight, as a share of the work") {
        $0.calibration.coherence
      },
      .number("most_per_s", "The most requests per second it allows", null: "without an end") {
        $0.calibration.most
      },
      .number("root_mean_square", "Root mean square of the residuals") {
        $0.calibration.rootMeanSquare
      },
      .flag("taken", "Whether its service time is used, as none is declared") { $0.isTaken },
      .list("points", "The measured loads") { $0.calibration.points },
    ])
}

extension Calibration.Point: JSONShaped {
  static let shape = JSONShape<Self>(
    "calibration_point", "A measured load.",
    [
      .number("load_per_s", "Requests per second") { $0.load },
      .number("in_flight", "Requests in flight: load x mean") { $0.inFlight },
      .number("mean_s", "Mean time measured, in seconds") { $0.measured },
      .number("fitted_s", "Mean time by the law, in seconds") { $0.fitted },
      .number("residual", "By how much the law is off, as a share of the measured") {
        $0.residual
      },
    ])
}

extension MeasuredPoint: JSONShaped {
  static let shape = JSONShape<Self>(
    "measured_point", "What was measured at a load beside a mean, with the model's numbers.",
    [
      .text("element", "The element's name") { $0.name },
      .number("load_per_s", "Requests per second") { $0.load },
      .number("p99_s", "99th percentile measured, in seconds", null: "when not measured") {
        $0.p99?.measured
      },
      .number("model_p99_s", "The same by the model", null: "when not measured or not known") {
        $0.p99?.model
      },
      .number("used", "Share in use as measured", null: "when not measured") {
        $0.used?.measured
      },
      .number("model_used", "The same by the model", null: "when not measured or not known") {
        $0.used?.model
      },
    ])
}
