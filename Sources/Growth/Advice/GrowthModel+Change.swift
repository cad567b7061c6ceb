import Architecture

extension GrowthModel {
  /// The one number by which a component's first limit would carry a multiple of today's peak, as a
  /// phrase: limit of payments from 100/s to 1000/s; nil where it does already, or no number would.
  package func change(of component: Int, carrying target: Double) -> String? {
    guard let limit = limits[component].first, limit.headroom < target * (1 - 1e-9) else {
      return nil
    }
    let finder = RemedyFinder(model: self, target: target)
    guard let (place, value) = finder.change(component, limit) else { return nil }
    let old = architecture.facts(of: place.element)[place.property]?.value
    return finder.remedy(place, (old, value), component, limit, after: nil).words
  }
}
