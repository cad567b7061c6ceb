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

  // MARK: - Beside means

  /// What was measured beside means, and what the model says of it.
  var held: GrowthTable {
    GrowthTable(
      title: "Measured (model)", subject: "Element",
      columns: [
        .number("load", 11, "Load"), .number("p99", 9, "p99 measured"),
        .number("model", 9, "p99 by the model"), .number("used", 9, "Use measured"),
        .number("model", 9, "Use by the model"),
      ], rows: measuredPoints.map { [line($0)] }, notes: measuredPoints.flatMap(contradictions))
  }

  private func line(_ point: MeasuredPoint) -> GrowthTable.Line {
    func cell(_ number: Double?, _ write: (Double) -> String) -> GrowthTable.Cell {
      GrowthTable.Cell(number.map(write) ?? "-")
    }
    return GrowthTable.Line(
      name: point.name,
      cells: [
        GrowthTable.Cell(GrowthNumber.rate(point.load)),
        cell(point.p99?.measured, GrowthNumber.duration),
        cell(point.p99?.model, GrowthNumber.duration),
        cell(point.used?.measured, GrowthNumber.share),
        cell(point.used?.model, GrowthNumber.share),
      ])
  }

  /// What the measured and the model's numbers of a load cannot both be.
  private func contradictions(_ point: MeasuredPoint) -> [String] {
    let at = "\(point.name) at \(GrowthNumber.rate(point.load))"
    var notes: [String] = []
    if point.contradictsTime, let p99 = point.p99, let model = p99.model {
      notes.append(
        "\(at): p99 is \(GrowthNumber.duration(p99.measured)) as measured, and "
          + "\(GrowthNumber.duration(model)) by what is declared.")
    }
    if point.contradictsUse, let used = point.used, let model = used.model {
      notes.append(
        "\(at): \(GrowthNumber.share(used.measured)) are in use as measured, and "
          + "\(GrowthNumber.share(model)) by what is declared.")
    }
    return notes
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
      "\(element.name): \(GrowthNumber.rate(capacity)) as declared (\(limit.kind.rawValue)), but "
        + "\(GrowthNumber.rate(law.most)) at most as measured."
    ]
  }
}
