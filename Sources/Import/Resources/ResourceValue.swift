import SourceText
import YAML

/// What an attribute of a resource is, as far as a file tells.
indirect enum ResourceContent {
  case text(String)
  case list([ResourceValue])
  case fields([(name: String, value: ResourceValue)])
  /// Something that the file does not tell, or nothing at all.
  case unknown
}

/// What an attribute of a resource is set to, and where.
struct ResourceValue {
  var content: ResourceContent
  /// Where it is written.
  var span: SourceSpan
  /// Addresses of the resources that it names, but for those of its items and fields.
  var references: [String] = []
  /// Whether it is `null`, and so as if it were not set.
  var isNull = false

  /// Whether it is set to what the file does not tell.
  var isUnknown: Bool {
    guard case .unknown = content else { return false }
    return !isNull
  }

  /// The text, where it is one.
  var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  /// The fields, where it has some; those of a text in JSON and of a single block are its own.
  var fields: [(name: String, value: ResourceValue)] {
    switch content {
    case .fields(let fields): fields
    case .list(let items) where items.count == 1: items[0].fields
    case .text: json?.fields ?? []
    case .list, .unknown: []
    }
  }

  /// The items of a list, or the value itself.
  var items: [ResourceValue] {
    switch content {
    case .list(let items): return items
    case .text:
      guard let json, case .list(let items) = json.content else { return [self] }
      return items
    case .fields, .unknown: return [self]
    }
  }

  subscript(name: String) -> ResourceValue? { fields.first { $0.name == name }?.value }

  /// The values at a path, through lists and texts in JSON; what is unknown on the way stands for
  /// all that may be below it.
  func values(at path: String) -> [ResourceValue] {
    values(at: path.split(separator: ".").map(String.init)[...])
  }

  private func values(at path: ArraySlice<String>) -> [ResourceValue] {
    guard !isNull else { return [] }
    guard let first = path.first else { return [self] }
    switch content {
    case .unknown: return [self]
    case .list(let items):
      // A number stands for one item.
      if let index = Int(first) {
        return items.indices.contains(index) ? items[index].values(at: path.dropFirst()) : []
      }
      return items.flatMap { $0.values(at: path) }
    case .fields(let fields):
      // `*` stands for any name.
      let found = fields.filter { $0.name == first || first == "*" }
      return found.flatMap { $0.value.values(at: path.dropFirst()) }
    case .text:
      guard var json else { return references.isEmpty ? [] : [self] }
      json.references += references
      let found = json.values(at: path)
      return found.isEmpty && !references.isEmpty
        ? [ResourceValue(content: .unknown, span: span, references: references)] : found
    }
  }

  /// All references in it, in order; of a value that repeats itself without end the first ones.
  var allReferences: [String] {
    var (all, budget) = ([] as [String], 10_000)
    collect(into: &all, &budget)
    return all
  }

  private func collect(into all: inout [String], _ budget: inout Int) {
    guard budget > 0 else { return }
    budget -= 1
    all += references
    switch content {
    case .text, .unknown: break
    case .list(let items): for item in items { item.collect(into: &all, &budget) }
    case .fields(let fields): for field in fields { field.value.collect(into: &all, &budget) }
    }
  }

  /// What a text in JSON says; each part of it stands where the text does.
  private var json: ResourceValue? {
    guard case .text(let text) = content, text.utf8.count < 1 << 18 else { return nil }
    guard let first = text.utf8.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
      return nil
    }
    let parsed = ParsedText(SourceText(path: "", text: text))
    guard parsed.failure == nil, !parsed.tree.hasAliases, let root = parsed.tree.roots.first
    else { return nil }
    return ResourceValue(parsed.tree, root, at: { _ in span })
  }
}

extension ResourceValue {
  /// What a node says; `null` is unknown.
  init(_ tree: SourceTree, _ node: Int, at place: (Int) -> SourceSpan) {
    self.init(tree, node, place, depth: 0)
  }

  private init(_ tree: SourceTree, _ node: Int, _ place: (Int) -> SourceSpan, depth: Int) {
    span = place(node)
    guard depth < 60 else {
      content = .unknown
      return
    }
    switch tree.kind(node) {
    case .scalar, .alias:
      isNull = tree.isNull(node)
      content = isNull ? .unknown : .text(tree.text(node))
      if let text, text.contains("${") { references = Self.named(in: text) }
    case .sequence:
      content = .list(
        tree.children(node).map { ResourceValue(tree, $0, place, depth: depth + 1) })
    case .mapping:
      content = .fields(
        tree.pairs(node).map {
          (tree.text($0.key), ResourceValue(tree, $0.value, place, depth: depth + 1))
        })
    }
  }
}

extension ResourceValue {
  /// What stands in a text for something that is not known and has an address.
  static func placeholder(_ address: String) -> String { "${" + address + "}" }

  /// Each of some texts or numbers once, in order.
  static func unique<Element: Hashable>(_ all: [Element]) -> [Element] {
    var seen: Set<Element> = []
    return all.filter { seen.insert($0).inserted }
  }

  /// The addresses in a text.
  private static func named(in text: String) -> [String] {
    text.split(separator: "${", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}
