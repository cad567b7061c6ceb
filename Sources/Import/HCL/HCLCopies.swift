import SourceText

/// The copies of a block by `count` and `for_each`, and what a block is set to.
enum HCLCopies {
  /// One copy.
  struct Copy {
    var index: String?
    var iteration: [String: ResourceValue] = [:]
    /// Whether it stands for a number of them that nobody knows.
    var isUncounted = false
  }

  /// The copies of a block; one where nobody knows how many there are.
  static func copies(
    of block: HCLModule.Placed<HCLBlock>, in instance: HCLModuleInstance
  ) -> [Copy] {
    let evaluator = HCLEvaluator(module: instance, source: block.source)
    if let expression = block.part.body["count"] {
      let value = evaluator.value(expression)
      guard let number = value.text.flatMap(Int.init) else { return [Copy(isUncounted: true)] }
      return (0..<min(max(0, number), 100)).map { index in
        let text = ResourceValue(content: .text(String(index)), span: value.span)
        return Copy(index: String(index), iteration: ["count.index": text])
      }
    }
    guard let expression = block.part.body["for_each"] else { return [Copy()] }
    let value = evaluator.value(expression)
    switch value.content {
    case .fields(let fields):
      return fields.map { copy($0.name, $0.value) }
    case .list(let items) where items.allSatisfy({ $0.text != nil }):
      return items.map { copy($0.text ?? "", $0) }
    case .list, .text, .unknown: return [Copy(isUncounted: true)]
    }
  }

  private static func copy(_ key: String, _ value: ResourceValue) -> Copy {
    let text = ResourceValue(content: .text(key), span: value.span)
    return Copy(index: key, iteration: ["each.key": text, "each.value": value])
  }

  /// What a body is set to: its arguments, and its blocks as lists of what they are set to.
  static func values(
    _ body: HCLBody, _ evaluator: HCLEvaluator, depth: Int = 0
  ) -> ResourceValue {
    var fields = body.attributes.map { attribute in
      var value = evaluator.value(attribute.value)
      // What is said here stands here, wherever the value comes from.
      value.span = SourceSpan(source: evaluator.source, attribute.value.range)
      return (name: attribute.name, value: value)
    }
    for block in body.blocks where depth < 30 {
      let isDynamic = block.type == "dynamic"
      let name = isDynamic ? block.labels.first ?? "" : block.type
      let inner = isDynamic ? block.body.blocks.first { $0.type == "content" }?.body : block.body
      guard let inner else { continue }
      let value = values(inner, evaluator, depth: depth + 1)
      if let index = fields.firstIndex(where: { $0.name == name }) {
        fields[index].value.content = .list(fields[index].value.items + [value])
      } else {
        fields.append((name, ResourceValue(content: .list([value]), span: value.span)))
      }
    }
    let start = body.attributes.first?.value.range ?? body.blocks.first?.range ?? 0..<0
    return ResourceValue(
      content: .fields(fields), span: SourceSpan(source: evaluator.source, start))
  }
}
