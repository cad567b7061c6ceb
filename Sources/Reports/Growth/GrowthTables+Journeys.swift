import Findings
import Growth

/// Journeys by multiple, and how their times were found.
extension GrowthTables {
  /// The 99th percentile where everything on the way carries the load, else what is carried.
  var journeys: GrowthTable {
    let isSimulated = forecast.simulated[shown].contains { $0 != nil }
    let isModelled = forecast.simulated[shown].contains { $0 == nil }
    let method = !isSimulated ? "model" : isModelled ? "~ simulated" : "simulated"
    let rows = forecast.journeys.map { journey in
      let cells = shown.map { cell(journey, $0, isMarked: isModelled) }
      return [GrowthTable.Line(name: journey.name, cells: cells)]
    }
    return GrowthTable(
      title: "p99 (\(method))", subject: "Journey", columns: byMultiple, rows: rows,
      notes: rows.isEmpty ? [] : legend + answered + users + simulations + doubts + availability)
  }

  /// What the words in the cells of journeys mean.
  private var legend: [String] {
    let all = forecast.journeys.flatMap { $0.points[shown] }
    let points = all.filter { $0.verdict != .saturated || $0.goodput == $0.rate }
    var notes: [String] = []
    if points.count < all.count {
      notes.append("% is the share that is carried")
    }
    if points.contains(where: { $0.response.isAtLeast && $0.response.isBounded }) {
      notes.append("\(signs.atLeast) where times on the way are unknown")
    }
    if points.contains(where: { $0.response.isEndless }) {
      notes.append("stuck: servers wait, without a timeout, for what is saturated")
    }
    if points.contains(where: { !$0.response.isBounded && !$0.response.isEndless }) {
      notes.append("near: too near saturation for the models")
    }
    return notes.isEmpty ? [] : [notes.joined(separator: "; ")]
  }

  /// A cell; simulated times are marked where others are not, and those that a simulation should
  /// replace and did not.
  private func cell(
    _ journey: JourneyForecast, _ index: Int, isMarked: Bool
  ) -> GrowthTable.Cell {
    let (point, target) = (journey.points[index], journey.targetP99 ?? .infinity)
    let (response, measured) = (point.response, forecast.simulated[index]?.journey(journey.name))
    if let measured, measured.isEndless, measured.loss < 0.05 {
      return GrowthTable.Cell("endless", .warn)
    }
    if point.verdict == .saturated, let rate = point.rate, let goodput = point.goodput, rate > 0 {
      return GrowthTable.Cell(
        goodput < rate ? GrowthNumber.share(goodput / rate) : "stuck", .bad)
    }
    func time(_ seconds: Double, _ mark: String) -> GrowthTable.Cell {
      GrowthTable.Cell(
        mark + GrowthNumber.duration(seconds), seconds > target ? .bad : .plain)
    }
    if let measured, !response.isAtLeast {
      guard let p99 = measured.times?.p99.value else {
        return GrowthTable.Cell(measured.isNear ? "near" : "rare", .warn)
      }
      return time(p99, isMarked ? "~" : "")
    }
    guard response.isBounded else { return GrowthTable.Cell("near", .warn) }
    guard response.mean > 0 else { return GrowthTable.Cell("-") }
    let least = response.isAtLeast ? signs.atLeast : isDoubted(index) ? "?" : ""
    return time(response.percentile(0.99), least)
  }

  /// The 99th percentiles of what is answered where not everything is.
  private var answered: [String] {
    forecast.journeys.compactMap { journey -> String? in
      let times = shown.compactMap { index -> String? in
        let point = journey.points[index]
        guard point.verdict == .saturated, let goodput = point.goodput, goodput > 0 else {
          return nil
        }
        return p99(point.response, forecast.simulated[index]?.journey(journey.name))
          .map { "\(GrowthNumber.duration($0)) at \(multiples([index]))" }
      }
      return times.isEmpty
        ? nil : "p99 of \(journey.name) that are answered: " + times.joined(separator: ", ")
    }
  }

