import Architecture
import YAML

/// Reads what the page of a format says of types of resources.
struct ResourceMappingReader {
  let yaml: YAMLReader
  /// Reads what an attribute is.
  let attribute: (NodeReference) -> Attribute?

  private enum Key: String, MappingKey {
    case kind, kinds, attributes, products, names, partOf = "part-of", parts, fronts, arrows
    case arrowsIn = "arrows-in"
    case from, to, arrow, environment, roles, rights, copies

    var documentation: String {
      switch self {
      case .kind: "What it is where no page of a product says so."
      case .kinds: "What it is where an attribute is set, by the path of that."
      case .attributes: "What its attributes are, by their paths."
      case .products: "Attributes by whose words it is one product or another."
      case .names: "Attributes with the names by which others know it."
      case .partOf: "The attribute that names the component of which it is a part."
      case .parts: "Attributes that name resources which are parts of it."
      case .fronts: "Attributes that name what stands between it and its callers."
      case .arrows: "Attributes that name what it uses, each with the kind of arrow, or `any`."
      case .arrowsIn: "Attributes that name what uses it, each with the kind of arrow, or `any`."
      case .from: "The attribute that names the source of the arrow that it is."
      case .to: "The attribute that names the target of the arrow that it is."
      case .arrow: "The kind of the arrow that it is, or `any`."
      case .environment: "Attributes with the variables of containers."
      case .roles: "Attributes that name the roles whose rights it has."
      case .rights: "Attributes with rights, or that name what has them."
      case .copies: "The key that the number of its copies fills in."
      }
    }
  }

  private static let keys = MappingSchema(Key.self)

  /// The mappings below a node, by type; a type may be several: `aws_lb, aws_alb`.
  func mappings(_ node: NodeReference) -> [String: ResourceMapping] {
    var all: [String: ResourceMapping] = [:]
    for entry in yaml.entries(node) {
      let mapping = mapping(entry.value)
      for type in entry.name.split(whereSeparator: { $0 == "," || $0 == " " }) {
        all[String(type)] = mapping
      }
    }
    return all
  }

  private func mapping(_ node: NodeReference) -> ResourceMapping {
    var mapping = ResourceMapping()
    var (source, target, link) = ("", "", nil as RelationKind?)
    for (entry, key) in yaml.known(node, Self.keys, in: "a type of resource") {
      let value = entry.value
      switch key.meaning {
      case .kind: mapping.kind = kind(value)
      case .kinds:
        mapping.kinds = yaml.entries(value).compactMap { entry in
          kind(entry.value).map { (entry.name, $0) }
        }
      case .attributes:
        mapping.attributes = yaml.entries(value).compactMap { entry in
          attribute(entry.value).map { (entry.name, $0) }
        }
      case .products: mapping.products = yaml.entries(value).map { ($0.name, words($0.value)) }
      case .names: mapping.names = list(value)
      case .partOf: mapping.owner = yaml.text(value)
      case .parts: mapping.parts = list(value)
      case .fronts: mapping.fronts = list(value)
      case .arrows: mapping.arrows = yaml.entries(value).map { ($0.name, arrow($0.value)) }
      case .arrowsIn: mapping.arrowsIn = yaml.entries(value).map { ($0.name, arrow($0.value)) }
      case .from: source = yaml.text(value)
      case .to: target = yaml.text(value)
      case .arrow: link = arrow(value)
      case .environment: mapping.environment = list(value)
      case .roles: mapping.roles = list(value)
      case .rights: mapping.rights = list(value)
      case .copies: mapping.copies = Property(yaml.text(value))
      }
    }
    if !source.isEmpty {
      mapping.link = ResourceMapping.Link(source: source, target: target, kind: link)
    }
    return mapping
  }

  private func list(_ node: NodeReference) -> [String] { yaml.oneOrMore(node).map(yaml.text) }

  private func words(_ node: NodeReference) -> [String: [String]] {
    let pairs = yaml.entries(node).map { ($0.name.lowercased(), list($0.value)) }
    return Dictionary(pairs) { first, _ in first }
  }

  private func kind(_ node: NodeReference) -> ComponentKind? {
    let words = ComponentKind.allCases.map(\.rawValue)
    guard case .text(let word)? = yaml.value(node, .word(words), key: "kind") else { return nil }
    return ComponentKind(rawValue: word)
  }

  private func arrow(_ node: NodeReference) -> RelationKind? {
    let words = RelationKind.allCases.map(\.rawValue) + ["any"]
    guard case .text(let word)? = yaml.value(node, .word(words), key: "arrow") else { return nil }
    return RelationKind(rawValue: word)
  }
}
