package import Architecture
package import SourceText

/// What reading a description gives: the model, what is wrong with the text, and the texts.
package struct Reading: Sendable {
  /// The model of all that could be read; nil when there was nothing.
  package internal(set) var architecture: Architecture?
  /// The same without what-ifs; nil when none were asked for.
  package internal(set) var today: Architecture?
  /// The overlays of the description.
  package internal(set) var scenarios: [Scenario] = []
  /// The same, to be laid over the description when somebody asks; nil when there are none.
  package internal(set) var overlays: Scenarios?
  /// What is wrong with the text.
  var mistakes = Mistakes()
  /// The files read, for excerpts.
  package internal(set) var sources = SourceSet()
  /// How the description is laid out, for tools that edit it.
  package internal(set) var trees: [SourceTree] = []
  /// The products that a description may name; nil where nobody names any.
  var catalogue: Catalogue?
  /// The keys of groups that were met so far.
  private var groupKeys: [ElementKinds: [String: Keys]] = [:]
  /// How often aliases have been followed; a "billion laughs" runs into the limit.
  private var visits = 0
  /// Pairs of letters that may still be compared for what unknown names were meant to be: those of
  /// a hundred names of sixteen letters among two thousand like them, and as much again.
  var suggestionBudget = 100_000_000
  /// Whether the reader has looked at as many nodes as it may.
  private(set) var isExhausted = false

  /// A reading of nothing yet.
  package init() {}
}

/// A node of one of the files.
package struct NodeReference: Hashable {
  let tree: Int
  let node: Int
}

/// One key of a mapping with its value.
package struct Entry {
  /// The key's text.
  package let name: String
  /// Where the key stands.
  package let key: NodeReference
  /// Its value.
  package let value: NodeReference
}

extension Reading {
  /// Most nodes that the reader looks at, aliases followed: many times those that are written.
  private var visitLimit: Int { 200_000 + 20 * trees.reduce(0) { $0 + $1.nodes.count } }

  /// What a node is, aliases followed.
  package func kind(_ node: NodeReference) -> SourceTree.Kind { trees[node.tree].kind(node.node) }
  /// The text of a scalar; empty for other nodes.
  package func text(_ node: NodeReference) -> String { trees[node.tree].text(node.node) }
  /// Where a node is written.
  package func span(_ node: NodeReference) -> SourceSpan { trees[node.tree].span(node.node) }
  /// Whether a node says nothing.
  package func isNull(_ node: NodeReference) -> Bool { trees[node.tree].isNull(node.node) }
  /// Whether a scalar stands in quotes, or is a block.
  package func isQuoted(_ node: NodeReference) -> Bool { trees[node.tree].isQuoted(node.node) }

  /// Whether the text or the reader broke off inside a node; what it lacks is then no mistake of
  /// its own.
  func isCutOff(_ node: NodeReference) -> Bool {
    isExhausted || trees[node.tree].isCutOff(node.node)
  }

  /// The items of a sequence.
  package mutating func items(_ node: NodeReference) -> [NodeReference] {
    let items = trees[node.tree].children(node.node).map {
      NodeReference(tree: node.tree, node: $0)
    }
    return countVisits(items.count) ? items : []
  }

  /// Whether the reader may go on after looking at some more nodes.
  mutating func countVisits(_ count: Int) -> Bool {
    guard !isExhausted else { return false }
    visits += count
    isExhausted = visits > visitLimit
    if isExhausted, let first = trees.first?.roots.first {
      complain(
        "too-many-aliases", "the aliases of this description repeat more than can be read",
        "repeat less; an alias inside an alias multiplies",
        at: NodeReference(tree: 0, node: first))
    }
    return !isExhausted
  }

  /// The properties inside a group that may stand on an element.
  mutating func keys(of group: Group, on element: ElementKinds) -> Keys {
    if let keys = groupKeys[element]?[group.name] { return keys }
    let keys = Keys.members(of: group, on: element)
    groupKeys[element, default: [:]][group.name] = keys
    return keys
  }