  private func p99(_ response: ResponseTime, _ measured: SimulationResult.Measures?) -> Double? {
    guard !response.isAtLeast else { return nil }
    if let measured { return measured.times?.p99.value }
    return response.isBounded && response.mean > 0 ? response.percentile(0.99) : nil
  }

  /// Journeys whose demand is a number of users.
  private var users: [String] {
    let closed = forecast.journeys.compactMap { journey -> String? in
      let points = shown.compactMap { index in
        journey.points[index].users.map { ($0, journey.points[index].goodput) }
      }
      guard points.count == shown.count, !points.isEmpty else { return nil }
      let words = zip(shown, points).map { index, point in
        let rate = point.1.map { " take it \(Unit.perSecond.format(rounded($0)))" } ?? ""
        return "\(multiples([index])): \(point.0)\(rate)"
      }
      return "users of \(journey.name), who wait for their answers: "
        + words.joined(separator: ", ")
    }
    return isComplete ? closed : []
  }

  private func rounded(_ rate: Double) -> Double {
    Double(Unit.digits(rate, significant: 3)) ?? rate
  }

  // MARK: - Simulations

  /// What was simulated, why, and how sure it is: multiples with the same reason together.
  private var simulations: [String] {
    let indices = forecast.simulated.indices.filter { forecast.simulated[$0] != nil }
    return byReason(indices) { forecast.simulated[$0]?.reasons ?? [] }
      .map { simulation($0.indices, $0.reason.map { "; the models fail there: \($0)" } ?? "") }
      + failures(indices) + unsimulated(indices)
  }

  private func isDoubted(_ index: Int) -> Bool {
    !forecast.doubts[index].isEmpty && forecast.simulated[index] == nil
  }

  /// Where a simulation would say more than the models do.
  private var doubts: [String] {
    let indices = shown.filter(isDoubted)
    return byReason(indices) { forecast.reasons[$0] }.map { reason, indices in
      "? the models fail at \(multiples(indices)) and nothing was simulated: \(reason ?? "")"
    }
  }

  /// The multiples that share a first reason, in the order of the first of them.
  private func byReason(
    _ indices: [Int], _ reasons: (Int) -> [String]
  ) -> [(reason: String?, indices: [Int])] {
    var groups: [(reason: String?, indices: [Int])] = []
    for index in indices {
      let all = reasons(index)
      let more = all.count > 1 ? " and \(all.count - 1) more" : ""
      let reason = all.first.map { $0 + more }
      if let place = groups.firstIndex(where: { $0.reason == reason }) {
        groups[place].indices.append(index)
      } else {
        groups.append((reason, [index]))
      }
    }
    return groups
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
    let sure = widest.map { ", p99 within \(GrowthNumber.share($0)) (95 % interval)" } ?? ""
    let runs = points.reduce(0) { $0 + $1.runs }
    let events = GrowthNumber.short(Double(points.reduce(0) { $0 + $1.events }))
    return "at \(multiples(indices)) simulated: \(runs) runs, \(events) events" + sure + reason
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
        return "\(GrowthNumber.share(loss)) at \(multiples([index]))"
      }
      return losses.isEmpty ? nil : "\(journey.name) fails: " + losses.joined(separator: ", ")
    }
  }

  /// Limits that are reached and that no simulation knows.
  private func unsimulated(_ indices: [Int]) -> [String] {
    forecast.elements.compactMap { element in
      let beyond = indices.filter { element.isBeyondUnsimulated(at: forecast.multiples[$0]) }
      return beyond.isEmpty
        ? nil
        : "connections to \(element.name) at \(multiples(beyond)) by the law: they are not simulated"
    }
  }

  private var availability: [String] {
    forecast.journeys.compactMap { journey in
      guard let availability = journey.availability else { return nil }
      let most = availability.isAtMost ? "at most " : ""
      let target = journey.targetAvailability.map { ", target \(Unit.ratio.format($0))" } ?? ""
      return "\(journey.name) is available \(most)"
        + "\(Unit.ratio.format(availability.value))\(target)"
    }
  }
}
