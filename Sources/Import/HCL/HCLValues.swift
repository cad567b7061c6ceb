import SourceText

/// Works out what bodies are set to: their arguments, and their blocks as lists of what they are
/// set to.
struct HCLValues {
  /// Names of blocks that are repeated nobody knows how often.
  private(set) var uncounted: [String] = []

  /// What a body is set to.
  mutating func values(
    _ body: HCLBody, _ evaluator: HCLEvaluator, depth: Int = 0
  ) -> ResourceValue {
    var fields: [(name: String, value: ResourceValue)] = []
    for attribute in body.attributes {
      var value = evaluator.value(attribute.value)
      // What is said here stands here, wherever the value comes from.
      value.span = SourceSpan(source: evaluator.source, attribute.value.range)
      fields.append((attribute.name, value))
    }
    for block in body.blocks where depth < 30 {
      for (name, value) in blocks(block, evaluator, depth) {
        if let index = fields.firstIndex(where: { $0.name == name }) {
          fields[index].value.content = .list(fields[index].value.items + [value])
        } else {
          fields.append((name, ResourceValue(content: .list([value]), span: value.span)))
        }
      }
    }
    let start = body.attributes.first?.value.range ?? body.blocks.first?.range ?? 0..<0
    return ResourceValue(
      content: .fields(fields), span: SourceSpan(source: evaluator.source, start))
  }

  /// A block, or the blocks that a `dynamic` one stands for.
  private mutating func blocks(
    _ block: HCLBlock, _ evaluator: HCLEvaluator, _ depth: Int
  ) -> [(name: String, value: ResourceValue)] {
    guard block.type == "dynamic" else {
      return [(block.type, values(block.body, evaluator, depth: depth + 1))]
    }
    guard let content = block.body.blocks.first(where: { $0.type == "content" })?.body else {
      return []
    }
    let name = block.labels.first ?? ""
    var all: [(name: String, value: ResourceValue)] = []
    for copy in HCLCopies.copies(ofDynamic: block, evaluator) {
      guard evaluator.module.budget.spend(20) else { break }
      if copy.isUncounted, !uncounted.contains(name) { uncounted.append(name) }
      var inner = evaluator
      inner.iteration.merge(copy.iteration) { $1 }
      all.append((name, values(content, inner, depth: depth + 1)))
    }
    return all
  }
}
