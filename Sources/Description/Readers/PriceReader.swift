import Architecture
import SourceText
import YAML

/// Reads what a team pays: prices by the names of components, or of products that they are built
/// on.
struct PriceReader {
  let yaml: YAMLReader
  let catalogue: Catalogue

  /// One entry as read.
  private struct Price {
    let name: String
    let key: NodeReference
    var amounts: [PriceUnit: Money] = [:]
  }

  /// Prices the components of a system; of what a component's own name and its product's say, the
  /// former counts.
  func add(_ entries: [Entry], to architecture: inout Architecture) {
    guard !entries.isEmpty else { return }
    var declared = DeclaredNames(of: "price")
    var currency: String?
    let prices = entries.filter { declared.isNew($0, yaml) }.map { price($0, &currency) }
    let byName = Dictionary(
      prices.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let byProduct = Dictionary(
      prices.enumerated().compactMap { number, price in
        catalogue.product(named: price.name).map { ($0.id, number) }
      }, uniquingKeysWith: { first, _ in first })
    var isUsed = prices.map { _ in false }
    for (index, component) in architecture.components.enumerated() {
      let texts = component.facts.list(.technology)
      let products = texts.flatMap { catalogue.naming($0).products }.map { byProduct[$0.id] }
      for number in [byName[component.name]] + texts.map({ byName[$0] }) + products {
        guard let number else { continue }
        isUsed[number] = true
        architecture.components[index].prices.merge(prices[number].amounts) { own, _ in own }
      }
    }
    for (price, isUsed) in zip(prices, isUsed)
    where !isUsed && catalogue.product(named: price.name) == nil {
      miss(price, architecture)
    }
  }

  private func price(_ entry: Entry, _ currency: inout String?) -> Price {
    var price = Price(name: entry.name, key: entry.key)
    for (field, key) in yaml.known(
      entry.value, DescriptionKeys.price, in: "price `\(entry.name)`")
    {
      guard let unit = PriceUnit(rawValue: key.name),
        case .text(let text)? = yaml.value(field.value, unit.type, key: key.name),
        let amount = unit.price(text)
      else { continue }
      let first = currency ?? amount.currency
      currency = first
      guard amount.currency == first else {
        mix(amount.currency, with: first, field.value)
        continue
      }
      price.amounts[unit] = amount
    }
    return price
  }

  private func mix(_ currency: String, with first: String, _ node: NodeReference) {
    yaml.complain(
      "mixed-currencies", "a price in \(currency) stands beside prices in \(first)",
      "write all prices in one currency; none is converted", at: node)
  }

  /// A product's price may be there for other systems, as may all of an included file; another name
  /// is misspelt.
  private func miss(_ price: Price, _ architecture: Architecture) {
    guard !yaml.losesNames, yaml.span(price.key).source == 0 else { return }
    yaml.complain(
      "unused-price", "no component is called or built on `\(price.name.prefix(60))`",
      unknown: price.name,
      among: architecture.components.flatMap { [$0.name] + $0.facts.list(.technology) },
      otherwise: "name a component, or a product that is the `technology` of some",
      at: yaml.span(price.key), weight: .warning)
  }
}
