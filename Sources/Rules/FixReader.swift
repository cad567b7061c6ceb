import YAML

/// Reads how a page repairs what it finds: a list of changes, or why a person has to decide.
///
///     fix:
///       - { at: queue, set: { visibility: "{work_s}" } }
///       - { at: system, add: { "components.{queue}-dlq": { kind: queue } } }
struct FixReader {
  let yaml: YAMLReader

  private enum Key: String, MappingKey {
    case at, set, add, remove

    var documentation: String {
      switch self {
      case .at: "A column of the query that holds an element, or `system`."
      case .set: "Values by their paths below the element, instead of what is there."
      case .add: "The same, where nothing is there yet."
      case .remove: "A list of paths; what is there goes."
      }
    }
  }

  private static let keys = MappingSchema(Key.self)

  /// The fix that a node states.
  func fix(_ node: NodeReference) -> Fix {
    guard yaml.kind(node) == .sequence else { return .person(yaml.text(node)) }
    return .changes(yaml.items(node).flatMap(changes))
  }

  private func changes(_ node: NodeReference) -> [Fix.Change] {
    var subject = "element"
    var actions: [(path: String, action: Fix.Action)] = []
    for (entry, key) in yaml.known(node, Self.keys, in: "a fix") {
      switch key.meaning {
      case .at: subject = yaml.text(entry.value)
      case .set: actions += values(entry).map { ($0.path, .set($0.value)) }
      case .add: actions += values(entry).map { ($0.path, .add($0.value)) }
      case .remove: actions += yaml.oneOrMore(entry.value).map { (yaml.text($0), .remove) }
      }
    }
    if actions.isEmpty {
      yaml.complain(
        "page-fix", "the fix changes nothing", "write `{ at: queue, set: { visibility: 60s } }`",
        at: node)
    }
    return actions.map {
      Fix.Change(subject: subject, path: Template($0.path), action: $0.action)
    }
  }

  private func values(_ entry: Entry) -> [(path: String, value: FixValue)] {
    (yaml.mapping(entry.value, "`\(entry.name)` of a fix") ?? []).map {
      ($0.name, value($0.value))
    }
  }

  private func value(_ node: NodeReference) -> FixValue {
    switch yaml.kind(node) {
    case .sequence: .sequence(yaml.items(node).map(value))
    case .mapping: .mapping(yaml.entries(node).map { ($0.name, value($0.value)) })
    case .scalar, .alias: .scalar(Template(yaml.text(node)))
    }
  }
}
