/// Several properties written as one key with a mapping: `shards: { count: 4, key: email }`.
package struct Group: Sendable {
  /// The key that holds the mapping; its properties are named `shards.count`, `shards.key` ...
  package let name: String
  /// The key inside that a bare value stands for, as in `shards: 4`; nil when there is none.
  package let terse: String?
  /// What the group describes.
  package let documentation: String

  /// Every group of the language.
  package static let all: [Group] = [
    Group(
      name: "shards", terse: "count",
      documentation: "How the data is split into shards or partitions."),
    Group(
      name: "dead-letter", terse: "to",
      documentation: "What happens to poison messages."),
    Group(
      name: "idempotency", terse: "key",
      documentation: "How a repeated request or message is recognised."),
    Group(
      name: "canary", terse: "share",
      documentation: "How a new version is tried on a share of the requests."),
    Group(
      name: "backup", terse: "every",
      documentation: "How its data is backed up."),
    Group(
      name: "tenants", terse: "count",
      documentation: "Customers that share it, and what one of them may take."),
    Group(
      name: "scaling", terse: nil,
      documentation: "How replicas are added, and what they cost each other."),
    Group(
      name: "memory", terse: "size",
      documentation: "What connections and sessions take of its memory."),
    Group(
      name: "target", terse: nil,
      documentation: "What a journey promises to its users."),
    expect,
    Group(
      name: "per-request", terse: "mean",
      documentation: "How often the relation is used per request of its source; 1 by default, 0.2 "
        + "for one in five."),
  ]

  /// What is required of a system, a journey or a scenario.
  package static let expect = Group(
    name: "expect", terse: nil,
    documentation: "What is required, and fails `check` where the model does not show it.")

  /// The key inside the group that stands for a property; nil for those of other groups, or none.
  ///
  /// A property with the name of the group itself is its terse one.
  package func key(of property: Property) -> String? {
    if property.name == name { return terse }
    return property.name.hasPrefix(name + ".")
      ? String(property.name.dropFirst(name.count + 1)) : nil
  }

  /// The property that a bare value stands for.
  package var terseProperty: Property? {
    terse.flatMap { Property("\(name).\($0)") ?? Property(name) }
  }
}
