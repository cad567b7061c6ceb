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
  /// Ids of the products that it offers, extends or runs on: what it does itself goes before
  /// what these do.
  package let builtOn: [String]
  /// What files of other tools call it.
  package let foreign: ForeignNames
  /// What is known about it.
  package let facts: [CatalogueFact]

  /// A product from its parts.
  package init(
    id: String, name: String, aliases: [String], kinds: [ComponentKind], builtOn: [String] = [],
    foreign: ForeignNames = ForeignNames(), facts: [CatalogueFact]
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kinds = kinds
    self.builtOn = builtOn
    self.foreign = foreign
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

extension Technology {
  /// The product with facts.
  func knowing(_ facts: [CatalogueFact]) -> Technology {
    Technology(
      id: id, name: name, aliases: aliases, kinds: kinds, builtOn: builtOn, foreign: foreign,
      facts: facts)
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
