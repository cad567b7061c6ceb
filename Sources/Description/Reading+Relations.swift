import Architecture
import Findings
import SourceText

extension Reading {
  /// One relation, or a list of them, each a name or a long form.
  mutating func relations(_ node: NodeReference, _ kind: RelationKind) -> [RelationDraft] {
    let nodes = self.kind(node) == .sequence ? items(node) : [node]
    return nodes.compactMap { relation($0, kind) }
  }

  private mutating func relation(_ node: NodeReference, _ kind: RelationKind) -> RelationDraft? {
    switch self.kind(node) {
    case .scalar where !isNull(node):
      return RelationDraft(kind: kind, target: text(node), span: span(node))
    case .mapping:
      return longForm(node, kind)
    default:
      complain(
        "wrong-value", "`\(kind.rawValue)` names a component",
        "write `\(kind.rawValue): name`, a list of names, or "
          + "`\(kind.rawValue): { \(kind.targetKey): name, ... }`", at: node)
      return nil
    }
  }

  private mutating func longForm(_ node: NodeReference, _ kind: RelationKind) -> RelationDraft? {
    guard let keys = Keys.relation[kind] else { return nil }
    var target: NodeReference?
    var facts = FactList()
    let fields = entries(node)
    if fields.contains(where: { $0.name == "attempts" }),
      let retries = fields.first(where: { $0.name == "retries" })
    {
      complain(
        "retries-and-attempts", "`retries` and `attempts` say the same thing twice",
        "3 attempts are 1 call and 2 retries; keep `attempts`", at: retries.key)
    }
    for (field, key) in check(renamedEnd(fields, kind), keys, in: "`\(kind.rawValue)`") {
      if readProperty(key, field, on: .relation, into: &facts) { continue }
      switch key.meaning {
      case .structure(.target): target = field.value
      case .structure(.retries): readRetries(field, into: &facts)
      default: break
      }
    }
    guard let target, self.kind(target) == .scalar, !isNull(target) else {
      if isCutOff(node) { return nil }
      complain(
        "missing-target", "`\(kind.rawValue)` does not say what it \(kind.rawValue)",
        "write `\(kind.targetKey): name of a component`", at: target ?? node)
      return nil
    }
    return RelationDraft(kind: kind, target: text(target), span: span(target), facts: facts)
  }

  /// `to` where `from` belongs, or the other way round, is understood and reported.
  private mutating func renamedEnd(_ entries: [Entry], _ kind: RelationKind) -> [Entry] {
    let wrong = kind.targetKey == "to" ? "from" : "to"
    guard !entries.contains(where: { $0.name == kind.targetKey }) else { return entries }
    return entries.map { entry in
      guard entry.name == wrong else { return entry }
      complain(
        "unknown-key", "`\(kind.rawValue)` has no key `\(wrong)`",
        "did you mean `\(kind.targetKey)`?", at: entry.key)
      return Entry(name: kind.targetKey, key: entry.key, value: entry.value)
    }
  }

  private mutating func readRetries(_ field: Entry, into facts: inout FactList) {
    guard
      case .number(let retries)? = value(field.value, .count, key: "retries", within: .retries)
    else { return }
    facts.add(.attempts, Fact(.number(retries + 1), .declared, span: span(field.value)))
  }
}
