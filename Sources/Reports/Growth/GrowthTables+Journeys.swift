import Findings
import Growth

/// Journeys by multiple: how long they take, and how much of them is served.
extension GrowthTables {
  /// The journeys, critical ones first, else in the order of the description.
  var order: [Int] {
    let isCritical = { (index: Int) in
      standings.indices.contains(index) && standings[index].isCritical
    }
    return forecast.journeys.indices.filter(isCritical)
      + forecast.journeys.indices.filter { !isCritical($0) }
  }

  /// A row per journey.
  private func rows(
    _ indices: [Int], _ cell: (JourneyForecast, Int) -> GrowthTable.Cell
  ) -> [[GrowthTable.Line]] {
    indices.map { index in
      let journey = forecast.journeys[index]
      return [
        GrowthTable.Line(name: journey.name, cells: shown.map { cell(journey, $0) })
      ]
    }
  }

  // MARK: - Times

  /// The 99th percentile of what is answered.
  var journeys: GrowthTable {
    let isSimulated = forecast.simulated[shown].contains { $0 != nil }
    let isModelled = forecast.simulated[shown].contains { $0 == nil }
    let method = !isSimulated ? "model" : isModelled ? "~ simulated" : "simulated"
    let rows = rows(order) { time($0, $1, isMarked: isModelled) }
    return GrowthTable(
      title: "p99 (\(method))", subject: "Journey", columns: byMultiple, rows: rows,
      notes: rows.isEmpty ? [] : legend(of: rows) + users + simulations + doubts)
  }

  /// What the words in the cells of times mean.
  private func legend(of rows: [[GrowthTable.Line]]) -> [String] {
    let cells = Set(rows.joined().flatMap(\.cells).map(\.text))
    let points = forecast.journeys.flatMap { $0.points[shown] }
    var notes: [String] = []
    if cells.contains(where: { $0.hasPrefix(signs.atLeast) }) {
      notes.append("\(signs.atLeast) where times on the way are unknown")
    }
    if cells.contains("stuck") {
      notes.append("stuck: servers wait, without a timeout, for what is saturated")
    }
    notes += endless
    if cells.contains("near") { notes.append("near: too near saturation for the models") }
    if points.contains(where: { $0.verdict == .saturated }) {
      notes.append("beyond a limit, p99 of what is answered; - where unknown")
    }
    return notes.isEmpty ? [] : [notes.joined(separator: "; ")]
  }

  /// Per journey, what is carried of it where its queue has no end, at the first such multiple.
  private var endless: [String] {
    order.compactMap { number in
      let journey = forecast.journeys[number]
      let first = shown.first { isEndless(journey, $0) }
      guard let first, let rate = journey.points[first].goodput else { return nil }
      let multiple = GrowthNumber.multiple(forecast.multiples[first])
      return "\(journey.name) at \(multiple): endless, \(GrowthNumber.rate(rate)) carried"
    }
  }

  private func isEndless(_ journey: JourneyForecast, _ index: Int) -> Bool {
    guard let measured = forecast.simulated[index]?.journey(journey.name) else { return false }
    return measured.isEndless && measured.loss < 0.05
  }

  /// A cell; simulated times are marked where others are not, and those that a simulation should
  /// replace and did not.
  func time(
    _ journey: JourneyForecast, _ index: Int, isMarked: Bool
  ) -> GrowthTable.Cell {
    let (point, target) = (journey.points[index], journey.targetP99 ?? .infinity)
    let (response, measured) = (point.response, forecast.simulated[index]?.journey(journey.name))
    if isEndless(journey, index) {
      return GrowthTable.Cell("endless", .warn)
    }
    if point.verdict == .saturated { return answered(point, measured) }
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

  /// Beyond a limit: the time of what is answered, where that is known.
  private func answered(
    _ point: JourneyPoint, _ measured: SimulationResult.Measures?
  ) -> GrowthTable.Cell {
    if let rate = point.rate, let goodput = point.goodput, goodput >= rate, rate > 0 {
      return GrowthTable.Cell("stuck", .bad)
    }
    let isAnswered = (point.goodput ?? 0) > 0 && !point.response.isAtLeast
    let p99 = isAnswered ? p99(point.response, measured) : nil
    return GrowthTable.Cell(p99.map(GrowthNumber.duration) ?? "-", .bad)
  }

  private func p99(_ response: ResponseTime, _ measured: SimulationResult.Measures?) -> Double? {
    if let measured { return measured.times?.p99.value }
    return response.isBounded && response.mean > 0 ? response.percentile(0.99) : nil
  }

  // MARK: - Shares

  /// Share from which on a journey is taken to be served in full.
  private static let full = 0.9995

  /// The share of requests served, of the journeys that are not served in full throughout.
  var carried: GrowthTable {
    func share(_ point: JourneyPoint) -> Double? {
      guard let rate = point.rate, let goodput = point.goodput, rate > 0 else { return nil }
      return min(1, goodput / rate)
    }
    let touched = order.filter { index in
      forecast.journeys[index].points[shown].contains { share($0) ?? 1 < Self.full }
    }
    return GrowthTable(
      title: "Served share (law)", subject: "Journey", columns: byMultiple,
      rows: rows(touched) { journey, index in
        guard let share = share(journey.points[index]) else { return GrowthTable.Cell("-") }
        return GrowthTable.Cell(
          GrowthNumber.served(share), share < journey.leastServed ? .bad : .plain)
      }, notes: touched.contains { isLate($0, share) } ? [Self.late] : [])
  }

  /// Whether a journey that is served in part is not served at all at a larger multiple.
  private func isLate(_ index: Int, _ share: (JourneyPoint) -> Double?) -> Bool {
    let shares = forecast.journeys[index].points[shown].compactMap(share)
    return shares.contains { $0 > 0 } && shares.contains(0)
  }

  private static let late =
    "0 %: where nothing bounds the queue, every answer comes after its caller's timeout"

  // MARK: - Users

  /// Journeys whose demand is a number of users.
  private var users: [String] {
    let closed = forecast.journeys.compactMap { journey -> String? in
      let points = shown.compactMap { index in
        journey.points[index].users.map { ($0, journey.points[index].goodput) }
      }
      guard points.count == shown.count, !points.isEmpty else { return nil }
      let words = zip(shown, points).map { index, point in
        let rate = point.1.map { " take it \(GrowthNumber.rate($0))" } ?? ""
        return "\(multiples([index])): \(point.0)\(rate)"
      }
      return "users of \(journey.name), who wait for their answers: "
        + words.joined(separator: ", ")
    }
    return isComplete ? closed : []
  }
}
