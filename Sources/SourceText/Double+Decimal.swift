extension Double {
  /// The number in six significant digits, as a decimal without an exponent; nil where it is not
  /// finite.
  ///
  /// Digits before the point all stay, and what is less than 1e-15 is 0.
  package var decimal: String? {
    guard isFinite else { return nil }
    guard abs(self) >= 1e-15 else { return "0" }
    // The shortest digits that tell the number from all others, such as 1.25e-05.
    let parts = "\(magnitude)".split(separator: "e")
    let point = parts[0].split(separator: ".")
    let fraction = point.dropFirst().first ?? ""
    let shift = parts.dropFirst().first.flatMap { Int($0) } ?? 0
    let digits = (point[0] + fraction).utf8.map { Int($0) - 48 }
    let text = Self.layOut(digits, whole: point[0].utf8.count + shift)
    return self < 0 && text != "0" ? "-" + text : text
  }

  /// Digits, of which so many stand before the point, rounded to six that count.
  private static func layOut(_ digits: [Int], whole: Int) -> String {
    let leading = digits.prefix { $0 == 0 }.count
    var (digits, whole) = (Array(digits.dropFirst(leading)), whole - leading)
    let count = max(6, whole)
    if digits.count > count {
      let isUp = digits[count] >= 5
      digits = Array(digits.prefix(count))
      if isUp { whole += raise(&digits) }
    }
    while digits.count > max(whole, 0), digits.last == 0 { digits.removeLast() }
    let zeros = { (count: Int) in Array(repeating: 0, count: max(0, count)) }
    let before = digits.prefix(max(0, whole)) + zeros(whole - digits.count)
    let behind = zeros(-whole) + digits.dropFirst(max(0, whole))
    let start = before.isEmpty ? "0" : before.map { "\($0)" }.joined()
    return behind.isEmpty ? start : start + "." + behind.map { "\($0)" }.joined()
  }

  /// Adds one to the last digit; how many digits that adds in front.
  private static func raise(_ digits: inout [Int]) -> Int {
    for index in digits.indices.reversed() {
      digits[index] = (digits[index] + 1) % 10
      if digits[index] != 0 { return 0 }
    }
    digits.insert(1, at: 0)
    return 1
  }
}
