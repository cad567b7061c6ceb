/// What a rule compares, read off its arithmetic: the quantities on both sides of `>` or `<`.
///
/// `{times} x {each_s} = {work_s} > {visibility_s}` compares `work_s` with `visibility_s`: of what
/// is worked out on a side, the result counts. A side is a quantity or a product of them; what is
/// written in another way is compared with nothing.
package struct Excess {
  /// A column's or a parameter's name, or a number.
  private enum Factor {
    case name(String)
    case number(Double)
  }

  private let greater: [Factor]
  private let lesser: [Factor]

  /// The first comparison of some arithmetic; nil where there is none between plain quantities.
  package init?(_ arithmetic: Template) {
    for clause in arithmetic.text.split(separator: ";") {
      guard let sign = clause.firstIndex(where: { "<>".contains($0) }) else { continue }
      guard let left = Self.factors(clause[..<sign]),
        let right = Self.factors(clause[clause.index(after: sign)...])
      else { return nil }
      (greater, lesser) = clause[sign] == ">" ? (left, right) : (right, left)
      return
    }
    return nil
  }

  /// How many times as large as the other side the greater side is; nil where a quantity is no
  /// number, or the greater side is not greater.
  package func ratio(_ number: (String) -> Double?) -> Double? {
    func product(_ factors: [Factor]) -> Double? {
      factors.reduce(1) { product, factor in
        let value: Double? =
          switch factor {
          case .name(let name): number(name)
          case .number(let number): number
          }
        return product.flatMap { product in value.map { product * $0 } }
      }
    }
    guard let large = product(greater), let small = product(lesser), small > 0 else { return nil }
    let ratio = large / small
    return ratio.isFinite && ratio >= 1 ? ratio : nil
  }

  /// The factors of the last result on a side, up to a comma.
  private static func factors(_ side: Substring) -> [Factor]? {
    let words = side.drop { "= ".contains($0) }.split(separator: ",")[...].first ?? ""
    let result = words.split(separator: "=").last ?? ""
    guard !result.contains(where: { "/+-^()<>".contains($0) }) else { return nil }
    var factors: [Factor] = []
    for part in result.split(separator: " x ") {
      guard let factor = factor(part) else { return nil }
      factors.append(factor)
    }
    return factors.isEmpty ? nil : factors
  }

  /// The first name in braces, or else the only number.
  private static func factor(_ part: Substring) -> Factor? {
    if let open = part.firstIndex(of: "{"), let close = part[open...].firstIndex(of: "}") {
      return .name(String(part[part.index(after: open)..<close]))
    }
    return part.split(separator: " ").compactMap { Double($0) }.first.map(Factor.number)
  }
}
