import SourceText
import YAML

/// What the configuration in a plan says that names other resources.
final class PlanConfiguration {
  private let tree: SourceTree
  /// The expressions of each resource, by address.
  private(set) var expressions: [String: Int] = [:]
  /// What is looked up, in order.
  private(set) var lookedUp: [(address: String, expressions: Int)] = []
  /// Expressions of outputs, and of the arguments of modules, by `module.NAME` and their own name.
  private var outputs: [String: Int] = [:]
  private var arguments: [String: Int] = [:]
  private var known: [String: [String]] = [:]

  init(_ tree: SourceTree, _ root: Int?) {
    self.tree = tree
    guard let root, let configuration = child("configuration", root),
      let module = child("root_module", configuration)
    else { return }
    read(module, "", depth: 0)
  }

  private func child(_ name: String, _ node: Int) -> Int? {
    tree.pairs(node).first { tree.text($0.key) == name }?.value
  }

  private func read(_ module: Int, _ prefix: String, depth: Int) {
    guard depth < 40 else { return }
    if let resources = child("resources", module) {
      for resource in tree.children(resources) {
        guard let address = child("address", resource).map(tree.text),
          let expressions = child("expressions", resource)
        else { continue }
        self.expressions[prefix + address] = expressions
        if address.hasPrefix("data.") { lookedUp.append((prefix + address, expressions)) }
      }
    }
    for output in child("outputs", module).map(tree.pairs) ?? [] {
      outputs[prefix + tree.text(output.key)] = child("expression", output.value)
    }
    for call in child("module_calls", module).map(tree.pairs) ?? [] {
      let inner = "\(prefix)module.\(tree.text(call.key))."
      for argument in child("expressions", call.value).map(tree.pairs) ?? [] {
        arguments[inner + tree.text(argument.key)] = argument.value
      }
      if let module = child("module", call.value) { read(module, inner, depth: depth + 1) }
    }
  }

  // MARK: - References

  /// The addresses of the resources that a reference in a module leads to.
  private func resolved(_ reference: String, in module: String, depth: Int) -> [String] {
    guard depth < 20 else { return [] }
    let key = module + " " + reference
    if let known = known[key] { return known }
    known[key] = []
    let prefix = module.isEmpty ? "" : module + "."
    let (address, copy) = PlanAddress.parts(reference)
    let parts = address.split(separator: ".").map(String.init)
    guard parts.count > 1 else { return [] }
    var found: [String] = []
    switch parts[0] {
    case "local", "each", "count", "path", "terraform", "self": break
    case "var":
      let outer = Self.outer(of: module)
      if let argument = arguments[prefix + parts[1]] {
        found = references(argument, in: outer, depth: depth + 1)
      }
    case "module":
      let inner = prefix + "module." + parts[1]
      if parts.count > 2, let output = outputs["\(inner).\(parts[2])"] {
        found = references(output, in: inner, depth: depth + 1)
          .map { $0.last == "]" ? $0 : $0 + copy }
      }
    case "data": if parts.count > 2 { found = ["\(prefix)data.\(parts[1]).\(parts[2])"] }
    default: found = ["\(prefix)\(parts[0]).\(parts[1])\(copy)"]
    }
    known[key] = found
    return found
  }

  private static func outer(of module: String) -> String {
    module.split(separator: ".").dropLast(2).joined(separator: ".")
  }

  /// All addresses that an expression leads to.
  private func references(_ node: Int, in module: String, depth: Int) -> [String] {
    guard depth < 40 else { return [] }
    var found: [String] = []
    if let list = child("references", node) {
      for item in tree.children(list) {
        for address in resolved(tree.text(item), in: module, depth: depth)
        where !found.contains(address) { found.append(address) }
      }
      // Beside a copy the list has all of them once more.
      let whole = Set(found.filter { $0.last == "]" }.map(PlanAddress.plain))
      return found.filter { !whole.contains($0) }
    }
    if tree.kind(node) == .scalar { return [] }
    for inner in tree.kind(node) == .mapping
      ? tree.pairs(node).map(\.value) : Array(tree.children(node))
    {
      found += references(inner, in: module, depth: depth + 1)
    }
    return found
  }

  // MARK: - Values

  /// A value with what the configuration says of it besides.
  func merged(
    _ value: ResourceValue, _ expressions: Int, in module: String, depth: Int = 0
  ) -> ResourceValue {
    guard depth < 40, case .fields(var fields) = value.content else { return value }
    for pair in tree.pairs(expressions) {
      let name = tree.text(pair.key)
      let index = fields.firstIndex { $0.name == name }
      let old = index.map { fields[$0].value }
      let new = expression(pair.value, old, in: module, depth: depth)
      if let index { fields[index].value = new } else { fields.append((name, new)) }
    }
    var value = value
    value.content = .fields(fields)
    return value
  }

  private func expression(
    _ node: Int, _ old: ResourceValue?, in module: String, depth: Int
  ) -> ResourceValue {
    var value = old ?? ResourceValue(content: .unknown, span: tree.span(node))
    if child("references", node) != nil {
      value.references += references(node, in: module, depth: 0)
      value.isNull = value.isNull && value.references.isEmpty
      return value
    }
    if let constant = child("constant_value", node) {
      return old ?? ResourceValue(tree, constant, at: tree.span)
    }
    switch tree.kind(node) {
    case .scalar, .alias: return value
    case .mapping:
      // Functions of nothing have no references.
      if tree.pairs(node).isEmpty { return value }
      if case .unknown = value.content { value.content = .fields([]) }
      value.isNull = false
      return merged(value, node, in: module, depth: depth + 1)
    case .sequence:
      var items: [ResourceValue] = []
      if case .list(let known) = value.content { items = known }
      for (number, block) in tree.children(node).enumerated() {
        let empty = ResourceValue(content: .fields([]), span: tree.span(block))
        let item = number < items.count ? items[number] : empty
        let new = merged(item, block, in: module, depth: depth + 1)
        if number < items.count { items[number] = new } else { items.append(new) }
      }
      value.content = .list(items)
      value.isNull = value.isNull && items.isEmpty
      return value
    }
  }
}
