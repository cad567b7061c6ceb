import Architecture
import YAML

/// The same system with its work in operations, without them, or behind proxies.
extension DescriptionShape {
  /// The operation into which work is moved.
  package static let operation = "run"
  /// What the name of a proxy begins with, before the name of what is behind it.
  package static let proxyPrefix = "front-of-"

  /// The text with the work of components in an operation each, which their callers then call; nil
  /// where no component works outside of one.
  package func withOperations() -> String? {
    let moved = components.filter { component in
      component.kind.role == .work && component.kind != .scheduler
        && component.value["operations"] == nil && component.value["template"] == nil
        && component.value.pairs.contains(where: Self.isWork)
    }
    guard !moved.isEmpty else { return nil }
    let names = Set(moved.map(\.name))
    var shaped = retargeting([.calls, .schedules], in: value) {
      names.contains($0) ? "\($0).\(Self.operation)" : $0
    }
    for component in moved {
      let pairs = shaped["components"]?[component.name]?.pairs ?? []
      let operation = YAMLValue.mapping(pairs.filter(Self.isWork))
      let operations = YAMLValue.mapping([YAMLValue.Pair(Self.operation, operation)])
      let rest = pairs.filter { !Self.isWork($0) } + [YAMLValue.Pair("operations", operations)]
      shaped =
        shaped.setting([.key("components"), .key(component.name)], to: .mapping(rest)) ?? shaped
    }
    return text(shaped)
  }

  /// The text with the work of the one operation of a component in the component itself, which
  /// callers then call; nil where no operation is all that one does, and says what a component may.
  package func withoutOperations() -> String? {
    var shaped = value
    var flat: [String: String] = [:]
    for component in components where component.kind.role == .work {
      guard let operations = component.value["operations"]?.pairs, operations.count == 1,
        let operation = operations.first, case .scalar(let name) = operation.key,
        operation.value.pairs.allSatisfy({ Self.mayStand($0, on: component.value) }),
        !component.value.pairs.contains(where: Self.isWork)
      else { continue }
      flat["\(component.name).\(name)"] = component.name
      let rest = component.value.pairs.filter { $0.key != .scalar("operations") }
      shaped =
        shaped.setting(
          [.key("components"), .key(component.name)], to: .mapping(rest + operation.value.pairs))
        ?? shaped
    }
    shaped = retargeting([.calls, .schedules], in: shaped) { flat[$0] ?? $0 }
    return flat.isEmpty ? nil : text(shaped)
  }

  /// Whether a pair of an operation says on a component, which does not say it yet, the same.
  private static func mayStand(_ pair: YAMLValue.Pair, on component: YAMLValue) -> Bool {
    guard case .scalar(let key) = pair.key else { return false }
    let isKnown =
      RelationKind(rawValue: key) != nil
      || Property(key).map { $0.definition.declared.contains(.component) } ?? (key == "measured")
    return isKnown && component[key] == nil
  }

  /// Whether a pair of a component is part of what its one operation does.
  private static func isWork(_ pair: YAMLValue.Pair) -> Bool {
    guard case .scalar(let key) = pair.key else { return false }
    return ["takes", "takes-p99", "variability"].contains(key)
      || RelationKind(rawValue: key).map { $0 != .replicates } ?? false
  }

  /// The text with a managed load balancer before each component that something calls and that runs
  /// code or is somebody else's; nil where nothing is called so.
  package func withProxies() -> String? {
    let kinds = Dictionary(components.map { ($0.name, $0.kind) }) { first, _ in first }
    var called: [String: Set<String>] = [:]
    var shaped = retargeting([.calls], in: value) { name in
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      guard let target = parts.first, let role = kinds[target]?.role,
        [.work, .external].contains(role)
      else { return name }
      called[target, default: []].formUnion(parts.dropFirst())
      return Self.proxyPrefix + name
    }
    for (target, operations) in called.sorted(by: { $0.key < $1.key }) {
      let passed = operations.sorted().map { operation in
        YAMLValue.Pair(
          operation, .mapping([YAMLValue.Pair("calls", .scalar("\(target).\(operation)"))]))
      }
      let proxy = YAMLValue.mapping([
        YAMLValue.Pair("kind", .scalar(ComponentKind.loadBalancer.rawValue)),
        YAMLValue.Pair("managed", .scalar("true")),
        passed.isEmpty
          ? YAMLValue.Pair("calls", .scalar(target))
          : YAMLValue.Pair("operations", .mapping(passed)),
      ])
      shaped =
        shaped.setting([.key("components"), .key(Self.proxyPrefix + target)], to: proxy) ?? shaped
    }
    return called.isEmpty ? nil : text(shaped)
  }
}
