import Architecture
import YAML

/// Makes descriptions from the definitions of the language itself.
///
/// A new key is tried as soon as it is in the vocabulary. Most of the descriptions can be read;
/// some are damaged afterwards.
struct SchemaMutator {
  private(set) var dice: Dice
  /// Components by name and kind.
  let components: [(name: String, kind: ComponentKind)]
  let values: ValueMaker
  /// How many of the possible keys an element has.
  let density: Double
  /// How many relations a component has at most.
  let degree: Int

  init(_ dice: Dice) {
    var dice = dice
    let count = dice.pick([1, 2, 3, 4, 5, 6, 8, 12, 30, 60])
    let channels = dice.happens(0.3)
    components = (0..<count).map { index in
      let likely: [ComponentKind] = channels ? [.queue, .worker, .service] : [.service, .database]
      let kind = dice.happens(0.5) ? dice.pick(likely) : dice.pick(ComponentKind.allCases)
      return ("c\(index)", index == 0 ? .client : kind)
    }
    values = ValueMaker(
      extremes: dice.pick([0, 0.02, 0.05, 0.1, 0.4]), names: components.map(\.name) + ["c0"])
    density = dice.pick([0.05, 0.15, 0.3, 0.7])
    degree = dice.pick([1, 2, 3, 3, 8])
    self.dice = dice
  }

  /// A description of one system.
  static func description(_ dice: Dice) -> String {
    var mutator = SchemaMutator(dice)
    let text = mutator.root().document
    return mutator.dice.happens(0.25) ? LineDamage.damaged(text, &mutator.dice) : text
  }

  private mutating func root() -> YAMLNode {
    var entries: [(String, YAMLNode)] = [("tenfold", .scalar("1")), ("system", .scalar("S"))]
    entries += properties(on: .system, nil, usual: ["growth"])
    if dice.happens(0.3) {
      entries.append(("templates", .mapping([("t0", .mapping(component(dice.pick(components))))])))
    }
    let journeys = (0..<dice.pick([0, 1, 1, 1, 2, 3])).map {
      ("j\($0)", YAMLNode.mapping(journey()))
    }
    if !journeys.isEmpty { entries.append(("journeys", .mapping(journeys))) }
    let all = components.map { ($0.name, YAMLNode.mapping(component($0))) }
    entries.append(("components", .mapping(all)))
    if dice.happens(0.3) {
      entries.append(
        ("scenarios", .mapping([("s0", .mapping(scenario())), ("s1", .mapping(scenario()))])))
    }
    if dice.happens(0.2) { entries.append(("accepted", .list([.mapping(decision())]))) }
    return .mapping(entries)
  }

  private mutating func component(_ component: (name: String, kind: ComponentKind))
    -> [(String, YAMLNode)]
  {
    var entries: [(String, YAMLNode)] = [("kind", .scalar(component.kind.rawValue))]
    if dice.happens(0.1) { entries.append(("template", .scalar("t0"))) }
    let usual: [String] =
      component.kind.role == .work ? ["replicas", "concurrency", "takes"] : []
    entries += properties(on: .component, nil, of: component.kind, usual: usual)
    if dice.happens(0.25) {
      let operations = (0..<dice.number(1...2)).map {
        (
          "o\($0)",
          YAMLNode.mapping(properties(on: .operation, nil, usual: ["takes"]) + relations())
        )
      }
      entries.append(("operations", .mapping(operations)))
    }
    return entries + relations()
  }

  private mutating func relations() -> [(String, YAMLNode)] {
    var byKind: [RelationKind: [YAMLNode]] = [:]
    for _ in 0..<dice.number(0...degree) {
      let kind: RelationKind =
        dice.happens(0.6) ? .calls : dice.pick(RelationKind.allCases)
      byKind[kind, default: []].append(relation(kind))
    }
    return RelationKind.allCases.compactMap { kind in
      guard let all = byKind[kind] else { return nil }
      return (kind.rawValue, all.count == 1 ? all[0] : .list(all))
    }
  }

