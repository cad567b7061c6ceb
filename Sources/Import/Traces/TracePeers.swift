import Architecture
import Description
import SourceText

/// The components that spans name: services, stores, queues, and what has no spans.
struct TracePeers {
  private let system: ForeignSystem

  init(_ system: ForeignSystem) { self.system = system }

  /// The service of a name.
  func service(_ name: String, at span: SourceSpan) -> Int { system.component(name, at: span) }

  /// The store that a span uses; nil where nothing tells which.
  func store(of span: TraceSpan) -> Int? {
    let product = product(span.peer.store)
    let name = span.peer.name.isEmpty ? span.peer.store : span.peer.name
    guard let number = other(name, span) else { return nil }
    if let product { add(product, to: number, at: span.span) }
    if system.components[number].kind == nil || system.components[number].kind == .external {
      system.update(number) { $0.kind = .database }
    }
    return number
  }

  /// The queue or topic of a message; nil where nothing tells which.
  func channel(of span: TraceSpan) -> Int? {
    let name = span.peer.channel.isEmpty ? span.peer.broker : span.peer.channel
    guard !name.isEmpty else { return nil }
    let number = system.component(name, at: span.span)
    if let product = product(span.peer.broker) { add(product, to: number, at: span.span) }
    if system.components[number].kind == nil { system.update(number) { $0.kind = .queue } }
    return number
  }

  /// What answers a call and has no spans of its own.
  func other(of span: TraceSpan) -> Int? { other(span.peer.name, span) }

  private func other(_ name: String, _ span: TraceSpan) -> Int? {
    guard !name.isEmpty else { return nil }
    // `orders.shop.svc.cluster.local` is `orders` where that is known.
    let short = name.split(separator: ".").first.map(String.init) ?? name
    if let number = system.number(of: name) ?? system.number(of: short) { return number }
    let number = system.component(name, at: span.span)
    if name.contains(".") { system.update(number) { $0.kind = .external } }
    return number
  }

  private func product(_ name: String) -> FoundProduct? {
    guard !name.isEmpty else { return nil }
    let catalogue = system.mappings.catalogue
    return
      (catalogue.product(named: name)
      ?? catalogue.product(named: name.replacing("_", with: "-"))).map { FoundProduct($0) }
  }

  private func add(_ product: FoundProduct, to number: Int, at span: SourceSpan) {
    guard system.components[number].facts[.technology] == nil else { return }
    system.add(product, to: number, at: span)
    if system.components[number].kind == .external {
      system.update(number) { $0.kind = product.kind }
    }
  }

  /// What an operation on a store does; what is undeclared is a call.
  static func kind(of operation: String) -> RelationKind {
    let word = operation.prefix { $0.isLetter }
    if ["SELECT", "GET", "FIND", "QUERY", "SCAN", "MGET", "HGET", "SEARCH", "EXISTS"].contains(word)
    {
      return .reads
    }
    let writes = ["INSERT", "UPDATE", "DELETE", "SET", "PUT", "HSET", "DEL", "UPSERT", "REPLACE"]
    return writes.contains(String(word)) ? .writes : .calls
  }
}
