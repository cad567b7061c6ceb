import Architecture
import SourceText

/// Finds the element and the property that a path names.
struct ChangeTarget {
  struct Miss: Error {
    let message: String
    let name: String
    /// What may have been meant.
    let candidates: [String]
  }

  let architecture: Architecture

  init(_ architecture: Architecture) { self.architecture = architecture }

  func find(_ path: [String]) -> Result<(ElementID, Property), Miss> {
    do throws(Miss) {
      switch path.first {
      case "components": return .success(try component(path.dropFirst()))
      case "journeys": return .success(try journey(path.dropFirst()))
      default: return .success((.system, try property(path[...], on: .system)))
      }
    } catch {
      return .failure(error)
    }
  }

  private func component(_ path: ArraySlice<String>) throws(Miss) -> (ElementID, Property) {
    let index = try named(path.first, "component", architecture.components.map(\.name))
    let rest = path.dropFirst()
    guard rest.first == "operations" else {
      return try element(.component(index), Endpoint(component: index), rest)
    }
    let range = architecture.components[index].operations
    let names = architecture.operations[range].map(\.name)
    let operation = range.lowerBound + (try named(rest.dropFirst().first, "operation", names))
    return try element(
      .operation(operation), Endpoint(component: index, operation: operation), rest.dropFirst(2))
  }

  private func journey(_ path: ArraySlice<String>) throws(Miss) -> (ElementID, Property) {
    let index = try named(path.first, "journey", architecture.journeys.map(\.name))
    let rest = path.dropFirst()
    guard rest.first == "calls" else { return (.journey(index), try property(rest, on: .journey)) }
    return try relation(.calls, rest.dropFirst()) { $0.journey == index }
  }

  private func element(
    _ element: ElementID, _ end: Endpoint, _ path: ArraySlice<String>
  ) throws(Miss) -> (ElementID, Property) {
    guard let kind = path.first.flatMap(RelationKind.init), path.count > 1 else {
      return (element, try property(path, on: element.position.kind))
    }
    return try relation(kind, path.dropFirst()) { $0.source == end && $0.journey == nil }
  }

  /// `calls.payments.timeout` or `calls.payments.charge.timeout`.
  private func relation(
    _ kind: RelationKind, _ path: ArraySlice<String>, where isOwn: (Relation) -> Bool
  ) throws(Miss) -> (ElementID, Property) {
    let candidates = architecture.relations.indices.filter {
      architecture.relations[$0].kind == kind && isOwn(architecture.relations[$0])
    }
    let names = candidates.map { target(architecture.relations[$0].target) }
    let words = path.prefix(2).joined(separator: ".")
    let isOperation = names.contains(words)
    let index = try named(isOperation ? words : path.first, "target of `\(kind.rawValue)`", names)
    return (
      .relation(candidates[index]),
      try property(path.dropFirst(isOperation ? 2 : 1), on: .relation, kind)
    )
  }

  private func target(_ end: Endpoint) -> String {
    let component = architecture.components[end.component].name
    return end.operation.map { component + "." + architecture.operations[$0].name } ?? component
  }

  private func named(_ name: String?, _ what: String, _ names: [String]) throws(Miss) -> Int {
    if let name, let index = names.firstIndex(of: name) { return index }
    throw miss(name, what, names)
  }

  private func property(
    _ path: ArraySlice<String>, on element: ElementKinds, _ kind: RelationKind? = nil
  ) throws(Miss) -> Property {
    let name = path.joined(separator: ".")
    let known = Property.declared(on: element).filter { property in
      let kinds = property.definition.relations
      return kind.map { kinds.isEmpty || kinds.contains($0) } ?? true
    }
    if let property = known.first(where: { $0.name == name }) { return property }
    let structures = element == .system ? ["components", "journeys"] : []
    throw miss(name, "property", known.map(\.name) + structures)
  }

  private func miss(_ name: String?, _ what: String, _ names: [String]) -> Miss {
    Miss(
      message: "there is no \(what) `\((name ?? "").prefix(60))`", name: name ?? "",
      candidates: names)
  }
}
