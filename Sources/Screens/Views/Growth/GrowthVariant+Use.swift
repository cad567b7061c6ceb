import Architecture
import Growth
import Review

extension GrowthVariant {
  /// Its name and what it carries.
  var words: String { "\(name): \(standing)" }

  /// What it carries, and what saturates first.
  var standing: String {
    guard let statement else { return "no limit is known" }
    if statement.limit == .lost { return "what needs \(statement.element) fails" }
    let bound = statement.isAtMost ? "<=" : ""
    return "headroom \(bound)\(statement.words)x, \(statement.element) saturates first"
      + " (\(statement.limit.rawValue))"
  }

  /// Times today's peak until a component breaks.
  func headroom(_ component: Int) -> Double { model.limits[component].first?.headroom ?? .infinity }

  /// The largest share of a limit of a component that is in use, and the limit it reaches first.
  func use(of component: Int, at multiple: Double) -> (used: Double, limit: Limit?) {
    let limits = model.limits[component]
    let used = limits.map { $0.utilisation(at: multiple) }.filter { !$0.isNaN }.max()
    return (used ?? 0, limits.first)
  }

  /// The component that breaks next above a multiple; nil where none does up to 1000x.
  func next(after multiple: Double) -> Int? {
    order.first { headroom($0) > multiple * (1 + 1e-9) }.flatMap {
      headroom($0) <= Slider.range.upperBound ? $0 : nil
    }
  }

  /// The component that breaks last below a multiple, still above today's peak.
  func previous(before multiple: Double) -> Int? {
    order.last { headroom($0) < multiple * (1 - 1e-9) }.flatMap {
      headroom($0) > Slider.range.lowerBound ? $0 : nil
    }
  }

  /// The components on the way of a journey that break first.
  func way(of journey: Int, _ outline: SystemOutline) -> [SystemOutline.Stop] {
    outline.ways.indices.contains(journey) ? outline.ways[journey] : []
  }

  /// What of a journey's way is fullest at a multiple; nil where no limit is known.
  func worst(
    of journey: Int, at multiple: Double, _ outline: SystemOutline
  ) -> (component: Int, limit: Limit, used: Double)? {
    way(of: journey, outline).flatMap { stop in
      limits(at: stop).map { (stop.component, $0, $0.utilisation(at: multiple)) }
    }.filter { !$0.2.isNaN }.max { $0.2 < $1.2 }
  }

  /// The limits of a component that a journey runs into.
  func limits(at stop: SystemOutline.Stop) -> [Limit] {
    model.limits[stop.component].filter(stop.meets)
  }
}
