import Architecture
import SourceText
import YAML

/// What the answers to an interview have said of a system so far.
struct FirstDescription {
  /// A component that an answer names.
  struct Part {
    let name: String
    var kind: ComponentKind
    /// What it is a copy of, as it was typed.
    var product: String?
    /// The worker that consumes it, where it is a queue.
    var consumer: String?
  }

  /// The name of the system.
  let system: String
  var client: String?
  var service: String?
  /// Mean rate, peak and growth, as they were typed.
  var rate: String?
  var peak: String?
  var growth: String?
  var stores: [Part] = []
  var queues: [Part] = []
  var thirdParties: [Part] = []

  /// Whether no component is known, without which nothing can be said.
  var isEmpty: Bool { components.isEmpty }

  /// A name that two components have; nil where each has its own.
  var repeatedName: String? {
    var seen: Set<String> = []
    return components.map(\.key).first { !seen.insert($0).inserted }
  }

  /// The description, as a file has it.
  var text: String {
    let head = [pair("tenfold", .plain("1")), pair("system", NewValue(word: system))]
    let demand = growth.map { [pair("growth", NewValue(word: $0))] } ?? []
    let all = head + demand + journeys + [pair("components", .mapping(components, .block))]
    return NewValue.mapping(all, .block).block(column: 0, "\n") + "\n"
  }

  private var journeys: [NewValue.Pair] {
    guard let client, let service else { return [] }
    let values = [
      ("from", client), ("calls", service), ("rate", rate), ("peak", peak),
    ].compactMap { key, value in value.map { pair(key, NewValue(word: $0)) } }
    return [pair("journeys", .mapping([pair("use", .mapping(values))], .block))]
  }

  private var components: [NewValue.Pair] {
    let own = service.map { [pair($0, .mapping(head(.service) + relations, .block))] } ?? []
    let clients = client.map { [pair($0, .mapping(head(.client)))] } ?? []
    let parts = stores + queues + thirdParties
    return clients + own
      + parts.map { pair($0.name, .mapping(head($0.kind, $0.product))) } + consumers
  }

  /// The workers, each with the queues that it consumes.
  private var consumers: [NewValue.Pair] {
    var names: [String] = []
    for case let name? in queues.map(\.consumer) where !names.contains(name) { names.append(name) }
    return names.map { name in
      let own = queues.filter { $0.consumer == name }
      return pair(name, .mapping(head(.worker) + relation("consumes", own)))
    }
  }

  /// What the first service does with the others.
  private var relations: [NewValue.Pair] {
    relation("reads", stores) + relation("writes", stores) + relation("publishes", queues)
      + relation("calls", thirdParties)
  }

  private func relation(_ key: String, _ parts: [Part]) -> [NewValue.Pair] {
    guard !parts.isEmpty else { return [] }
    return [pair(key, .sequence(parts.map { NewValue(word: $0.name) }))]
  }

  private func head(_ kind: ComponentKind, _ product: String? = nil) -> [NewValue.Pair] {
    [pair("kind", .plain(kind.rawValue))]
      + (product.map { [pair("technology", NewValue(word: $0))] } ?? [])
  }

  /// A pair whose key may be anything that was typed.
  private func pair(_ key: String, _ value: NewValue) -> NewValue.Pair {
    NewValue.Pair(NewValue(word: key).block(column: 0, "\n"), value)
  }
}
