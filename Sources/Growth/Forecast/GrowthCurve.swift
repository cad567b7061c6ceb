import Architecture

/// How a journey slows down as the first limit on its way comes near.
package struct GrowthCurve: Sendable {
  /// The journey.
  package private(set) var journey = ""
  /// The element whose limit is the first.
  package private(set) var element = ""
  /// From a light load to the limit.
  package private(set) var points: [Point] = []

  /// One load on the way.
  package struct Point: Sendable {
    /// Times today's peak.
    package let multiple: Double
    /// Share of the limit that is in use.
    package let utilisation: Double
    /// The 99th percentile of the journey in seconds; nil where the models cannot tell it.
    package let p99: Double?
  }

  /// Shares of the limit that are looked at.
  private static let shares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

  /// The curve of the first limit that a journey waits for in times that are known; nil where there
  /// is none.
  package init?(_ model: GrowthModel) {
    guard model.limits.count <= Budget.usualSize else { return nil }
    let entries = model.entries
    let visits = entries.map(model.tree.visits)
    let today = ResponseTimes(model, at: 0.01)
    let known = entries.indices.filter { journey in
      let response = today.response(of: entries[journey])
      return !response.isAtLeast && response.isBounded && response.mean > 0
    }
    for (component, limit) in Self.order(model) {
      let journey = known.first { journey in
        model.tree.nodes(of: component).contains { visits[journey][$0] > 0 }
      }
      guard let journey else { continue }
      self.journey = model.architecture.journeys[journey].name
      element = model.architecture.components[component].name
      points = Self.points(model, limit, entries[journey])
      guard points.filter({ $0.p99 != nil }).count > 1 else { continue }
      return
    }
    return nil
  }

  /// The first limits of all components, the first one reached in front.
  private static func order(_ model: GrowthModel) -> [(component: Int, limit: Limit)] {
    model.limits.enumerated().compactMap { index, limits in
      limits.first.flatMap { limit in
        limit.headroom > 0 && limit.utilisation(at: limit.headroom) > 0.99 ? (index, limit) : nil
      }
    }.sorted { ($0.limit.headroom, $0.component) < ($1.limit.headroom, $1.component) }
  }

  private static func points(
    _ model: GrowthModel, _ limit: Limit, _ calls: [(node: Int, uses: Double)]
  ) -> [Point] {
    shares.map { share in
      let multiple = share * limit.headroom
      let times = ResponseTimes(model, at: multiple)
      let response = times.response(of: calls)
      return Point(
        multiple: multiple, utilisation: limit.utilisation(at: multiple),
        p99: response.isBounded && times.doubts.isEmpty ? response.percentile(0.99) : nil)
    }
  }
}
