package import Architecture
import Growth

/// One of several designs that are held against each other, as it was reviewed.
package struct Alternative: Sendable {
  /// What its column is called: short, and different from all others.
  package let name: String
  /// The scenario that it is looked at under; nil for today.
  package let scenario: String?
  /// Its review.
  package let review: Review
  /// Per journey, how long it takes at today's peak; nil where that is unknown.
  let responses: [(journey: String, time: ResponseTime?)]
  /// Per journey, what each kind of loss leaves of it.
  let standings: [JourneyStanding]
  /// What it costs at today's load; nil without prices.
  let costs: CostForecast?
  /// Names of the products that the team runs itself, sorted.
  package let products: [String]

  /// A design from its review; `catalogue` tells different names of one product.
  package init(name: String, scenario: String?, review: Review, catalogue: Catalogue) {
    (self.name, self.scenario, self.review) = (name, scenario, review)
    let model = review.growth
    let times = model?.responses(at: 1) ?? []
    responses = zip(review.architecture?.journeys ?? [], times).map { ($0.name, $1) }
    standings = model.map { JourneyLosses($0).standings() } ?? []
    costs = model.flatMap { CostForecast($0, at: [1]) }
    products = review.architecture?.ownProducts(catalogue) ?? []
  }

  /// Months until the first limit, 0 beyond it; nil where growth does not lead there.
  package var months: Double? { review.headroom.flatMap { review.months[$0.element] } }

  /// What is expected of it: of a scenario, what that says; else what is expected of today.
  var expectations: [Expectation] { review.expectations.filter { $0.scenario == scenario } }
}

extension Architecture {
  /// The products that the team runs itself; runtimes and tools aside.
  fileprivate func ownProducts(_ catalogue: Catalogue) -> [String] {
    let own = components.filter {
      ![.client, .external].contains($0.kind.role) && !$0.facts.isTrue(.managed)
    }
    let names = own.flatMap { $0.facts.list(.technology) }.compactMap { name -> String? in
      guard let product = catalogue.product(named: name) else { return name }
      return product.kinds.isEmpty ? nil : product.name
    }
    return Set(names).sorted()
  }
}
