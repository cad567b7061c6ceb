import SourceText

/// All products, by id and alias.
///
/// What is known about a product is read when somebody asks for it: a description names a few of
/// many.
package struct Catalogue: Sendable {
  /// The products; of equal names that of the first one counts.
  private let products: [Technology]
  private let byName: [String: Int]
  private let facts: @Sendable (Technology) -> [CatalogueFact]

  /// A catalogue of some products and a way to their facts; of equal names the first one wins.
  package init(
    _ products: [Technology], facts: @escaping @Sendable (Technology) -> [CatalogueFact]
  ) {
    self.products = products
    self.facts = facts
    var byName: [String: Int] = [:]
    byName.reserveCapacity(products.count * 8)
    for (index, technology) in products.enumerated() {
      func add(_ name: String) {
        let key = ProductName.key(of: name)
        if byName[key] == nil { byName[key] = index }
      }
      add(technology.id)
      add(technology.name)
      technology.aliases.forEach(add)
    }
    byName[""] = nil
    self.byName = byName
  }

  /// The products of this catalogue, before those of another one that it does not have.
  ///
  /// A name that both use belongs to a product of this one.
  package func before(_ other: Catalogue) -> Catalogue {
    let own = Set(products.map(\.id))
    let all = products + other.products.filter { !own.contains($0.id) }
    return Catalogue(all) { own.contains($0.id) ? facts($0) : other.facts($0) }
  }

  /// The products with their facts, sorted by id.
  package var technologies: [Technology] {
    products.sorted { $0.id < $1.id }.map(knowing)
  }

  /// The products that files of other tools call by names of a sort, with the kind that such a name
  /// stands for where the page says one; of equal names the first one counts.
  package func products(
    by sort: ForeignNames.Sort
  ) -> [String: (product: Technology, kind: ComponentKind?)] {
    var found: [String: (product: Technology, kind: ComponentKind?)] = [:]
    for product in products {
      for name in product.foreign.names[sort] ?? [] {
        let parts = name.split(separator: " ").map(String.init)
        let kind = parts.count == 3 && parts[1] == "as" ? ComponentKind(rawValue: parts[2]) : nil
        guard let key = parts.first, found[key] == nil else { continue }
        found[key] = (product, kind)
      }
    }
    return found
  }

  /// The product that a description calls by a name, with its facts, which are read anew.
  package subscript(name: String) -> Technology? { product(named: name).map(knowing) }

  /// A product with its facts, which are read anew.
  package func knowing(_ product: Technology) -> Technology { product.knowing(facts(product)) }

  /// The product that a description calls by one name, without its facts.
  ///
  /// The name may have a version, be that of an image, or end in what the product is used as:
  /// `PostgreSQL 16`, `docker.io/library/postgres:16`, `SQS queue`.
  package func product(named name: String) -> Technology? {
    guard name.utf8.count <= ProductName.longest else { return nil }
    if let product = product(of: ProductName(name)) { return product }
    return ProductName.ofImage(name).lazy.compactMap { product(of: $0) }.first
  }

  private func product(of name: ProductName) -> Technology? {
    var name = name
    // No name has more words to leave out, unless somebody wants to keep the program busy.
    for _ in 0..<10 {
      if let product = product(key: name.key) { return product }
      guard let shorter = name.withoutTrimmings else { return nil }
      name = shorter
    }
    return nil
  }

  /// A vendor's name before its own product says nothing: `AWS RDS MySQL` is `rds-mysql`.
  private func product(key: String) -> Technology? {
    if let index = byName[key] { return products[index] }
    for vendor in ProductName.vendors {
      for name in vendor where key.hasPrefix(name) {
        guard let index = byName[String(key.dropFirst(name.count))] else { continue }
        if isMade(products[index], by: vendor) { return products[index] }
      }
    }
    return nil
  }

  private func isMade(_ product: Technology, by vendor: [String]) -> Bool {
    let name = ProductName.key(of: product.name)
    return vendor.contains(where: name.hasPrefix)
  }
}

extension Catalogue {
  /// What a description says that a component is built on.
  package struct Naming: Sendable {
    /// The products, without their facts, in the order of the text.
    package var products: [Technology] = []
    /// What may be a product, and the catalogue does not know.
    package var unknown: [String] = []
  }

  /// What a text names: a product, or several, such as `PostgreSQL on Kubernetes`, `Kafka (MSK)`,
  /// `Node.js, Express`.
  ///
  /// What stands after `on` or in brackets, and is no product, is a remark.
  package func naming(_ text: String) -> Naming {
    if !ProductName.isList(text), let product = product(named: text) {
      return Naming(products: [product])
    }
    guard text.utf8.count <= ProductName.longest else { return Naming(unknown: [text]) }
    var naming = Naming()
    let parts = ProductName.parts(of: text)
    if ProductName.isPath(text), let product = parts.last.flatMap({ product(named: $0.text) }) {
      // `java/kafka` are two products, `bitnami/kafka` is an image.
      let first = parts.dropLast().compactMap { self.product(named: $0.text) }
      return Naming(products: Self.unique(first + [product]))
    }
    for part in parts {
      if let product = product(named: part.text) {
        naming.products.append(product)
      } else if !part.isRemark {
        naming.unknown.append(part.text)
      }
    }
    if naming.products.isEmpty { naming.unknown = [text] }
    naming.products = Self.unique(naming.products)
    return naming
  }

  private static func unique(_ products: [Technology]) -> [Technology] {
    var ids: Set<String> = []
    return products.filter { ids.insert($0.id).inserted }
  }

  /// The product whose name is probably meant by a misspelt one; nil when none is near.
  ///
  /// Short names are near to each other without meaning the same, and a product of one vendor is
  /// never that of another, so few are near: those of the vendor, with the same first letter, and
  /// one edit in four letters.
  package func meant(by text: String, within budget: inout Int) -> String? {
    let (vendor, wanted) = ProductName.parted(ProductName.key(of: text))
    guard wanted.utf8.count >= 4, text.utf8.count <= ProductName.longest else { return nil }
    var names: [String: String] = [:]
    var candidates: [String] = []
    for product in products where vendor.map({ isMade(product, by: $0) }) ?? true {
      for name in [product.id] + product.aliases {
        let rest = ProductName.parted(ProductName.key(of: name)).rest
        guard rest.utf8.first == wanted.utf8.first, names[rest] == nil else { continue }
        names[rest] = name
        candidates.append(rest)
      }
    }
    return suggestion(
      for: wanted, among: candidates, within: &budget, lettersPerEdit: 4
    ).flatMap { names[$0] }
  }

  /// The products of a component in the order in which their facts count, and those of them of
  /// which each could be the component itself, where these are several.
  ///
  /// What is built on another one of them goes before it, and is what the component is.
  package func choice(
    among products: [Technology], as kind: ComponentKind
  ) -> (order: [Technology], open: [Technology]) {
    var order: [Technology] = []
    for product in Self.unique(products) {
      let place = order.firstIndex { product.builtOn.contains($0.id) } ?? order.endIndex
      order.insert(product, at: place)
    }
    let able = order.filter { $0.kinds.contains(kind) }
    let bases = Set(able.flatMap(\.builtOn))
    let open = able.filter { !bases.contains($0.id) }
    return (order, open.count > 1 ? open : [])
  }
}
