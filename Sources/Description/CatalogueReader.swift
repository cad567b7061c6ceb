package import Architecture
package import Findings
import SourceText

extension Reading {
  private static let technologyKeys = Keys(plain: [
    "name": "Name for people.",
    "aliases": "Other names by which a description may call it.",
    "kinds": "The kinds of component it can be; none for what any component may use.",
    "facts": "What it does when a description is silent, by property.",
  ])
  private static let factKeys = Keys(plain: [
    "value": "The value, in the form of the property.",
    "kind": "hard limit, default, soft quota or guidance.",
    "source": "The page that says so.",
    "seen": "Year and month it was looked up.",
    "note": "What qualifies the value.",
  ])

  /// Reads the pages of the technology catalogue, `technologies/product.yaml`.
  ///
  /// Only what stands above `facts:` is read at once. `catalogueProblems` reads everything.
  package static func catalogue(_ pages: [(path: String, text: String)]) -> Catalogue {
    var texts: [String: SourceText] = [:]
    let products = pages.map { page in
      let text = SourceText(path: page.path, text: page.text)
      let id = Self.id(of: text)
      texts[id] = text
      var reading = Reading()
      return reading.technology(id, text, 0..<factsStart(text))
    }
    return Catalogue(products) { [texts] technology in
      guard let text = texts[technology.id] else { return [] }
      var reading = Reading()
      return reading.technology(technology.id, text, factsStart(text)..<text.bytes.count).facts
    }
  }

  /// What is wrong with the pages of the catalogue.
  package static func catalogueProblems(_ pages: [(path: String, text: String)]) -> [Problem] {
    var reading = Reading()
    let products = pages.map { page in
      let text = SourceText(path: page.path, text: page.text)
      return reading.technology(Self.id(of: text), text, 0..<text.bytes.count)
    }
    reading.reportAliasClashes(products)
    return reading.problems
  }

  private static func id(of page: SourceText) -> String {
    let file = page.path.utf8.split(separator: UInt8(ascii: "/")).last
    return file?.split(separator: UInt8(ascii: ".")).first.map { String(Substring($0)) } ?? ""
  }

  /// Offset of the line that starts the facts; the end where there is none.
  private static func factsStart(_ page: SourceText) -> Int {
    let line = (1...page.lineCount).first {
      page.bytes[page.lineRange($0)].starts(with: "facts:".utf8)
    }
    return line.map { page.lineRange($0).lowerBound } ?? page.bytes.count
  }

  private mutating func technology(
    _ id: String, _ page: SourceText, _ part: Range<Int>
  ) -> Technology {
    var (name, aliases, facts) = (id, [String](), [CatalogueFact]())
    var kinds: [ComponentKind] = []
    if let root = addText(page, yaml: part, with: Self.technologyKeys, as: "a product's page") {
      for entry in entries(root, Self.technologyKeys, in: "a technology") {
        switch entry.name {
        case "name": name = text(entry.value)
        case "aliases": aliases = texts(entry.value, .list, key: "aliases")
        case "kinds":
          let words = ComponentKind.allCases.map(\.rawValue)
          kinds = texts(entry.value, .words(words), key: "kinds").compactMap(ComponentKind.init)
        default: facts = self.entries(entry.value).compactMap { fact($0) }
        }
      }
    }
    return Technology(id: id, name: name, aliases: aliases, kinds: kinds, facts: facts)
  }

  private mutating func texts(_ node: NodeReference, _ type: ValueType, key: String) -> [String] {
    guard case .list(let texts)? = value(node, type, key: key) else { return [] }
    return texts
  }

  private mutating func fact(_ entry: Entry) -> CatalogueFact? {
    guard let property = Property(entry.name),
      property.definition.declared.contains(.component)
    else {
      let names = Property.declared(on: .component).map(\.name)
      complain(
        "unknown-property", "no component has a property `\(entry.name)`", unknown: entry.name,
        among: names, otherwise: nil, at: span(entry.key))
      return nil
    }
    var value: Value?
    var texts: [String: String] = [:]
    for field in entries(entry.value, Self.factKeys, in: "a fact") {
      if field.name == "value" {
        value = self.value(field.value, property.definition.type, key: entry.name)
      } else {
        texts[field.name] = text(field.value)
      }
    }
    guard let value, let firmness = CatalogueFact.Firmness(rawValue: texts["kind"] ?? ""),
      let source = texts["source"], let seen = texts["seen"]
    else {
      complain(
        "incomplete-fact", "a fact has a value, a kind, a source and the month it was seen",
        "write `{ value: 30s, kind: default, source: https://..., seen: 2026-11 }`", at: entry.key)
      return nil
    }
    return CatalogueFact(
      property: property, value: value, firmness: firmness, source: source, seen: seen,
      note: texts["note"])
  }

  private mutating func reportAliasClashes(_ technologies: [Technology]) {
    let catalogue = Catalogue(technologies) { _ in [] }
    for technology in technologies {
      for alias in technology.aliases {
        guard let owner = catalogue.product(named: alias), owner.id != technology.id else {
          continue
        }
        mistakes.add(
          Problem(
            .error, "alias-clash",
            "both `\(owner.id)` and `\(technology.id)` are called `\(alias)`",
            path: "technologies/\(technology.id).yaml"))
      }
    }
  }
}
