import SourceText

extension YAMLReader {
  /// The entries of a mapping, merge keys (`<<`) resolved, own keys first; duplicates are reported.
  package func entries(_ node: NodeReference, depth: Int = 0) -> [Entry] {
    var own = written(node).filter { isWord($0.key) }
    // The mapping counts itself: mappings of nothing but merge keys multiply as well.
    guard countVisits(own.count + 1) else { return [] }
    own = withoutDuplicates(withoutSlips(own, of: node))
    guard let merged = own.firstIndex(where: { $0.name == "<<" }) else { return own }
    let source = own.remove(at: merged).value
    if depth < 20 {
      merge(oneOrMore(source), into: &own, depth)
    }
    return own
  }

  /// The entries as they are written, whatever their keys are.
  private func written(_ node: NodeReference) -> [Entry] {
    var entries: [Entry] = []
    var children = trees[node.tree].children(node.node)
    while let key = children.next(), let value = children.next() {
      entries.append(
        Entry(
          name: trees[node.tree].text(key), key: NodeReference(tree: node.tree, node: key),
          value: NodeReference(tree: node.tree, node: value)))
    }
    return entries
  }

  /// YAML's keys can be anything (`? [a, b]`), those of a description are words.
  private func isWord(_ key: NodeReference) -> Bool {
    let found =
      switch kind(key) {
      case .mapping: "a mapping"
      case .sequence: "a list"
      default: text(key).isEmpty ? "empty" : ""
      }
    guard !found.isEmpty else { return true }
    complain(
      "not-a-word", "a key must be a word, not \(found)", "write `name: value`", at: key)
    return false
  }

  private func withoutDuplicates(_ entries: [Entry]) -> [Entry] {
    let doubles = Self.doubles(entries)
    for (index, first) in doubles {
      let line = place(entries[first].key).start.line
      complain(
        "duplicate-key", "duplicate key `\(entries[index].name)`",
        entries[index].name == "<<"
          ? "the first one, on line \(line), is used; write one `<<: [*one, *other]`"
          : "the first one, on line \(line), is used; remove or rename one of them",
        at: entries[index].key)
    }
    guard !doubles.isEmpty else { return entries }
    let surplus = Set(doubles.map(\.index))
    return entries.indices.filter { !surplus.contains($0) }.map { entries[$0] }
  }

  /// Entries whose name stands earlier already, with the first that has it.
  ///
  /// A short mapping is compared pair by pair, a long one through a dictionary.
  private static func doubles(_ entries: [Entry]) -> [(index: Int, first: Int)] {
    guard entries.count > 16 else {
      return entries.indices.compactMap { index in
        entries[..<index].firstIndex { $0.name == entries[index].name }.map { (index, $0) }
      }
    }
    var first: [String: Int] = [:]
    first.reserveCapacity(entries.count)
    return entries.indices.compactMap { index in
      if let earlier = first[entries[index].name] { return (index, earlier) }
      first[entries[index].name] = index
      return nil
    }
  }

  private func merge(_ sources: [NodeReference], into own: inout [Entry], _ depth: Int) {
    var names = Set(own.map(\.name))
    for source in sources {
      guard kind(source) == .mapping else {
        complain(
          "bad-merge", "`<<` must name a mapping",
          "write `<<: *anchor` with the anchor on a mapping", at: source)
        continue
      }
      for entry in entries(source, depth: depth + 1) where names.insert(entry.name).inserted {
        own.append(entry)
      }
    }
  }

  /// The entries whose keys are known, each with its key; the others are reported.
  package func known<Meaning>(
    _ node: NodeReference, _ keys: MappingSchema<Meaning>, in what: String
  ) -> [(entry: Entry, key: KeySpec<Meaning>)] {
    mapping(node, what).map { check($0, keys, in: what) } ?? []
  }

  /// The entries of a mapping; nil, with a problem, for what is none.
  package func mapping(_ node: NodeReference, _ what: String) -> [Entry]? {
    guard kind(node) == .mapping else {
      if isNull(node), isCutOff(node) { return nil }
      complain(
        "not-a-mapping", "\(what) must be a mapping",
        "write `key: value` lines below it", at: node)
      return nil
    }
    return entries(node)
  }

  /// Pairs entries with their keys and reports those that have none and are no notes.
  package func check<Meaning>(
    _ entries: [Entry], _ keys: MappingSchema<Meaning>, in what: String
  ) -> [(entry: Entry, key: KeySpec<Meaning>)] {
    var known: [(entry: Entry, key: KeySpec<Meaning>)] = []
    known.reserveCapacity(entries.count)
    for entry in entries {
      if let key = keys[entry.name] {
        known.append((entry, key))
      } else if !keys.takesNotes || !NoteKey.matches(entry.name) {
        missKey(entry, keys, in: what)
      }
    }
    return known
  }

  /// Reports a key that there is not: a synonym and the place of another mapping's key come before
  /// what is spelt alike.
  private func missKey<Meaning>(
    _ entry: Entry, _ keys: MappingSchema<Meaning>, in what: String
  ) {
    let meant = keys.meant(by: entry.name)
    let home = meant == nil ? keys.home(of: entry.name) : nil
    complain(
      "unknown-key", "\(what) has no key `\(entry.name)`", unknown: entry.name,
      otherwise: home ?? keys.listed,
      at: span(entry.key)
    ) { budget in
      if meant != nil || home != nil { return meant }
      return suggestion(for: entry.name, among: keys.names, within: &budget)
    }
  }
}
