package import Architecture
import Findings
package import SourceText
import YAML

/// Reads the technology catalogue from its pages.
package struct CatalogueReader {
  private let yaml = YAMLReader()

  private enum Key: String, MappingKey {
    case name, aliases, kinds
    case builtOn = "built-on"
    case images, schemes, hosts, settings, resources
    case facts

    /// The sort of foreign names that it holds; nil for another key.
    var sort: ForeignNames.Sort? { ForeignNames.Sort(rawValue: rawValue) }

    var documentation: String {
      switch self {
      case .name: "Name for people."
      case .aliases: "Other names by which a description may call it."
      case .kinds: "The kinds of component it can be; none for what any component may use."
      case .builtOn: "Ids of the products that it offers, extends or runs on."
      case .images, .schemes, .hosts, .settings, .resources: sort?.documentation ?? ""
      case .facts: "What it does when a description is silent, by property."
      }
    }
  }

  private enum FactKey: String, MappingKey {
    case value, kind, source, seen, note

    var documentation: String {
      switch self {
      case .value: "The value, in the form of the property."
      case .kind: "hard limit, default, soft quota or guidance."
      case .source: "The page that says so."
      case .seen: "Year and month it was looked up."
      case .note: "What qualifies the value."
      }
    }
  }

  private static let keys = MappingSchema(Key.self)
  private static let factKeys = MappingSchema(FactKey.self)

  /// Reads the pages of the technology catalogue, `technologies/product.yaml`.
  ///
  /// Only what stands above `facts:` is read at once. `catalogueProblems` reads everything.
  package static func catalogue(_ pages: [(path: String, text: String)]) -> Catalogue {
    var texts: [String: (path: String, text: String)] = [:]
    texts.reserveCapacity(pages.count)
    let products = pages.map { page in
      let id = Self.id(of: page.path)
      texts[id] = page
      return ProductHead(page.text)?.technology(id) ?? product(id, page)
    }
    return Catalogue(products) { [texts] technology in
      guard let page = texts[technology.id] else { return [] }
      let text = SourceText(path: page.path, text: page.text)
      return CatalogueReader().technology(
        technology.id, text, factsStart(text)..<text.bytes.count
      ).facts
    }
  }

  /// The product of a page without its facts, read as YAML.
  static func product(_ id: String, _ page: (path: String, text: String)) -> Technology {
    let text = SourceText(path: page.path, text: page.text)
    return CatalogueReader().technology(id, text, 0..<factsStart(text))
  }

  /// What is wrong with the pages of the catalogue.
  package static func problems(_ pages: [(path: String, text: String)]) -> [Problem] {
    let reader = CatalogueReader()
    let products = pages.map { page in
      let text = SourceText(path: page.path, text: page.text)
      return reader.technology(Self.id(of: page.path), text, 0..<text.bytes.count)
    }
    reader.reportAliasClashes(products)
    return reader.yaml.problems
  }

  private static func id(of path: String) -> String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last
    return file?.split(separator: UInt8(ascii: ".")).first.map { String(Substring($0)) } ?? ""
  }

  /// Offset of the line that starts the facts; the end where there is none.
  private static func factsStart(_ page: SourceText) -> Int {
    let line = (1...page.lineCount).first {
      page.bytes[page.lineRange($0)].starts(with: "facts:".utf8)
    }
    return line.map { page.lineRange($0).lowerBound } ?? page.bytes.count
  }

  private func technology(
    _ id: String, _ page: SourceText, _ part: Range<Int>
  ) -> Technology {
    var (name, aliases, facts) = (id, [String](), [CatalogueFact]())
    var kinds: [ComponentKind] = []
    var builtOn: [String] = []
    var foreign = ForeignNames()
    let keys = Self.keys
    if let root = yaml.add(page, yaml: part, having: keys.names, as: "a product's page") {
      for (entry, key) in yaml.known(root, keys, in: "a technology") {
        switch key.meaning {
        case .name: name = yaml.text(entry.value)
        case .aliases: aliases = texts(entry.value, .list, key: "aliases")
        case .kinds:
          let words = ComponentKind.allCases.map(\.rawValue)
          kinds = texts(entry.value, .words(words), key: "kinds").compactMap(ComponentKind.init)
        case .builtOn: builtOn = texts(entry.value, .list, key: "built-on")
        case .images, .schemes, .hosts, .settings, .resources:
          guard let sort = key.meaning.sort else { continue }
          foreign.names[sort] = texts(entry.value, .list, key: key.name)
        case .facts: facts = yaml.entries(entry.value).compactMap { fact($0) }
        }
      }
    }
    return Technology(
      id: id, name: name, aliases: aliases, kinds: kinds, builtOn: builtOn, foreign: foreign,
      facts: facts)
  }

  private func texts(_ node: NodeReference, _ type: ValueType, key: String) -> [String] {
    guard case .list(let texts)? = yaml.value(node, type, key: key) else { return [] }
    return texts
  }

  private func fact(_ entry: Entry) -> CatalogueFact? {
    guard let property = Property(entry.name),
      property.definition.declared.contains(.component)
    else {
      let names = Property.declared(on: .component).map(\.name)
      yaml.complain(
        "unknown-property", "no component has a property `\(entry.name)`", unknown: entry.name,
        among: names, otherwise: nil, at: yaml.span(entry.key))
      return nil
    }
    var value: Value?
    var texts: [FactKey: String] = [:]
    for (field, key) in yaml.known(entry.value, Self.factKeys, in: "a fact") {
      if key.meaning == .value {
        value = yaml.value(field.value, property.definition.type, key: entry.name)
      } else {
        texts[key.meaning] = yaml.text(field.value)
      }
    }
    guard let value, let firmness = CatalogueFact.Firmness(rawValue: texts[.kind] ?? ""),
      let source = texts[.source], let seen = texts[.seen]
    else {
      yaml.complain(
        "incomplete-fact", "a fact has a value, a kind, a source and the month it was seen",
        "write `{ value: 30s, kind: default, source: https://..., seen: 2026-11 }`", at: entry.key)
      return nil
    }
    return CatalogueFact(
      property: property, value: value, firmness: firmness, source: source, seen: seen,
      note: texts[.note])
  }

  private func reportAliasClashes(_ technologies: [Technology]) {
    let catalogue = Catalogue(technologies) { _ in [] }
    for technology in technologies {
      for alias in technology.aliases {
        guard let owner = catalogue.product(named: alias), owner.id != technology.id else {
          continue
        }
        yaml.add(
          Problem(
            .error, "alias-clash",
            "both `\(owner.id)` and `\(technology.id)` are called `\(alias)`",
            path: "technologies/\(technology.id).yaml"))
      }
    }
  }
}
