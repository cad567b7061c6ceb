import Findings
import Growth

/// How the times of journeys were found, and where they are not to be trusted.
extension GrowthTables {
  /// What was simulated, why, and how sure it is: multiples with the same reason together.
  var simulations: [String] {
    let indices = forecast.simulated.indices.filter { forecast.simulated[$0] != nil }
    return byReason(indices) { forecast.simulated[$0]?.reasons ?? [] }
      .map { simulation($0.indices, $0.reason.map { "; the models fail there: \($0)" } ?? "") }
      + unsimulated(indices)
  }

  func isDoubted(_ index: Int) -> Bool {
    !forecast.doubts[index].isEmpty && forecast.simulated[index] == nil
  }

  /// Where a simulation would say more than the models do.
  var doubts: [String] {
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

  func multiples(_ indices: [Int]) -> String {
    indices.map { Unit.digits(forecast.multiples[$0]) + "x" }.joined(separator: ", ")
  }

  /// Limits that are reached and that no simulation knows.
  private func unsimulated(_ indices: [Int]) -> [String] {
    forecast.elements.compactMap { element in
      let beyond = indices.filter { element.isBeyondUnsimulated(at: forecast.multiples[$0]) }
      return beyond.isEmpty
        ? nil
        : "connections to \(element.name) at \(multiples(beyond)) by the law, not simulated"
    }
  }
}
