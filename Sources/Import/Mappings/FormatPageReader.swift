import Architecture
import SourceText
import YAML

/// Reads the page of a format.
struct FormatPageReader {
  private let yaml = YAMLReader()

  private enum Key: String, MappingKey {
    case name, silence, attributes, ignored, names, commands, addresses, callers, consumers
    case examples, resources, actions

    var documentation: String {
      switch self {
      case .name: "Name for people."
      case .silence: "What the format cannot say, to stand beside each input."
      case .attributes: "What its attributes are, by their names; `*` stands for anything."
      case .ignored: "Attributes that say nothing here, each with the reason."
      case .names: "Kinds of component, by the last word of a name."
      case .commands: "Kinds of component, by a word of a command."
      case .addresses: "Words in the names of variables that hold addresses."
      case .callers: "Words in the names of variables that hold addresses nobody calls from here."
      case .consumers: "Words in names and commands of what consumes messages."
      case .examples: "Inputs, each with what is read of it."
      case .resources: "What types of resources say, by their names."
      case .actions: "Kinds of arrow by the action of a right; a `*` at the end is anything."
      }
    }
  }

  private enum AttributeKey: String, MappingKey {
    case property, unit, values, on, least

    var documentation: String {
      switch self {
      case .property: "The key of descriptions that it fills in."
      case .unit: "The unit of a bare number."
      case .values: "Words of the other tool, each with the word of the description."
      case .on: "`relation` where it is said of an arrow, `target` of what stands behind."
      case .least: "The least of a range of which it is the most."
      }
    }
  }

  private enum ExampleKey: String, MappingKey {
    case input, reads

    var documentation: String {
      switch self {
      case .input: "The text of the input."
      case .reads: "What is read, a line each."
      }
    }
  }

  private static let keys = MappingSchema(Key.self)
  private static let attributeKeys = MappingSchema(AttributeKey.self)
  private static let exampleKeys = MappingSchema(ExampleKey.self)

  /// The page in a text, and what is wrong with it.
  static func read(_ text: SourceText, id: String) -> (page: FormatPage, problems: [Problem]) {
    let reader = FormatPageReader()
    let page = reader.page(text, id: id)
    return (page, reader.yaml.problems)
  }

  private func page(_ text: SourceText, id: String) -> FormatPage {
    var page = FormatPage(name: id)
    guard let root = yaml.add(text, having: Self.keys.names, as: "the page of a format") else {
      return page
    }
    for (entry, key) in yaml.known(root, Self.keys, in: "a format") {
      let value = entry.value
      switch key.meaning {
      case .name: page.name = yaml.text(value)
      case .silence: page.silence = yaml.text(value)
      case .attributes: page.attributes = attributes(value)
      case .ignored: page.ignored = yaml.entries(value).map { ($0.name, yaml.text($0.value)) }
      case .names: page.names = kinds(value)
      case .commands: page.commands = kinds(value)
      case .addresses: page.addresses = words(value, key.name)
      case .callers: page.callers = words(value, key.name)
      case .consumers: page.consumers = words(value, key.name)
      case .resources:
        let reader = ResourceMappingReader(yaml: yaml, attribute: attribute)
        page.resources = reader.mappings(value)
      case .actions:
        page.actions = yaml.entries(value).map { entry in
          let kinds = yaml.oneOrMore(entry.value).map(yaml.text)
          return (entry.name, kinds.compactMap(RelationKind.init))
        }
      case .examples: page.examples = yaml.items(value).map(example)
      }
    }
    return page
  }

  private func words(_ node: NodeReference, _ key: String) -> Set<String> {
    guard case .list(let words)? = yaml.value(node, .list, key: key) else { return [] }
    return Set(words)
  }

  private func kinds(_ node: NodeReference) -> [String: ComponentKind] {
    var kinds: [String: ComponentKind] = [:]
    for entry in yaml.entries(node) {
      let words = ComponentKind.allCases.map(\.rawValue)
      guard case .text(let word)? = yaml.value(entry.value, .word(words), key: entry.name) else {
        continue
      }
      kinds[entry.name] = ComponentKind(rawValue: word)
    }
    return kinds
  }

  private func attributes(_ node: NodeReference) -> AttributeTable {
    var table = AttributeTable()
    for entry in yaml.entries(node) {
      if let attribute = attribute(entry.value) { table.add(entry.name, attribute) }
    }
    return table
  }

  private func attribute(_ node: NodeReference) -> Attribute? {
    guard yaml.kind(node) == .mapping else {
      return property(node).map { Attribute(property: $0) }
    }
    var (name, unit, isOfRelation) = (nil as Property?, "", false)
    var values: [String: String]?
    var (least, isOfTarget) = (nil as Double?, false)
    for (entry, key) in yaml.known(node, Self.attributeKeys, in: "an attribute") {
      switch key.meaning {
      case .property: name = property(entry.value)
      case .unit: unit = yaml.text(entry.value)
      case .least: least = Double(yaml.text(entry.value))
      case .on:
        isOfRelation = yaml.text(entry.value) == "relation"
        isOfTarget = yaml.text(entry.value) == "target"
      case .values:
        let pairs = yaml.entries(entry.value).map { ($0.name, yaml.text($0.value)) }
        values = Dictionary(pairs) { first, _ in first }
      }
    }
    return name.map {
      Attribute(
        property: $0, unit: unit, values: values, isOfRelation: isOfRelation,
        isOfTarget: isOfTarget, least: least)
    }
  }

  private func property(_ node: NodeReference) -> Property? {
    let name = yaml.text(node)
    if let property = Property(name), !property.definition.declared.isEmpty { return property }
    yaml.complain(
      "unknown-property", "there is no property `\(name)`", unknown: name,
      among: Property.all.map(\.name), otherwise: nil, at: yaml.span(node))
    return nil
  }

  private func example(_ node: NodeReference) -> FormatExample {
    var example = FormatExample(line: yaml.place(node).start.line)
    for (entry, key) in yaml.known(node, Self.exampleKeys, in: "an example") {
      switch key.meaning {
      case .input: example.input = yaml.text(entry.value)
      case .reads:
        if case .list(let lines)? = yaml.value(entry.value, .list, key: key.name) {
          example.expected = lines
        }
      }
    }
    return example
  }
}
