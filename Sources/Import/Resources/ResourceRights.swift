import Architecture
import SourceText

/// What roles may do: the rights in policies, by the actions on the page of the format.
final class ResourceRights {
  /// Something that may be done to some resources.
  struct Right {
    /// Nil for what may be anything.
    let kind: RelationKind?
    let resources: [Int]
    /// The text that it rests on, such as `right sqs:SendMessage`.
    let evidence: String
    let span: SourceSpan
  }

  private let resources: ResourceSystem
  /// Resources that add rights to others, by these.
  private lazy var additions: [Int: [Int]] = {
    var additions: [Int: [Int]] = [:]
    for number in resources.resources.indices {
      guard let mapping = resources.mapping(number), !mapping.rights.isEmpty else { continue }
      for owner in resources.owners[number] ?? [] { additions[owner, default: []].append(number) }
    }
    return additions
  }()
  private var known: [Int: [Right]] = [:]

  init(_ resources: ResourceSystem) { self.resources = resources }

  /// The rights of a role, its own and those of what is attached to it.
  func rights(of role: Int) -> [Right] {
    if let rights = known[role] { return rights }
    var (rights, seen, open) = ([] as [Right], [] as Set<Int>, [role])
    while let next = open.popLast(), seen.count < 200 {
      guard seen.insert(next).inserted else { continue }
      open += (additions[next] ?? []).reversed()
      for path in resources.mapping(next)?.rights ?? [] {
        for value in resources.resources[next].values.values(at: path) {
          let found = statements(value, next)
          rights += found
          open += resources.named(by: value, from: next).reversed()
            .filter { resources.components[$0] == nil }
          if found.isEmpty { rights += unnamed(value, next) }
        }
      }
    }
    known[role] = rights
    return rights
  }

  /// What a document names, where its actions are not known.
  private func unnamed(_ value: ResourceValue, _ number: Int) -> [Right] {
    let named = resources.named(by: value, from: number)
      .filter { resources.components[$0] != nil }
    guard !named.isEmpty else { return [] }
    let evidence = "\(resources.resources[number].type) \(resources.resources[number].name)"
    return [Right(kind: nil, resources: named, evidence: evidence, span: value.span)]
  }

  /// The statements of a document of IAM, or a block of one.
  private func statements(_ value: ResourceValue, _ number: Int) -> [Right] {
    // A policy in JSON is parsed each time that its fields are asked for.
    let fields = value.fields
    let document =
      fields.first { $0.name == "Statement" }?.value
      ?? fields.first { $0.name == "statement" }?.value ?? value
    return document.items.flatMap { statement in
      guard let targets = statement["Resource"] ?? statement["resources"] else {
        return [] as [Right]
      }
      guard (statement["Effect"] ?? statement["effect"])?.text?.lowercased() != "deny" else {
        return []
      }
      let named = targets.items.flatMap { resources.named(by: $0, from: number) }
      let all = ResourceValue.unique(named + resources.named(by: targets, from: number))
      let actions = (statement["Action"] ?? statement["actions"])?.items ?? []
      return rights(actions.compactMap(\.text), all, targets.span)
    }
  }

  private func rights(_ actions: [String], _ named: [Int], _ span: SourceSpan) -> [Right] {
    var rights: [Right] = []
    for action in actions {
      let known = resources.page.kinds(ofAction: action).map(Optional.some)
      for kind in known.isEmpty && action.hasSuffix("*") ? [nil] : known
      where !rights.contains(where: { $0.kind == kind }) {
        // Rights of another service than the one that the resource belongs to say nothing.
        let own = named.filter { suits(kind, $0) }
        guard !own.isEmpty else { continue }
        rights.append(
          Right(kind: kind, resources: own, evidence: "right \(action)", span: span))
      }
    }
    return rights
  }

  /// Whether an arrow of a kind can point at what a resource is.
  private func suits(_ kind: RelationKind?, _ number: Int) -> Bool {
    guard let kind else { return true }
    return resources.reached(number).contains { component in
      guard let role = resources.system.components[component].kind?.role else { return false }
      return kind.targets.contains(role)
    }
  }
}
