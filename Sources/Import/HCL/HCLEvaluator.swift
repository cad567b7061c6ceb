import SourceText

/// Works out what expressions are, as far as the files of a module tell.
///
/// What needs the cloud, the clock or another tool is unknown, and keeps what it names.
struct HCLEvaluator {
  let module: HCLModuleInstance
  /// The number of the text in which the expressions stand.
  let source: Int
  /// What `each.key`, `each.value`, `count.index` and the iterators of blocks are.
  var iteration: [String: ResourceValue] = [:]

  /// What an expression is.
  func value(_ expression: HCLExpression, depth: Int = 0) -> ResourceValue {
    guard depth < 50, module.budget.spend() else { return unknown(expression) }
    let span = SourceSpan(source: source, expression.range)
    switch expression.form {
    case .literal(let text): return ResourceValue(content: .text(text), span: span)
    case .null: return ResourceValue(content: .unknown, span: span, isNull: true)
    case .template(let parts): return template(parts, span, depth)
    case .list(let items):
      return ResourceValue(content: .list(items.map { value($0, depth: depth + 1) }), span: span)
    case .object(let pairs):
      let fields = pairs.compactMap { pair in
        key(pair.key, depth).map { ($0, value(pair.value, depth: depth + 1)) }
      }
      return ResourceValue(content: .fields(fields), span: span)
    case .variable, .member, .index: return reference(expression, span, depth)
    case .call(let name, let arguments):
      let values = arguments.map { value($0, depth: depth + 1) }
      return HCLFunctions.call(name, values, span)
    case .conditional(let condition, let first, let second):
      return conditional(condition, first, second, span, depth)
    case .binary(let sign, let left, let right):
      let (left, right) = (value(left, depth: depth + 1), value(right, depth: depth + 1))
      return HCLFunctions.binary(sign, left, right, span)
    case .unary(let sign, let inner):
      return HCLFunctions.unary(sign, value(inner, depth: depth + 1), span)
    case .opaque(let parts):
      return ResourceValue(
        content: .unknown, span: span,
        references: ResourceValue.unique(
          parts.flatMap { value($0, depth: depth + 1).allReferences }))
    }
  }

  private func unknown(_ expression: HCLExpression) -> ResourceValue {
    ResourceValue(content: .unknown, span: SourceSpan(source: source, expression.range))
  }

  /// The key of an object: a word stands for itself.
  private func key(_ expression: HCLExpression, _ depth: Int) -> String? {
    if case .variable(let name) = expression.form { return name }
    return value(expression, depth: depth + 1).text
  }

  private func template(
    _ parts: [HCLExpression?], _ span: SourceSpan, _ depth: Int
  ) -> ResourceValue {
    var (text, isKnown, references) = ("", true, [] as [String])
    for part in parts {
      guard let part else {
        isKnown = false
        continue
      }
      let value = value(part, depth: depth + 1)
      references += value.allReferences
      text += value.text ?? value.allReferences.map(ResourceValue.placeholder).joined()
      if value.text == nil { isKnown = false }
      if text.utf8.count > HCLFunctions.limit {
        return ResourceValue(content: .unknown, span: span)
      }
    }
    // A text in JSON stays one, with addresses for what is not known.
    let isJSON = "{[".utf8.contains(text.utf8.first { $0 > 0x20 } ?? 0)
    return ResourceValue(
      content: isKnown || isJSON ? .text(text) : .unknown, span: span,
      references: ResourceValue.unique(references))
  }

  /// The chosen side of a condition; both sides name what they name where nobody knows which it is.
  private func conditional(
    _ condition: HCLExpression, _ first: HCLExpression, _ second: HCLExpression,
    _ span: SourceSpan, _ depth: Int
  ) -> ResourceValue {
    switch value(condition, depth: depth + 1).text {
    case "true": return value(first, depth: depth + 1)
    case "false": return value(second, depth: depth + 1)
    default:
      let references = [first, second].flatMap { value($0, depth: depth + 1).allReferences }
      return ResourceValue(
        content: .unknown, span: span, references: ResourceValue.unique(references))
    }
  }

  // MARK: - References

  /// What `var.name`, `local.name`, `module.name.output` and `type.name.attribute` are.
  private func reference(
    _ expression: HCLExpression, _ span: SourceSpan, _ depth: Int
  ) -> ResourceValue {
    var steps: [String] = []
    var inner = expression
    while true {
      switch inner.form {
      case .member(let value, let name):
        steps.append(name)
        inner = value
        continue
      case .index(let value, let key):
        steps.append("[" + (self.value(key, depth: depth + 1).text ?? ""))
        inner = value
        continue
      default: break
      }
      break
    }
    steps.reverse()
    guard case .variable(let root) = inner.form else {
      return stepped(value(inner, depth: depth + 1), steps[...], span)
    }
    return known(root, steps, span, depth)
  }

  private func known(
    _ root: String, _ steps: [String], _ span: SourceSpan, _ depth: Int
  ) -> ResourceValue {
    let empty = ResourceValue(content: .unknown, span: span)
    guard let first = steps.first else { return empty }
    if let value = iteration["\(root).\(first)"] { return stepped(value, steps.dropFirst(), span) }
    switch root {
    case "var": return stepped(module.variable(first) ?? empty, steps.dropFirst(), span)
    case "local": return stepped(module.local(first) ?? empty, steps.dropFirst(), span)
    case "module":
      let rest = steps.dropFirst().drop { $0.hasPrefix("[") }
      guard let output = rest.first else { return empty }
      let copy = steps.dropFirst().prefix { $0.hasPrefix("[") }.first
      return stepped(
        module.output(output, of: first, copy: copy.map { String($0.dropFirst()) }, at: span),
        rest.dropFirst(), span)
    case "each", "count", "path", "terraform", "self": return empty
    case "data":
      guard steps.count > 1 else { return empty }
      return ResourceValue(
        content: .unknown, span: span, references: [module.prefix + "data.\(first).\(steps[1])"])
    default:
      guard root.contains("_") else { return empty }
      return ResourceValue(
        content: .unknown, span: span,
        references: [module.prefix + "\(root).\(first)" + Self.copy(steps.dropFirst().first)])
    }
  }

  /// What tells a copy of a resource from the others, in an address; `step` is `[0` or `[key`.
  private static func copy(_ step: String?) -> String {
    guard let step, step.hasPrefix("["), step.count > 1 else { return "" }
    return step + "]"
  }

  private func stepped(
    _ value: ResourceValue, _ steps: ArraySlice<String>, _ span: SourceSpan
  ) -> ResourceValue {
    var value = value
    for step in steps {
      let references = value.references
      let name = step.hasPrefix("[") ? String(step.dropFirst()) : step
      if case .list(let items) = value.content, let index = Int(name), items.indices.contains(index)
      {
        value = items[index]
      } else if case .fields = value.content, let field = value[name] {
        value = field
      } else {
        // Of several the whole is named: one of them is meant.
        return ResourceValue(
          content: .unknown, span: span, references: ResourceValue.unique(value.allReferences))
      }
      value.references += references
    }
    return value
  }
}
