import Description
import SourceText
import YAML

/// Reads the resources of a plan or a state.
struct PlanReader {
  private let system: ForeignSystem
  private let file: ForeignFile
  private let tree: SourceTree
  private let configuration: PlanConfiguration
  private let marks: PlanMarks
  private let page: FormatPage
  private var found: [Resource] = []

  init(_ system: ForeignSystem, _ file: ForeignFile, _ page: FormatPage) {
    self.system = system
    self.file = file
    self.page = page
    tree = system.yaml.trees[file.source]
    configuration = PlanConfiguration(tree, tree.roots.first)
    marks = PlanMarks(tree, tree.roots.first)
  }

  /// The resources of all modules, and what the configuration looks up.
  mutating func resources() -> [Resource] {
    guard let root = tree.roots.first else { return [] }
    if let values = child("planned_values", root) ?? child("values", root) {
      if let module = child("root_module", values) { read(module, "", nil, depth: 0) }
    } else if let changes = child("resource_changes", root) {
      for change in tree.children(changes) { readChange(change) }
    }
    sayDeleted(root)
    var addresses = Set(found.map(\.address))
    for (address, expressions) in configuration.lookedUp {
      addLookedUp(address, expressions, beside: &addresses)
    }
    if found.isEmpty {
      system.ask("it holds no resources: is it the plan of an empty folder?", of: file.path)
    }
    return found
  }

  private func child(_ name: String, _ node: Int) -> Int? {
    tree.pairs(node).first { tree.text($0.key) == name }?.value
  }

  private func text(_ name: String, _ node: Int) -> String? {
    child(name, node).flatMap { tree.isNull($0) ? nil : tree.text($0) }
  }

  private mutating func read(_ module: Int, _ name: String, _ index: String?, depth: Int) {
    guard depth < 40 else { return }
    if let resources = child("resources", module) {
      for resource in tree.children(resources) {
        add(
          resource, child("values", resource), child("sensitive_values", resource), name, index)
      }
    }
    guard let children = child("child_modules", module) else { return }
    for child in tree.children(children) {
      let address = text("address", child) ?? ""
      read(
        child, PlanAddress.plain(address), PlanAddress.lastIndex(address) ?? index,
        depth: depth + 1)
    }
  }

  /// A plan without planned values says of each resource what comes after.
  private mutating func readChange(_ node: Int) {
    guard let change = child("change", node), !isDeleted(change) else { return }
    let module = PlanAddress.plain(text("module_address", node) ?? "")
    add(node, child("after", change), child("after_sensitive", change), module, nil)
  }

  private func isDeleted(_ change: Int) -> Bool {
    guard let actions = child("actions", change) else { return false }
    return tree.children(actions).map(tree.text) == ["delete"]
  }

  private func sayDeleted(_ root: Int) {
    guard let changes = child("resource_changes", root) else { return }
    let count = tree.children(changes).count { child("change", $0).map(isDeleted) ?? false }
    guard count > 0 else { return }
    system.ignore(
      .init(ImportNote.Count(count, "resource"), why: "the plan deletes them"), of: file.path)
  }

  private mutating func add(
    _ node: Int, _ values: Int?, _ sensitive: Int?, _ module: String, _ index: String?
  ) {
    guard let type = text("type", node), let name = text("name", node) else { return }
    let isLookedUp = text("mode", node) == "data"
    let address =
      (module.isEmpty ? "" : module + ".") + (isLookedUp ? "data." : "") + "\(type).\(name)"
    var all = ResourceValue(content: .fields([]), span: tree.span(node))
    if system.mappings.knows(type, by: page) {
      if let values { all = ResourceValue(tree, values, at: tree.span) }
      let expressions = configuration.expressions[address]
      if let sensitive { all = marks.without(sensitive, all) }
      if let unknown = marks.unknown[text("address", node) ?? ""] {
        all = marks.adding(unknown, to: all, expressions)
      }
      if let expressions { all = configuration.merged(all, expressions, in: module) }
    }
    found.append(
      Resource(
        type: type, name: name, address: address, index: text("index", node) ?? index,
        module: module, span: tree.span(child("address", node) ?? node), path: file.path,
        values: all, isLookedUp: isLookedUp))
  }

  private mutating func addLookedUp(
    _ address: String, _ expressions: Int, beside addresses: inout Set<String>
  ) {
    let parts = address.split(separator: ".").map(String.init)
    guard parts.count > 2, !addresses.contains(address) else { return }
    let type = parts[parts.count - 2]
    guard page.resources[type] != nil else { return }
    let module = parts.dropLast(3).joined(separator: ".")
    let span = tree.span(expressions)
    addresses.insert(address)
    found.append(
      Resource(
        type: type, name: parts[parts.count - 1], address: address, module: module, span: span,
        path: file.path,
        values: configuration.merged(
          ResourceValue(content: .fields([]), span: span), expressions, in: module),
        isLookedUp: true))
  }
}
