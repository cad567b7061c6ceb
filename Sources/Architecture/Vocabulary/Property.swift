package import Findings
package import YAML

/// The sorts of element a description consists of; a property says on which it may stand.
package struct ElementKinds: OptionSet, Hashable, Sendable {
  /// The bits.
  package let rawValue: UInt8

  /// A set from its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let system = ElementKinds(rawValue: 1)
  package static let component = ElementKinds(rawValue: 2)
  package static let operation = ElementKinds(rawValue: 4)
  package static let relation = ElementKinds(rawValue: 8)
  package static let journey = ElementKinds(rawValue: 16)
}

/// One key of the description language, defined once.
///
/// The reader, the JSON Schema, the facts' columns, the questions and the manual all come from
/// this definition. A name with a dot (`shards.key`) is a key inside a group. A class, because the
/// table is read millions of times and a definition is too large to copy each time.
package final class PropertyDefinition: Sendable {
  /// The key as written, such as `visibility` or `shards.key`.
  package let name: String
  /// What its value looks like.
  package let type: ValueType
  /// On which elements a description may say it; empty for what is only ever computed.
  package let declared: ElementKinds
  /// On which elements Tenfold computes it.
  package let derived: ElementKinds
  /// The relation kinds it belongs to; empty for all.
  package let relations: [RelationKind]
  /// Whether a silent relation takes the value from the operation or component it points at.
  package let inherited: Bool
  /// Whether less than one makes no sense: an attempt, a replica, a shard.
  package let isAtLeastOne: Bool
  /// The numbers that it may have; nil for what is no number.
  package let magnitudes: Magnitudes?
  /// Whether `unlimited` is a value of it: a time or a size that has no limit.
  package let isEndless: Bool
  /// The property of the same element that it cannot exceed, as a mean cannot a percentile.
  package let atMost: String?
  /// What a reference may point at; empty for anything.
  package let roles: Set<ComponentKind.Role>
  /// For a computed property, the properties to ask about when it is unknown.
  package let needs: [String]
  /// What a question about it is about.
  package let topic: Question.Topic
  /// What it means, one or two sentences.
  package let documentation: String
  /// The question to ask when a rule needs it and it is undeclared; `{element}` stands for the
  /// noun, `{source}` and `{target}` for the ends of an arrow.
  package let question: String
  /// A usual value, as a description writes it.
  package let example: String
  /// A usual value for a channel.
  package let exampleOfChannel: String

  init(
    _ name: String, _ type: ValueType, on declared: ElementKinds = [],
    derived: ElementKinds = [], relations: [RelationKind] = [], inherited: Bool = false,
    atLeastOne isAtLeastOne: Bool = false, within magnitudes: Magnitudes? = nil,
    endless isEndless: Bool = false, atMost: String? = nil,
    to roles: Set<ComponentKind.Role> = [], needs: [String] = [],
    about topic: Question.Topic = .behaviour, _ documentation: String,
    asks question: String? = nil, such example: String? = nil, ofChannel: String? = nil
  ) {
    self.name = name
    self.type = type
    self.declared = declared
    self.derived = derived
    self.relations = relations
    self.inherited = inherited
    self.isAtLeastOne = isAtLeastOne
    self.magnitudes = magnitudes ?? type.magnitudes
    self.isEndless = isEndless
    self.atMost = atMost
    self.roles = roles
    self.needs = needs
    self.topic = topic
    self.documentation = documentation
    let meaning = documentation.prefix { $0 != "." && $0 != ";" }
    self.question =
      question
      ?? "What is `\(name)` of {element} (\(meaning.prefix(1).lowercased())\(meaning.dropFirst()))?"
    self.example = example ?? type.example
    exampleOfChannel = ofChannel ?? self.example
  }

  /// The right form of its value, to follow "write".
  package var form: String { type.form + (isEndless ? ", or unlimited" : "") }
}

/// A property of an element: a small number that stands for its definition.
package struct Property: Hashable, Sendable {
  /// Index into `Property.table`.
  package let index: UInt8

  /// Every definition, in the order of the manual and of the facts' columns.
  package static let table: [PropertyDefinition] =
    systemProperties + workProperties + scalingProperties + storeProperties + channelProperties
    + changeProperties + recoveryProperties + operationProperties + relationProperties
    + journeyProperties + expectationProperties + derivedProperties

  /// Every property, in the order of the table.
  package static let all: [Property] = table.indices.map { Property(index: UInt8($0)) }

  private static let byName: [String: Property] = Dictionary(
    uniqueKeysWithValues: all.map { (table[Int($0.index)].name, $0) })

  init(index: UInt8) { self.index = index }

  /// The property with a name, or nil.
  package init?(_ name: String) {
    guard let property = Self.byName[name] else { return nil }
    self = property
  }

  /// The property that the program itself relies on; it traps when the name is not in the table.
  static func defined(_ name: String) -> Property {
    guard let property = byName[name] else { preconditionFailure("no property \(name)") }
    return property
  }

  /// Its definition.
  package var definition: PropertyDefinition { Self.table[Int(index)] }

  /// The key as written.
  package var name: String { definition.name }

  /// The line that says it, with a usual value: `peak: 400/s`, `shards: { key: customer-id }`.
  package var exampleLine: String { line(definition.example) }

  /// The line that says it of a component of some kind, with a value that is usual there.
  package func exampleLine(of kind: ComponentKind) -> String {
    kind.role == .channel ? line(definition.exampleOfChannel) : exampleLine
  }

  private func line(_ value: String) -> String {
    let parts = name.split(separator: ".")
    return parts.count == 2
      ? "\(parts[0]): { \(parts[1]): \(value) }" : "\(name): \(value)"
  }

  /// The properties that may stand on an element, in the order of the table.
  package static func declared(on element: ElementKinds) -> [Property] {
    all.filter { !element.isEmpty && $0.definition.declared.contains(element) }
  }

  /// The properties that have a column in an element's table of facts.
  package static func columns(of element: ElementKinds) -> [Property] {
    all.filter {
      !element.isDisjoint(with: $0.definition.declared.union($0.definition.derived))
    }
  }
}

extension Property {
  /// Whether it says something about a kind of component.
  package func isAbout(_ kind: ComponentKind) -> Bool {
    // Nothing is sent to what starts requests, and nobody calls a tool.
    if self == .parts { return ![.client, .scheduler, .tool].contains(kind) }
    return roles.isEmpty || roles.contains(kind.role)
  }

  /// The roles of components that a property says something about; empty for all.
  ///
  /// What is said about data concerns stores and channels alike: a table can be a queue, a stream
  /// has shards. A vendor's system may be anything inside, and a worker decides when it
  /// acknowledges.
  private var roles: Set<ComponentKind.Role> {
    if self == .used { return Set(ComponentKind.Role.allCases).subtracting([.client]) }
    guard Self.dataProperties.contains(Int(index)) else { return [] }
    if self == .broker { return [.channel] }
    return name == "delivery"
      ? [.store, .channel, .external, .work] : [.store, .channel, .external]
  }

  /// Where the properties of stores and channels stand in the table.
  private static let dataProperties: Range<Int> = {
    let start = systemProperties.count + workProperties.count + scalingProperties.count
    return start..<start + storeProperties.count + channelProperties.count
  }()
}
