import Architecture

/// Waits and response times of everything at one multiple of today's demand, by queueing models.
package struct ResponseTimes: Sendable {
  let multiple: Double
  /// The model under the demand at this multiple: users come as fast as they are answered, and who
  /// is turned away asks nothing further on.
  let model: GrowthModel
  /// How requests wait at it.
  let waits: Waits
  /// What users who come again do; nil when there are none.
  let closed: ClosedLoad?
  var tree: CallTree { waits.tree }

  init(_ today: GrowthModel, at multiple: Double) {
    let closed = today.closedLoad(at: multiple)
    var model = closed.map { today.with(throughput: $0.throughput, at: multiple) } ?? today
    let seen = (closed?.waits ?? [:]).merging(model.waitsForCallers(at: multiple)) { old, _ in old }
    var waits = WaitSolver(model.waitProblem(at: multiple, seen: seen)).solved
    // What full rooms turn away is missing further on, where it may leave rooms less full in turn.
    for _ in 0..<Self.rounds {
      let accepted = waits.stations.map(\.acceptedFraction)
      let change = zip(accepted, model.acceptedFraction).map { abs($0 - $1) }.max() ?? 0
      guard change > 1e-9 else { break }
      model = GrowthModel(model, journeys: model.journeys, acceptedFraction: accepted)
      waits = WaitSolver(model.waitProblem(at: multiple, seen: seen)).solved
    }
    self.multiple = multiple
    self.model = model
    self.closed = closed
    self.waits = waits
  }

  /// Rounds after which losses that feed on each other are taken as they are.
  private static let rounds = 20

  /// The time that requests and messages spend at a component; nil when none come.
  package func response(of component: Int) -> ResponseTime? {
    let used = model.stations[component].work.filter { $0.arrivals(at: multiple) > 0 }
    let total = used.reduce(0) { $0 + $1.arrivals(at: multiple) }
    guard total > 0 else { return nil }
    let parts = used.map { work in
      ResponseTime.Part(
        weight: work.arrivals(at: multiple) / total, node: work.node, message: work.relation)
    }
    return ResponseTime(waits, .oneOf(parts))
  }

  /// The time that calls take, one after the other.
  func response(of calls: [(node: Int, uses: Double)]) -> ResponseTime {
    waits.response(of: calls)
  }
}
