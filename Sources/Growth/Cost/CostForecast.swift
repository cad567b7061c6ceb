import Architecture
package import YAML

/// What a system costs in a month at multiples of today's demand, by the prices of its description.
///
/// Bills follow the mean of the load, not its peak: replicas are those that the mean needs
/// (`Autoscaler.replicas`), or all of a fixed number; requests and messages those of the mean rate
/// in 730 hours. What has no price counts nothing, so that a sum is the least that is paid.
package struct CostForecast: Sendable {
  /// The currency of all amounts.
  package let currency: String
  /// The multiples of today's demand.
  package let multiples: [Double]
  /// The components with a price, in the order of the description.
  package let elements: [ElementCost]
  /// The journeys whose share of the bill is known, in the order of the description.
  package let journeys: [JourneyCost]
  /// Journeys that are taken in a month of today's mean; nil where a rate is unknown.
  package let taken: Double?
  /// Components in use that have no price.
  package let unpriced: [String]

  /// The costs of a model at some multiples; nil where nothing has a price.
  package init?(_ model: GrowthModel, at multiples: [Double]) {
    let components = model.architecture.components
    guard let currency = components.lazy.flatMap(\.prices.values).first?.currency else {
      return nil
    }
    (self.currency, self.multiples) = (currency, multiples)
    let bill = Bill(model)
    let priced = components.indices.filter { !components[$0].prices.isEmpty }
    elements = priced.map { index in
      ElementCost(
        name: components[index].name, points: multiples.map { bill.point(of: index, at: $0) },
        undeclared: bill.undeclared(of: index))
    }
    journeys = bill.journeys()
    let taken = Money.secondsPerMonth * model.journeys.reduce(0) { $0 + $1.mean }
    self.taken = taken > 0 ? taken : nil
    unpriced = components.indices.filter { index in
      components[index].prices.isEmpty && components[index].kind != .client
        && model.demand.nodes[index].isUsed
    }.map { components[$0].name }
  }

  /// An amount in the currency of the prices.
  package func money(_ amount: Double) -> Money { Money(amount: amount, currency: currency) }

  /// What all of it costs in a month at a multiple, by its place.
  package func perMonth(at place: Int) -> Double {
    elements.reduce(0) { $0 + $1.points[place].perMonth }
  }

  /// What a thousand journeys cost at a multiple, by its place; nil where rates are unknown.
  package func perThousand(at place: Int) -> Double? {
    taken.map { 1000 * perMonth(at: place) / ($0 * multiples[place]) }
  }

  /// The share of what is paid for replicas that the mean load leaves idle, by the multiple's
  /// place: one less their utilisation; nil where that is known of none.
  package func idle(at place: Int) -> Double? {
    let known = elements.map { $0.points[place] }.filter { $0.idle != nil }
    let paid = known.reduce(0) { $0 + $1.replicasPerMonth }
    let idle = known.reduce(0) { $0 + $1.replicasPerMonth * ($1.idle ?? 0) }
    return paid > 0 ? idle / paid : nil
  }

  /// The components whose fixed replicas do not carry the mean of a multiple, by its place.
  package func overloaded(at place: Int) -> [String] {
    elements.filter { $0.points[place].isOverloaded }.map(\.name)
  }

  /// Whether more is paid than is said at a multiple, by its place.
  package func isAtLeast(at place: Int) -> Bool {
    !unpriced.isEmpty || elements.contains { !$0.undeclared.isEmpty }
      || !overloaded(at: place).isEmpty
  }
}
