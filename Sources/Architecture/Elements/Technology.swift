import Findings
package import YAML

/// A product of the catalogue, with what it does when a description is silent.
package struct Technology: Sendable {
  /// Id, such as `amazon-sqs`.
  package let id: String
  /// Name for people, such as `Amazon SQS (standard)`.
  package let name: String
  /// Other names by which a description may call it.
  package let aliases: [String]
  /// The kinds of component it can be; empty for a runtime or tool that any component may use.
  package let kinds: [ComponentKind]
  /// What is known about it.
  package let facts: [CatalogueFact]

  /// A product from its parts.
  package init(
    id: String, name: String, aliases: [String], kinds: [ComponentKind], facts: [CatalogueFact]
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kinds = kinds
    self.facts = facts
  }
}

/// One fact about a product.
package struct CatalogueFact: Sendable {
  /// How firm the number is.
  package enum Firmness: String, CaseIterable, Sendable {
    case hardLimit = "hard limit"
    case `default`
    case softQuota = "soft quota"
    case guidance
  }

  /// The property it fills in.
  package let property: Property
  /// The value in base units.
  package let value: Value
  /// Hard limit, default, soft quota or guidance.
  package let firmness: Firmness
  /// The page that says so.
  package let source: String
  /// The day it was looked up, as year and month.
  package let seen: String
  /// What qualifies the value; nil where nothing does.
  package let note: String?

  /// A fact from its parts.
  package init(
    property: Property, value: Value, firmness: Firmness, source: String, seen: String,
    note: String? = nil
  ) {
    self.property = property
    self.value = value
    self.firmness = firmness
    self.source = source
    self.seen = seen
    self.note = note
  }
}

/// All products, by id and alias.
///
/// What is known about a product is read when somebody asks for it: a description names a few of
/// many.
package struct Catalogue: Sendable {
  private let products: [Technology]
  private let byName: [String: Int]
  private let facts: @Sendable (Technology) -> [CatalogueFact]

  /// A catalogue of some products and a way to their facts; of equal names the first one wins.
  package init(
    _ products: [Technology], facts: @escaping @Sendable (Technology) -> [CatalogueFact]
  ) {
    self.products = products.sorted { $0.id < $1.id }
    self.facts = facts
    var byName: [String: Int] = [:]
    for (index, technology) in self.products.enumerated() {
      for name in [technology.id, technology.name] + technology.aliases {
        let key = Self.normalised(name)
        if byName[key] == nil { byName[key] = index }
      }
    }
    self.byName = byName
  }

  /// The products of this catalogue, before those of another one that it does not have.
  package func before(_ other: Catalogue) -> Catalogue {
    let own = Set(products.map(\.id))
    let all = products + other.products.filter { !own.contains($0.id) }
    return Catalogue(all) { own.contains($0.id) ? facts($0) : other.facts($0) }
  }

  /// The products with their facts, sorted by id.
  package var technologies: [Technology] { products.map { $0.knowing(facts($0)) } }

  /// The product that a description calls by a name, with its facts, which are read anew.
  package subscript(name: String) -> Technology? {
    product(named: name).map { $0.knowing(facts($0)) }
  }

  /// The product that a description calls by a name, without its facts.
  ///
  /// A vendor's name before its own product says nothing: `AWS RDS MySQL` is `rds-mysql`.
  package func product(named name: String) -> Technology? {
    let name = Self.normalised(name)
    if let index = byName[name] { return products[index] }
    for names in Self.vendors {
      for vendor in names where name.hasPrefix(vendor) {
        guard let index = byName[String(name.dropFirst(vendor.count))] else { continue }
        let product = Self.normalised(products[index].name)
        if names.contains(where: product.hasPrefix) { return products[index] }
      }
    }
    return nil
  }

  /// The names of each vendor of many products.
  private static let vendors = [
    ["amazon-", "aws-"], ["google-cloud-", "google-", "gcp-"],
    ["azure-", "microsoft-azure-", "microsoft-"],
  ]

  /// Every id and alias, for "did you mean".
  package var names: [String] { products.flatMap { [$0.id] + $0.aliases } }

  /// Lower case, with spaces, dots and underscores as hyphens, without brackets and `for`:
  /// `Node.js` finds `node-js`, `RDS for MySQL` finds `rds-mysql`.
  private static func normalised(_ name: String) -> String {
    let bytes = name.lowercased().utf8.filter { !"()".utf8.contains($0) }
      .map { " ._/".utf8.contains($0) ? UInt8(ascii: "-") : $0 }
    let words = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .filter { !$0.elementsEqual("for".utf8) }
    return String(decoding: Array(words.joined(separator: [UInt8(ascii: "-")])), as: UTF8.self)
  }
}

extension Technology {
  /// The product with facts.
  fileprivate func knowing(_ facts: [CatalogueFact]) -> Technology {
    Technology(id: id, name: name, aliases: aliases, kinds: kinds, facts: facts)
  }

  /// The facts as defaults of a component, each with its source in words.
  package var defaults: [(property: Property, fact: Fact)] {
    facts.map {
      let note = $0.note.map { " \($0)" } ?? ""
      let firmness = $0.firmness == .default ? "" : ", \($0.firmness.rawValue)"
      let source = "\(name)\(firmness): \($0.source) (\($0.seen)).\(note)"
      let fact = Fact(
        $0.value, .default, source: source, isLimit: $0.firmness == .hardLimit)
      return ($0.property, fact)
    }
  }
}
