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
    Copy(index: key, iteration: iteration("each", key, value))
  }

  /// What a block is in each of the copies that `dynamic` makes of it: one where nobody knows how
  /// many there are, in which nothing is known that differs from copy to copy.
  static func copies(ofDynamic block: HCLBlock, _ evaluator: HCLEvaluator) -> [Copy] {
    let name: String
    switch block.body["iterator"]?.form {
    case .variable(let text), .literal(let text): name = text
    default: name = block.labels.first ?? ""
    }
    let value = block.body["for_each"].map { evaluator.value($0) }
    switch value?.content {
    case .fields(let fields):
      return fields.prefix(most).map { Copy(iteration: iteration(name, $0.name, $0.value)) }
    case .list(let items):
      // The keys of a set are its items, and those of a list numbers.
      return items.prefix(most).map { Copy(iteration: iteration(name, nil, $0)) }
    case .text, .unknown, nil:
      let span = SourceSpan(source: evaluator.source, block.range)
      let open = ResourceValue(
        content: .unknown, span: span, references: value?.allReferences ?? [])
      return [Copy(iteration: iteration(name, nil, open), isUncounted: true)]
    }
  }

  /// Most copies of one block.
  private static let most = 100

  private static func iteration(
    _ name: String, _ key: String?, _ value: ResourceValue
  ) -> [String: ResourceValue] {
    let content = key.map(ResourceContent.text) ?? .unknown
    return [
      "\(name).key": ResourceValue(content: content, span: value.span), "\(name).value": value,
    ]
  }
}
