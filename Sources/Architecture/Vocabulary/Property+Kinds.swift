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
