import Architecture
import Findings
import Growth

/// What is fitted to measurements, how far off it is, and what it says against the declared.
extension GrowthTables {
  /// Loads of one element that have a line before the rest is left to `--all`.
  private static let mostLoads = 8

  /// The measured loads with their times, as measured and as fitted.
  var measured: GrowthTable {
    GrowthTable(
      title: "Measured (USL fit)", subject: "Element",
      columns: [
        .number("load", 11, "Load"), .number("in flight", 11, "In flight"),
        .number("mean", 10, "Mean measured"), .number("fitted", 10, "Mean fitted"),
        .number("off", 8, "Residual"),
      ], rows: calibrations.map(lines), notes: calibrations.flatMap(notes))
  }

  private func lines(_ element: MeasuredElement) -> [GrowthTable.Line] {
    let points = element.calibration.points.prefix(isComplete ? .max : Self.mostLoads)
    return points.enumerated().map { index, point in
      GrowthTable.Line(
        name: index == 0 ? element.name : "", isMore: index > 0,
        cells: [
          GrowthTable.Cell(GrowthNumber.rate(point.load)),
          GrowthTable.Cell(GrowthNumber.short(point.inFlight)),
          GrowthTable.Cell(GrowthNumber.duration(point.measured)),
          GrowthTable.Cell(GrowthNumber.duration(point.fitted)),
          GrowthTable.Cell(Self.percent(point.residual)),
        ])
    }
  }

  /// A residual with its sign.
  private static func percent(_ residual: Double) -> String {
    let percent = Int((residual * 100).rounded())
    return (percent > 0 ? "+" : "") + "\(percent) %"
  }

  private func notes(_ element: MeasuredElement) -> [String] {
    let law = element.calibration
    let most = law.most.isFinite ? ", at most \(GrowthNumber.rate(law.most))" : ""
    let peak =
      law.peak.isFinite && law.peak > 1
      ? " with \(GrowthNumber.short(law.peak)) in flight" : ""
    let taken =
      element.isTaken ? "; its service time is taken, since none is declared" : ""
    return [
      "\(element.name): service time \(GrowthNumber.duration(law.service)), contention "
        + "\(Self.share(law.contention)), coherence \(Self.share(law.coherence))\(most)\(peak); "
        + "off by \(GrowthNumber.share(law.rootMeanSquare)) (root mean square)\(taken)."
    ] + contradiction(element)
  }

  private static func share(_ share: Double) -> String {
    share < 1e-9 ? "0 %" : GrowthNumber.share(share)
  }

  /// By how much a declared capacity may exceed the measured one before it is named.
  private static let tolerance = 1.1

  /// A declared capacity that the measurements do not reach.
  private func contradiction(_ element: MeasuredElement) -> [String] {
    let law = element.calibration
    guard law.most.isFinite,
      let limit = forecast.elements.first(where: { $0.name == element.name })?.limits.first(
        where: { $0.capacity.map { $0 > law.most * Self.tolerance } ?? false }),
      let capacity = limit.capacity
    else { return [] }
    return [
      "\(element.name) carries \(GrowthNumber.rate(capacity)) by \(limit.kind.cause) as declared, "
        + "and \(GrowthNumber.rate(law.most)) at most as measured."
    ]
  }
}
