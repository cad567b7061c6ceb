import Architecture
import Findings
import SourceText
import YAML

/// Reads relations: calls, messages and whatever else stands under a kind of relation.
struct RelationReader {
  private let yaml: YAMLReader
  private let properties: PropertyReader

  init(_ properties: PropertyReader) {
    yaml = properties.yaml
    self.properties = properties
  }

  /// One relation, or a list of them, each a name or a long form.
  func read(_ node: NodeReference, _ kind: RelationKind) -> [RelationDraft] {
    yaml.oneOrMore(node).compactMap { relation($0, kind) }
  }

  private func relation(_ node: NodeReference, _ kind: RelationKind) -> RelationDraft? {
    switch yaml.kind(node) {
    case .scalar where !yaml.isNull(node):
      return RelationDraft(kind: kind, target: yaml.text(node), span: yaml.span(node))
    case .mapping:
      return longForm(node, kind)
    default:
      yaml.complain(
        "wrong-value", "`\(kind.rawValue)` must name a component",
        "write `\(kind.rawValue): name`, a list of names, or "
          + "`\(kind.rawValue): { \(kind.targetKey): name, ... }`", at: node)
      return nil
    }
  }

  private func longForm(_ node: NodeReference, _ kind: RelationKind) -> RelationDraft? {
    guard let keys = DescriptionKeys.relation[kind] else { return nil }
    var target: NodeReference?
    var facts = FactList()
    let fields = yaml.entries(node)
    if fields.contains(where: { $0.name == "attempts" }),
      let retries = fields.first(where: { $0.name == "retries" })
    {
      yaml.complain(
        "retries-and-attempts", "`retries` and `attempts` are both declared",
        "3 attempts are 1 call and 2 retries; keep `attempts`", at: retries.key)
    }
    let meant = meantEnd(renamedEnd(fields, kind), kind, keys)
    for (field, key) in yaml.check(meant, keys, in: "`\(kind.rawValue)`") {
      if properties.read(key, field, into: &facts) { continue }
      switch key.meaning {
      case .structure(.target): target = field.value
      case .structure(.retries): readRetries(field, into: &facts)
      default: break
      }
    }
    guard let target, yaml.kind(target) == .scalar, !yaml.isNull(target) else {
      if yaml.isCutOff(node) { return nil }
      yaml.complain(
        "missing-target", "`\(kind.rawValue)` is missing its key `\(kind.targetKey)`",
        "write `\(kind.targetKey): name of a component`", at: target ?? node)
      return nil
    }
    return RelationDraft(
      kind: kind, target: yaml.text(target), span: yaml.span(target), facts: facts)
  }

  /// `to` where `from` belongs, or the other way round, is understood and reported.
  private func renamedEnd(_ entries: [Entry], _ kind: RelationKind) -> [Entry] {
    let wrong = kind.targetKey == "to" ? "from" : "to"
    guard !entries.contains(where: { $0.name == kind.targetKey }) else { return entries }
    return entries.map { entry in
      guard entry.name == wrong else { return entry }
      yaml.complain(
        "unknown-key", "`\(kind.rawValue)` has no key `\(wrong)`",
        didYouMean(kind.targetKey), at: entry.key)
      return entry.renamed(kind.targetKey)
    }
  }

  /// The name of a component in place of the key before it is understood and reported:
  /// `calls: { payments: charge }`, `calls: { payments, timeout: 2s }`.
  private func meantEnd(_ entries: [Entry], _ kind: RelationKind, _ keys: Keys) -> [Entry] {
    guard !entries.contains(where: { $0.name == kind.targetKey }),
      let index = entries.firstIndex(where: { isStrange($0, keys) })
    else { return entries }
    let (entry, value) = (entries[index], entries[index].value)
    let isOperation = yaml.kind(value) == .scalar && !yaml.isNull(value)
    let name = isOperation ? "\(entry.name).\(yaml.text(value))" : entry.name
    yaml.complain(
      "missing-target", "`\(kind.rawValue)` is missing its key `\(kind.targetKey)`",
      didYouMean("\(kind.targetKey): \(name.prefix(60))"), at: entry.key)
    var entries = entries
    entries[index] = entry.meaning(
      kind.targetKey, isOperation ? yaml.text(name, at: entry.key) : entry.key)
    return entries
  }

  /// Whether a key is neither one of the relation's nor anything like one.
  private func isStrange(_ entry: Entry, _ keys: Keys) -> Bool {
    keys[entry.name] == nil && !NoteKey.matches(entry.name) && keys.meant(by: entry.name) == nil
      && keys.home(of: entry.name) == nil && suggestion(for: entry.name, among: keys.names) == nil
  }

  private func readRetries(_ field: Entry, into facts: inout FactList) {
    guard
      case .number(let retries)? = yaml.value(field.value, .room, key: "retries", within: .retries)
    else { return }
    facts.add(.attempts, Fact(.number(retries + 1), .declared, span: yaml.span(field.value)))
  }
}