  /// The entries of a mapping, merge keys (`<<`) resolved, own keys first; duplicates are reported.
  package mutating func entries(_ node: NodeReference, depth: Int = 0) -> [Entry] {
    var own: [Entry] = []
    var children = trees[node.tree].children(node.node)
    while let key = children.next(), let value = children.next() {
      let entry = Entry(
        name: trees[node.tree].text(key), key: NodeReference(tree: node.tree, node: key),
        value: NodeReference(tree: node.tree, node: value))
      if isWord(entry.key) { own.append(entry) }
    }
    // The mapping counts itself: mappings of nothing but merge keys multiply as well.
    guard countVisits(own.count + 1) else { return [] }
    own = withoutDuplicates(own)
    guard let merged = own.firstIndex(where: { $0.name == "<<" }) else { return own }
    let source = own.remove(at: merged).value
    if depth < 20 {
      merge(kind(source) == .sequence ? items(source) : [source], into: &own, depth)
    }
    return own
  }

  /// YAML's keys can be anything (`? [a, b]`), those of a description are words.
  private mutating func isWord(_ key: NodeReference) -> Bool {
    let found =
      switch kind(key) {
      case .mapping: "a mapping"
      case .sequence: "a list"
      default: text(key).isEmpty ? "empty" : ""
      }
    guard !found.isEmpty else { return true }
    complain(
      "not-a-word", "a key is a word, and this is \(found)", "write `name: value`", at: key)
    return false
  }

  private mutating func withoutDuplicates(_ entries: [Entry]) -> [Entry] {
    let doubles = Self.doubles(entries)
    for (index, first) in doubles {
      let line = sources.place(of: span(entries[first].key)).start.line
      complain(
        "duplicate-key", "`\(entries[index].name)` stands here a second time",
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
  /// A short mapping is
  /// compared pair by pair, a long one through a dictionary.
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

  private mutating func merge(_ sources: [NodeReference], into own: inout [Entry], _ depth: Int) {
    var names = Set(own.map(\.name))
    for source in sources {
      guard kind(source) == .mapping else {
        complain(
          "bad-merge", "`<<` takes the keys of a mapping, and this is none",
          "write `<<: *anchor` with the anchor on a mapping", at: source)
        continue
      }
      for entry in entries(source, depth: depth + 1) where names.insert(entry.name).inserted {
        own.append(entry)
      }
    }
  }

  /// The entries whose keys are known, each with its key; the others are reported.
  mutating func known(
    _ node: NodeReference, _ keys: Keys, in what: String
  ) -> [(entry: Entry, key: Key)] {
    mapping(node, what).map { check($0, keys, in: what) } ?? []
  }

  /// The entries of a mapping; nil, with a problem, for what is none.
  mutating func mapping(_ node: NodeReference, _ what: String) -> [Entry]? {
    guard kind(node) == .mapping else {
      if isNull(node), isCutOff(node) { return nil }
      complain(
        "not-a-mapping", "\(what) is a mapping of keys, and this is not one",
        "write `key: value` lines below it", at: node)
      return nil
    }
    return entries(node)
  }

  /// The entries of a mapping with plain keys; the others are reported.
  package mutating func entries(
    _ node: NodeReference, _ keys: Keys, in what: String
  ) -> [Entry] {
    known(node, keys, in: what).map(\.entry)
  }

  /// Pairs entries with their keys and reports those that have none.
  mutating func check(
    _ entries: [Entry], _ keys: Keys, in what: String
  ) -> [(entry: Entry, key: Key)] {
    var known: [(entry: Entry, key: Key)] = []
    known.reserveCapacity(entries.count)
    for entry in entries {
      if let key = keys[entry.name] {
        known.append((entry, key))
      } else {
        complain(
          "unknown-key", "\(what) has no key `\(entry.name)`", unknown: entry.name,
          among: keys.names, otherwise: "its keys are \(keys.names.joined(separator: ", "))",
          at: span(entry.key))
      }
    }
    return known
  }
}
