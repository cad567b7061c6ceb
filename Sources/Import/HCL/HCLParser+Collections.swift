/// Lists, objects and `for`.
extension HCLParser {
  /// A list or an object, or the `for` of one.
  mutating func bracketed(_ bracket: Unicode.Scalar, _ start: Int) -> HCLExpression? {
    index += 1
    let inside = index
    skipBlanks(lines: true)
    if word() == "for", [0x20, 0x09, 0x0A, 0x0D].contains(byte()) {
      return forExpression(bracket, start)
    }
    index = inside
    if bracket == "]" {
      return values(until: "]").map { HCLExpression(form: .list($0), range: start..<index) }
    }
    return object(start)
  }

  private mutating func object(_ start: Int) -> HCLExpression? {
    nesting += 1
    defer { nesting -= 1 }
    var pairs: [(key: HCLExpression, value: HCLExpression)] = []
    while true {
      skipBlanks(lines: true)
      if take("}") { return HCLExpression(form: .object(pairs), range: start..<index) }
      guard let key = expression() else { return nil }
      skipBlanks(lines: true)
      guard take("=") || take(":") else {
        complain("a key has no `=`", "write `key = value`")
        return nil
      }
      skipBlanks(lines: true)
      // A line break ends the pair, and so nothing of the next line belongs to the value.
      let outer = nesting
      nesting = 0
      let value = expression()
      nesting = outer
      guard let value else { return nil }
      pairs.append((key, value))
      skipBlanks(lines: true)
      _ = take(",")
    }
  }

  /// `for k, v in list : value if condition`, whose parts only tell what they name.
  private mutating func forExpression(
    _ bracket: Unicode.Scalar, _ start: Int
  ) -> HCLExpression? {
    nesting += 1
    defer { nesting -= 1 }
    var parts: [HCLExpression] = []
    while index < end {
      skipBlanks(lines: true)
      if take(bracket) { return HCLExpression(form: .opaque(parts), range: start..<index) }
      if [",", ":", "=", ">", "."].contains(where: { byte() == UInt8(ascii: $0) }) {
        index += 1
        continue
      }
      guard let part = expression() else { return nil }
      parts.append(part)
    }
    complain("a `for` is not closed", "close what is open")
    return nil
  }
}
