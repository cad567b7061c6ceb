import Architecture
import Findings
import Growth
import Review
import SourceText

/// The forecast as rows for a spreadsheet: one per multiple and element, under the names that the
/// JSON report uses.
struct GrowthCSVReport {
  let review: GrowthReview

  private static let names = [
    "multiple", "element", "kind", "arrival_rate_per_s", "servers", "capacity_per_s",
    "utilisation", "limit", "headroom", "headroom_without_one_replica",
    "headroom_without_worst_zone", "headroom_cold_caches", "months", "loss", "wait_mean_s",
    "mean_s", "p50_s",
    "p95_s", "p99_s", "queue_length", "backlog", "oldest_s", "drain_s", "verdict", "method",
  ]

  func render() -> String {
    guard let forecast = review.forecast else { return csvText([Self.names]) }
    let rows = forecast.multiples.enumerated().flatMap { index, multiple in
      forecast.elements.map {
        row(multiple, $0, $0.points[index], forecast.simulated[index]?.element($0.name))
      }
    }
    return csvText([Self.names] + rows)
  }

  private func row(
    _ multiple: Double, _ element: ElementForecast, _ point: ElementPoint,
    _ measured: SimulationResult.Measures?
  ) -> [String] {
    let limit = element.limits.first { $0.kind == point.limit }
    let times = PointTimes(point.response, measured)
    let numbers = { (values: [Double?]) in values.map(Self.field) }
    return [Self.field(multiple), element.name, element.kind.rawValue]
      + numbers([point.arrivals, point.servers, limit?.capacity, point.utilisation])
      + [point.limit?.rawValue ?? ""]
      + numbers([
        limit?.headroom, limit?.headroomWithoutOne, limit?.withoutZone?.headroom,
        limit?.headroomColdCaches, limit?.months, measured?.loss ?? point.loss,
        times == nil ? nil : measured?.wait ?? point.wait,
        times?.mean, times?.p50, times?.p95, times?.p99, measured?.waiting ?? point.waiting,
        point.backlog?.length, point.backlog?.oldest, point.backlog?.timeToDrain,
      ]) + [point.verdict.rawValue, times?.method ?? "law"]
  }

  /// A number as JSON has it; nothing for what is unknown.
  private static func field(_ number: Double?) -> String {
    guard let number, number.isFinite else { return "" }
    return number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }
}
