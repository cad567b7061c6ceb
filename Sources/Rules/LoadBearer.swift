package import Architecture

/// What a rule holds load against: the components whose limits decide it.
package enum LoadBearer: String, CaseIterable, Sendable {
  /// What runs code.
  case work
  /// What works on messages or jobs that wait in a channel.
  case consumer
  /// What keeps data.
  case store
  /// Somebody else's system.
  case external

  /// The words of a page.
  package static let words = allCases.map(\.rawValue)
}

extension Architecture {
  /// What each component is that handles load; empty for what passes it on.
  package func loadBearers() -> [Set<LoadBearer>] {
    var bearers = components.map { component -> Set<LoadBearer> in
      switch component.kind.role {
      case .work: [.work]
      case .store: [.store]
      case .external: [.external]
      case .client, .proxy, .channel, .tool: []
      }
    }
    for relation in relations where relation.kind == .consumes {
      if let source = relation.source?.component { bearers[source].insert(.consumer) }
    }
    return bearers
  }
}
