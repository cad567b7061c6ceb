import Architecture
import Description
import Findings
import SourceText
import YAML

/// What the attributes of resources say of components.
final class ResourceFacts {
  private let resources: ResourceSystem
  private var system: ForeignSystem { resources.system }
  /// How many copies of something are counted.
  private var counts: [(component: Int, property: Property, span: SourceSpan, count: Int)] = []
  /// Where each of them stands in `counts`.
  private var places: [Counted: Int] = [:]
  /// Components whose copies are more than is declared, with what their number is.
  private var uncounted: [Int: Property] = [:]

  private struct Counted: Hashable {
    let component: Int
    let property: Property
  }

  init(_ resources: ResourceSystem) { self.resources = resources }

  /// What the attributes of a resource say of the components that it is, is a part of or stands
  /// before.
  func read(_ number: Int) {
    guard let mapping = resources.mapping(number), mapping.link == nil || mapping.owner != nil
    else { return }
    let own = resources.ownComponents(of: number)
    count(number, mapping, own)
    let attributes = mapping.attributes.filter { !$0.attribute.isOfRelation }
    let behind = ResourceValue.unique(resources.behind[number] ?? [])
    add(attributes.filter { !$0.attribute.isOfTarget }, of: number, to: own)
    add(attributes.filter { $0.attribute.isOfTarget }, of: number, to: behind)
  }

  private func add(
    _ attributes: [(path: String, attribute: Attribute)], of number: Int, to components: [Int]
  ) {
    guard !components.isEmpty else { return }
    let facts = facts(attributes, of: number)
    for component in components {
      system.update(component) { $0.facts.add(all: facts) }
    }
  }

  /// What attributes state; the numbers of a range are its ends, and one of them is not enough.
  func facts(
    _ attributes: [(path: String, attribute: Attribute)], of number: Int
  ) -> FactList {
    var found: [(property: Property, value: Value, span: SourceSpan)] = []
    var open: [Property] = []
    for (path, attribute) in attributes {
      for written in resources.resources[number].values.values(at: path) {
        guard let value = value(of: attribute, written, number) else {
          if say(written, path, attribute, number) { open.append(attribute.property) }
          continue
        }
        if let index = found.firstIndex(where: { $0.property == attribute.property }) {
          found[index].value = Self.joined(found[index].value, value)
        } else {
          found.append((attribute.property, value, written.span))
        }
      }
    }
    var facts = FactList()
    for property in open {
      let isFound = found.contains { $0.property == property }
      if property.isRange || !isFound { facts.withhold(property) }
    }
    for (property, value, span) in found {
      facts.add(property, Fact(value, .declared, span: span))
    }
    return facts
  }

  /// Says why an attribute states nothing that could be used; whether it is set all the same.
  private func say(
    _ written: ResourceValue, _ path: String, _ attribute: Attribute, _ number: Int
  ) -> Bool {
    let isName = attribute.property.isReference && written.text?.isEmpty == false
    guard written.isUnknown || isName else { return false }
    let why = isName ? "it names what no file holds" : "it is set to what the files do not tell"
    system.ignore(path, why, of: resources.resources[number].path)
    return true
  }

  private static func joined(_ first: Value, _ second: Value) -> Value {
    guard case .range(let low, let high) = first, case .range(let least, let most) = second else {
      return first
    }
    return .range(min(low, least), max(high, most))
  }

  private func value(
    of attribute: Attribute, _ written: ResourceValue, _ number: Int
  ) -> Value? {
    switch attribute.property.definition.type {
    case .reference:
      return resources.named(by: written, from: number).lazy
        .flatMap { [resources] in resources.reached($0) }.first
        .map { [system] in .text(system.components[$0].name) }
    case .list:
      let texts = written.items.compactMap(\.text)
      return texts.isEmpty ? nil : .list(texts)
    case .rate:
      // What is zero or less is not set.
      guard let text = written.text, let value = attribute.value(of: text),
        value.number ?? 0 > 0
      else { return nil }
      return value
    default: return written.text.flatMap(attribute.value)
    }
  }

  // MARK: - Copies

  private func count(_ number: Int, _ mapping: ResourceMapping, _ own: [Int]) {
    guard let property = mapping.copies else { return }
    let resource = resources.resources[number]
    for component in own {
      if resource.isUncounted { uncounted[component] = property }
      if resources.components[number] != nil, !resource.isNumbered { continue }
      let counted = Counted(component: component, property: property)
      if let index = places[counted] {
        counts[index].count += 1
      } else {
        places[counted] = counts.count
        counts.append((component, property, resource.span, 1))
      }
    }
  }

  /// Adds what is counted.
  func finish() {
    for (component, property) in uncounted {
      system.update(component) { $0.facts.withhold(property) }
    }
    for (component, property, span, count) in counts where uncounted[component] == nil {
      let number = Double(count)
      guard property.isRange else { continue }
      system.add(property, .range(number, number), to: component, at: span)
    }
  }
}

extension Property {
  /// Whether it has two ends, as from two to ten replicas.
  fileprivate var isRange: Bool {
    guard case .countRange = definition.type else { return false }
    return true
  }

  /// Whether it names another element.
  fileprivate var isReference: Bool {
    guard case .reference = definition.type else { return false }
    return true
  }
}
