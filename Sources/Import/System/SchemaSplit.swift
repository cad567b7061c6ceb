import Architecture

/// Databases that several schemas are reached on: each schema is a store of its own.
struct SchemaSplit {
  /// The schemas of each database that has more than one, in order of their first arrow.
  let splits: [Int: [String]]

  init(of system: ForeignSystem) {
    var named: [Int: [String]] = [:]
    for mention in system.mentions {
      for (target, schema) in Self.schemas(mention, system) where !schema.isEmpty {
        guard named[target]?.contains(schema) != true, (named[target]?.count ?? 0) < 100 else {
          continue
        }
        named[target, default: []].append(schema)
      }
    }
    splits = named.filter { $0.value.count > 1 }
  }

  /// The databases that a mention reaches, with the schema of each.
  private static func schemas(
    _ mention: Mention, _ system: ForeignSystem
  ) -> [(target: Int, schema: String)] {
    let found: [(host: String, schema: String)] =
      mention.form == .name
      ? [(mention.text, "")] : mention.addresses.map { ($0.host, $0.schema) }
    return found.compactMap { host, schema in
      guard let target = system.target(host, of: mention.source),
        system.components[target].kind == .database
      else { return nil }
      return (target, Self.name(schema.isEmpty ? mention.schema ?? "" : schema))
    }
  }

  /// A schema as part of a name; none for the numbers of databases that only keep keys apart.
  private static func name(_ schema: String) -> String {
    guard schema.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return "" }
    return ForeignSystem.written(schema)
  }

  func isSplit(_ component: Int) -> Bool { splits[component] != nil }

  /// The schema that an arrow points at; the first one where it does not say it.
  func part(of component: Int, _ schema: String) -> String {
    let name = Self.name(schema)
    let parts = splits[component] ?? []
    return parts.contains(name) ? name : parts.first ?? ""
  }

  /// The name of the store of a schema.
  func name(of server: String, _ schema: String) -> String { "\(server)-\(schema)" }
}
