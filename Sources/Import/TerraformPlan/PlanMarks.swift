import YAML

/// What a plan marks of the values of resources: those that are sensitive, and those that nobody
/// knows before it is applied.
struct PlanMarks {
  private let tree: SourceTree
  /// The marks of what is not known yet, by the full addresses of resources.
  private(set) var unknown: [String: Int] = [:]

  init(_ tree: SourceTree, _ root: Int?) {
    self.tree = tree
    guard let root, let changes = child("resource_changes", root) else { return }
    for resource in tree.children(changes) {
      guard let address = child("address", resource), let change = child("change", resource),
        let mark = child("after_unknown", change)
      else { continue }
      unknown[tree.text(address)] = mark
    }
  }

  private func child(_ name: String, _ node: Int) -> Int? {
    tree.pairs(node).first { tree.text($0.key) == name }?.value
  }

  private func isTrue(_ mark: Int) -> Bool {
    tree.kind(mark) == .scalar && tree.text(mark) == "true"
  }

  // MARK: - Sensitive values

  /// A value without what is marked as sensitive.
  func without(_ mark: Int, _ value: ResourceValue, depth: Int = 0) -> ResourceValue {
    guard depth < 60 else { return value }
    var value = value
    switch value.content {
    case _ where isTrue(mark): value.content = .unknown
    case .fields(let fields):
      value.content = .fields(
        fields.map { name, field in
          (name, child(name, mark).map { without($0, field, depth: depth + 1) } ?? field)
        })
    case .list(let items):
      let marks = Array(tree.children(mark))
      value.content = .list(
        items.enumerated().map { number, item in
          number < marks.count ? without(marks[number], item, depth: depth + 1) : item
        })
    case .text, .unknown: break
    }
    return value
  }

  // MARK: - Unknown values

  /// A value with what is marked as unknown, where the configuration sets it; what it leaves to the
  /// provider is not set.
  func adding(
    _ mark: Int, to value: ResourceValue, _ expressions: Int?, depth: Int = 0
  ) -> ResourceValue {
    guard depth < 60 else { return value }
    var value = value
    if isTrue(mark) {
      value.content = .unknown
      value.isNull = false
    } else if tree.kind(mark) == .mapping, case .fields(var fields) = value.content {
      for pair in tree.pairs(mark) {
        let name = tree.text(pair.key)
        let expression = expressions.flatMap { child(name, $0) }
        // Blocks that the configuration repeats by `dynamic` are not in its expressions.
        let isSet = expressions == nil || expression != nil
        guard isSet || tree.kind(pair.value) == .sequence else { continue }
        let index = fields.firstIndex { $0.name == name }
        let old = index.map { fields[$0].value } ?? empty(pair.value)
        let new = adding(pair.value, to: old, expression, depth: depth + 1)
        if let index { fields[index].value = new } else { fields.append((name, new)) }
      }
      value.content = .fields(fields)
    } else if tree.kind(mark) == .sequence, case .list(var items) = value.content {
      let blocks = expressions.map { Array(tree.children($0)) } ?? []
      for (number, mark) in tree.children(mark).enumerated() {
        if number >= items.count { items.append(empty(mark)) }
        let block = number < blocks.count ? blocks[number] : nil
        items[number] = adding(mark, to: items[number], block, depth: depth + 1)
      }
      value.content = .list(items)
    }
    return value
  }

  /// What holds the values below a mark, before they are put in.
  private func empty(_ mark: Int) -> ResourceValue {
    let span = tree.span(mark)
    switch tree.kind(mark) {
    case .mapping: return ResourceValue(content: .fields([]), span: span)
    case .sequence: return ResourceValue(content: .list([]), span: span)
    case .scalar, .alias: return ResourceValue(content: .unknown, span: span, isNull: true)
    }
  }
}
