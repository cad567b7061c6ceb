import Findings
import Growth
import SourceText

/// Journeys by multiple, and how their times were found.
extension GrowthTables {
  /// The 99th percentile where everything on the way carries the load, else what is carried.
  var journeys: [String] {
    guard !forecast.journeys.isEmpty else { return [] }
    let isSimulated = forecast.simulated[shown].contains { $0 != nil }
    let isModelled = forecast.simulated[shown].contains { $0 == nil }
    let method = !isSimulated ? "model" : isModelled ? "~ simulated" : "simulated"
    var lines = [heading("p99 (\(method))")]
    for journey in forecast.journeys {
      let cells = shown.map { index in
        cell(
          journey.points[index], forecast.simulated[index]?.journey(journey.name),
          isMarked: isModelled, journey.targetP99)
      }
      lines.append("  " + left(journey.name, Self.nameWidth) + cells.joined())
    }
    return lines + notes + simulations + availability
  }

  /// What the words in the cells of journeys mean.
  private var notes: [String] {
    let all = forecast.journeys.flatMap { $0.points[shown] }
    let points = all.filter { $0.verdict != .saturated || $0.goodput == $0.rate }
    var notes: [String] = []
    if points.count < all.count { notes.append("% is the share that is carried") }
    if points.contains(where: { $0.response.isAtLeast && $0.response.isBounded }) {
      notes.append("\(signs.atLeast) where times on the way are unknown")
    }
    if points.contains(where: { $0.response.isEndless }) {
      notes.append("stuck: servers wait, without a timeout, for what is saturated")
    }
    if points.contains(where: { !$0.response.isBounded && !$0.response.isEndless }) {
      notes.append("near: too near saturation for the models")
    }
    return notes.joined(separator: "; ").wrapped(width: GrowthTextReport.width - 2)
      .filter { !$0.isEmpty }.map { "  " + style.dim($0) }
  }

  /// Simulated times are marked where others are not.
  private func cell(
    _ point: JourneyPoint, _ measured: SimulationResult.Measures?, isMarked: Bool,
    _ target: Double?
  ) -> String {
    let response = point.response
    if let measured, measured.isEndless, measured.loss < 0.05 {
      return style.warn(right("endless", Self.columnWidth))
    }
    if point.verdict == .saturated, let rate = point.rate, let goodput = point.goodput, rate > 0 {
      let carried = goodput < rate ? share(goodput / rate) : "stuck"
      return style.bad(right(carried, Self.columnWidth))
    }
    if let measured, !response.isAtLeast {
      guard let p99 = measured.times?.p99.value else {
        return style.warn(right("rare", Self.columnWidth))
      }
      let text = right((isMarked ? "~" : "") + duration(p99), Self.columnWidth)
      return p99 > target ?? .infinity ? style.bad(text) : text
    }
    guard response.isBounded else { return style.warn(right("near", Self.columnWidth)) }
    guard response.mean > 0 else { return right("-", Self.columnWidth) }
    let p99 = response.percentile(0.99)
    let text = right(
      (response.isAtLeast ? signs.atLeast : "") + duration(p99), Self.columnWidth)
    return p99 > target ?? .infinity ? style.bad(text) : text
  }

  /// What was simulated, why, and how sure it is: multiples with the same reason together.
  private var simulations: [String] {
    let indices = forecast.simulated.indices.filter { forecast.simulated[$0] != nil }
    var reasons: [String] = []
    for index in indices where !reasons.contains(reason(index)) { reasons.append(reason(index)) }
    let texts = reasons.map { reason in
      simulation(indices.filter { self.reason($0) == reason }, reason)
    }
    return (texts + failures(indices)).flatMap { text in
      text.printable.wrapped(width: GrowthTextReport.width - 2).map { "  " + style.dim($0) }
    }
  }

  private func reason(_ index: Int) -> String {
    let reasons = forecast.simulated[index]?.reasons ?? []
    let more = reasons.count > 1 ? " and \(reasons.count - 1) more" : ""
    return reasons.first.map { "; the models fail there: \($0)\(more)" } ?? ""
  }

  private func simulation(_ indices: [Int], _ reason: String) -> String {
    let points = indices.compactMap { forecast.simulated[$0] }
    let widest = indices.compactMap { index in
      forecast.journeys.compactMap { journey -> Double? in
        let p99 = forecast.simulated[index]?.journey(journey.name)?.times?.p99
        guard let p99, let half = p99.half, p99.value > 0 else { return nil }
        return half / p99.value
      }.max()
    }.max()
    let sure = widest.map { ", p99 within \(share($0)) (95 % interval)" } ?? ""
    let runs = points.reduce(0) { $0 + $1.runs }
    let events = points.reduce(0) { $0 + $1.events }
    return "at \(multiples(indices)) simulated: \(runs) runs, \(short(Double(events))) events"
      + sure
      + reason
  }

  private func multiples(_ indices: [Int]) -> String {
    indices.map { Unit.digits(forecast.multiples[$0]) + "x" }.joined(separator: ", ")
  }

  /// Shares of journeys that fail although their load is carried.
  private func failures(_ indices: [Int]) -> [String] {
    forecast.journeys.compactMap { journey -> String? in
      let losses = indices.compactMap { index -> String? in
        guard let loss = forecast.simulated[index]?.journey(journey.name)?.loss, loss >= 0.0005
        else { return nil }
        return "\(share(loss)) at \(multiples([index]))"
      }
      return losses.isEmpty ? nil : "\(journey.name) fails: " + losses.joined(separator: ", ")
    }
  }

  private var availability: [String] {
    forecast.journeys.compactMap { journey in
      guard let availability = journey.availability else { return nil }
      let most = availability.isAtMost ? "at most " : ""
      let target = journey.targetAvailability.map { ", target \(Unit.ratio.format($0))" } ?? ""
      return "  \(journey.name.printable) is available \(most)"
        + "\(Unit.ratio.format(availability.value))\(target)"
    }
  }
}