  private mutating func relation(_ kind: RelationKind) -> YAMLNode {
    let target = target(of: kind)
    guard !dice.happens(0.3) else { return .scalar(target) }
    var entries: [(String, YAMLNode)] = [(kind.targetKey, .scalar(target))]
    entries += properties(on: .relation, kind, usual: kind.isSynchronous ? ["timeout"] : [])
    if dice.happens(0.05) { entries.append(("retries", .scalar("\(dice.number(0...3))"))) }
    return .mapping(entries)
  }

  /// Mostly a component that can be pointed at; now and then any at all, the source included.
  private mutating func target(of kind: RelationKind) -> String {
    let fitting = components.filter { kind.targets.contains($0.kind.role) }
    let name = (fitting.isEmpty || dice.happens(0.03) ? components : fitting).randomElement(
      using: &dice)
    return (name?.name ?? "c0") + (dice.happens(0.05) ? ".o0" : "")
  }

  private mutating func journey() -> [(String, YAMLNode)] {
    let calls = (0..<dice.number(1...2)).map { _ in relation(.calls) }
    return [("from", .scalar(dice.happens(0.9) ? "c0" : dice.pick(components).name))]
      + [("calls", .list(calls))] + demand()
      + properties(on: .journey, nil, usual: []).filter { !["rate", "peak"].contains($0.0) }
  }

  /// Rate and peak; seldom such that nobody can mean them.
  private mutating func demand() -> [(String, YAMLNode)] {
    let isUsual = dice.happens(1 - values.extremes)
    return [("rate", 1...50), ("peak", 50...3000)].compactMap { name, range in
      guard let property = Property(name), dice.happens(0.8) else { return nil }
      let usual = YAMLNode.scalar("\(dice.number(range))/s")
      return (name, isUsual ? usual : values.value(property.definition, &dice))
    }
  }

  private mutating func scenario() -> [(String, YAMLNode)] {
    let settings = (0..<dice.number(0...2)).map { _ in
      let definition = dice.pick(Property.declared(on: .component)).definition
      return (
        "components.\(dice.pick(components).name).\(definition.name)",
        values.value(definition, &dice)
      )
    }
    return [("set", .mapping(settings)), ("lose", .list([.scalar(dice.pick(values.names))]))]
      + (dice.happens(0.3) ? [("cold-cache", .scalar("true"))] : [])
  }

  private mutating func decision() -> [(String, YAMLNode)] {
    [
      ("rule", .scalar(dice.pick(["queues/no-dlq", "capacity/saturated", "chains/*", "no/rule"]))),
      ("element", .scalar(dice.pick(values.names))), ("reason", .scalar("we know")),
      ("until", values.usual(.day, &dice)), ("headroom", values.usual(.multiple, &dice)),
    ]
  }

  /// Some of the properties that an element may have, those of a group in its mapping.
  private mutating func properties(
    on element: ElementKinds, _ relation: RelationKind?, of kind: ComponentKind? = nil,
    usual: [String]
  ) -> [(String, YAMLNode)] {
    var (plain, groups) = ([(String, YAMLNode)](), [String: [(String, YAMLNode)]]())
    for property in Property.declared(on: element) {
      let definition = property.definition
      let fits = definition.relations.isEmpty || relation.map(definition.relations.contains) ?? true
      let chance =
        usual.contains(definition.name) ? 0.93 : density * (element == .system ? 0.5 : 0.3)
      guard fits, dice.happens(chance), isAbout(property, kind) || dice.happens(0.03) else {
        continue
      }
      if definition.atMost != nil, dice.happens(0.8) { continue }
      let value = values.value(definition, &dice)
      if let group = Group.all.first(where: { $0.key(of: property) != nil }),
        let name = group.key(of: property)
      {
        groups[group.name, default: []].append((name, value))
      } else {
        plain.append((definition.name, value))
      }
    }
    return plain + groups.sorted { $0.key < $1.key }.map { ($0.key, .mapping($0.value)) }
  }

  /// Whether a property says something about a sort of component.
  private func isAbout(_ property: Property, _ kind: ComponentKind?) -> Bool {
    kind.map(property.isAbout) ?? true
  }
}
