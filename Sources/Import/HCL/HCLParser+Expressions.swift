/// Expressions.
extension HCLParser {
  /// An expression; nil where none can be read, which is said.
  mutating func expression() -> HCLExpression? {
    let before = depth
    defer { depth = before }
    guard isShallow(), let condition = binary(0) else { return nil }
    skipBlanks(lines: nesting > 0)
    guard byte() == UInt8(ascii: "?") else { return condition }
    index += 1
    skipBlanks(lines: true)
    guard let first = expression() else { return nil }
    skipBlanks(lines: true)
    guard take(":") else {
      complain("a condition has no `:`", "write `condition ? one : other`")
      return nil
    }
    skipBlanks(lines: true)
    guard let second = expression() else { return nil }
    return HCLExpression(
      form: .conditional(condition, first, second),
      range: condition.range.lowerBound..<second.range.upperBound)
  }

  private static let operators: [(text: String, level: Int)] = [
    ("||", 1), ("&&", 2), ("==", 3), ("!=", 3), ("<=", 4), (">=", 4), ("<", 4), (">", 4),
    ("+", 5), ("-", 5), ("*", 6), ("/", 6), ("%", 6),
  ]

  private mutating func binary(_ level: Int) -> HCLExpression? {
    let before = depth
    defer { depth = before }
    guard var left = unary() else { return nil }
    while true {
      skipBlanks(lines: nesting > 0)
      let found = Self.operators.first { isNext($0.text) }
      guard let found, found.level > level else { return left }
      guard isShallow() else { return nil }
      index += found.text.utf8.count
      skipBlanks(lines: nesting > 0)
      guard let right = binary(found.level) else { return nil }
      left = HCLExpression(
        form: .binary(found.text, left, right),
        range: left.range.lowerBound..<right.range.upperBound)
    }
  }

  /// Counts one more level; whether it may be read.
  private mutating func isShallow() -> Bool {
    depth += 1
    guard depth >= Self.maximumDepth else { return true }
    complain("expressions lie more than \(Self.maximumDepth) deep", "this one is not read")
    return false
  }

  private func isNext(_ text: String) -> Bool {
    text.utf8.enumerated().allSatisfy { byte($0.offset) == $0.element }
  }

  private mutating func unary() -> HCLExpression? {
    let start = index
    guard byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "!") else { return postfix() }
    let sign = text(index..<index + 1)
    index += 1
    skipBlanks(lines: nesting > 0)
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth, let value = unary() else { return nil }
    return HCLExpression(form: .unary(sign, value), range: start..<value.range.upperBound)
  }

  /// A value with its members: `.name`, `[0]`, `[*]`.
  private mutating func postfix() -> HCLExpression? {
    let before = depth
    defer { depth = before }
    guard var value = primary() else { return nil }
    let start = value.range.lowerBound
    while index < end, byte() == UInt8(ascii: ".") || byte() == UInt8(ascii: "[") {
      guard isShallow() else { return nil }
      if byte() == UInt8(ascii: "."), let name = member() {
        value = HCLExpression(
          form: name == "*" ? .opaque([value]) : .member(value, name), range: start..<index)
      } else if byte() == UInt8(ascii: "[") {
        guard let next = indexed(value, start) else { return nil }
        value = next
      } else {
        break
      }
    }
    return value
  }

  private mutating func member() -> String? {
    let before = index
    index += 1
    if let name = word() { return name }
    if take("*") { return "*" }
    let start = index
    while Self.isDigit(byte()) { index += 1 }
    if index > start { return text(start..<index) }
    index = before
    return nil
  }

  private mutating func indexed(_ value: HCLExpression, _ start: Int) -> HCLExpression? {
    index += 1
    nesting += 1
    defer { nesting -= 1 }
    skipBlanks(lines: true)
    if byte() == UInt8(ascii: "*") {
      index += 1
      skipBlanks(lines: true)
      guard take("]") else { return missing("]") }
      return HCLExpression(form: .opaque([value]), range: start..<index)
    }
    guard let key = expression() else { return nil }
    skipBlanks(lines: true)
    guard take("]") else { return missing("]") }
    return HCLExpression(form: .index(value, key), range: start..<index)
  }

  private mutating func missing(_ bracket: String) -> HCLExpression? {
    complain("a `\(bracket)` is missing", "close what is open")
    return nil
  }

  private mutating func primary() -> HCLExpression? {
    let start = index
    switch byte() {
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "<") where byte(1) == UInt8(ascii: "<"): return heredoc()
    case UInt8(ascii: "["): return bracketed("]", start)
    case UInt8(ascii: "{"): return bracketed("}", start)
    case UInt8(ascii: "("):
      index += 1
      let values = values(until: ")")
      return values?.first.map { HCLExpression(form: $0.form, range: start..<index) }
    case let byte where Self.isDigit(byte): return number()
    default: return name()
    }
  }

  private mutating func number() -> HCLExpression {
    let start = index
    while Self.isDigit(byte())
      || byte() == UInt8(ascii: ".") && Self.isDigit(byte(1))
      || (byte() | 0x20) == UInt8(ascii: "e") && (Self.isDigit(byte(1)) || byte(1) == 0x2D)
      || byte() == UInt8(ascii: "-") && (bytes[index - 1] | 0x20) == UInt8(ascii: "e")
    {
      index += 1
    }
    return HCLExpression(form: .literal(text(start..<index)), range: start..<index)
  }

  private mutating func name() -> HCLExpression? {
    let start = index
    guard var name = word() else {
      complain("a value is missing", "write a value, such as a number or \"text\"")
      return nil
    }
    // Functions of providers: `provider::aws::arn_parse`.
    while byte() == UInt8(ascii: ":"), byte(1) == UInt8(ascii: ":") {
      index += 2
      name += "::" + (word() ?? "")
    }
    if take("(") {
      guard let values = values(until: ")") else { return nil }
      return HCLExpression(form: .call(name, values), range: start..<index)
    }
    let form: HCLExpression.Form =
      switch name {
      case "null": .null
      case "true", "false": .literal(name)
      default: .variable(name)
      }
    return HCLExpression(form: form, range: start..<index)
  }

  /// Values up to a bracket, divided by commas.
  mutating func values(until bracket: Unicode.Scalar) -> [HCLExpression]? {
    nesting += 1
    defer { nesting -= 1 }
    var values: [HCLExpression] = []
    while true {
      skipBlanks(lines: true)
      if take(bracket) { return values }
      guard index < end else { return missing(String(bracket)).map { [$0] } }
      guard let value = expression() else { return nil }
      values.append(value)
      skipBlanks(lines: true)
      if take(",") { continue }
      // `f(list...)`.
      if isNext("...") { index += 3 }
      skipBlanks(lines: true)
      guard take(bracket) else { return missing(String(bracket)).map { [$0] } }
      return values
    }
  }
}
