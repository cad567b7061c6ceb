import Architecture

extension Reading {
  /// Adds the facts that a group states: `shards: { count: 4, key: email }`, or `shards: 4`.
  mutating func readGroup(
    _ group: Group, terse: Property?, on element: ElementKinds, _ node: NodeReference,
    into facts: inout FactList
  ) {
    if kind(node) != .mapping {
      guard let terse else {
        complain(
          "not-a-mapping", "`\(group.name)` is a mapping of keys, and this is not one",
          "write `\(group.name): { \(exampleKey(group, element)): ... }`", at: node)
        return
      }
      if let fact = fact(terse, node, key: group.name) { facts.add(terse, fact) }
      return
    }
    for (entry, key) in known(node, keys(of: group, on: element), in: "`\(group.name)`") {
      guard case .property(let property) = key.meaning else { continue }
      if let fact = fact(property, entry.value, key: property.name) { facts.add(property, fact) }
    }
  }

  /// Adds the fact or facts of one key; whether the key was a property or a group.
  mutating func readProperty(
    _ key: Key, _ entry: Entry, on element: ElementKinds, into facts: inout FactList
  ) -> Bool {
    switch key.meaning {
    case .property(let property):
      if let fact = fact(property, entry.value, key: key.name) { facts.add(property, fact) }
    case .group(let group, let terse):
      readGroup(group, terse: terse, on: element, entry.value, into: &facts)
    default: return false
    }
    return true
  }

  private func exampleKey(_ group: Group, _ element: ElementKinds) -> String {
    Keys.members(of: group, on: element).names.first ?? "key"
  }
}
