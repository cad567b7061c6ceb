import SourceText

/// What nobody may quote of blocks that could not be read as a whole: nobody knows what belongs to
/// which name.
struct HCLBroken {
  private(set) var ranges: [Range<Int>] = []

  init(_ problems: [HCLProblem], in text: SourceText) {
    guard !problems.isEmpty else { return }
    let headers = HCLHeaders.all(in: text.bytes)
    var next = 0
    for problem in problems.sorted(by: { $0.start < $1.start }) {
      let start = HCLHeaders.last(of: headers, upTo: problem.start) ?? 0
      let end = HCLHeaders.first(of: headers, after: problem.offset) ?? text.bytes.count
      hide(max(next, start)..<max(next, start, end), of: text, headers)
      next = max(next, end)
    }
  }

  private mutating func hide(_ range: Range<Int>, of text: SourceText, _ headers: [Int]) {
    guard !range.isEmpty else { return }
    let first = text.position(at: range.lowerBound).line
    let last = max(first, text.position(at: range.upperBound - 1).line)
    for number in first...last {
      let line = text.lineRange(number)
      let shown =
        HCLHeaders.contains(headers, line.lowerBound)
        ? text.bytes[line].prefix { $0 != UInt8(ascii: "{") }.count + 1
        : Self.shown(text.bytes[line])
      ranges.append(line.lowerBound + shown..<line.upperBound)
    }
  }

  /// How many bytes of a line may be quoted: the name before a `=` or `:`, and brackets.
  private static func shown(_ line: ArraySlice<UInt8>) -> Int {
    let brackets = line.prefix { " \t})]".utf8.contains($0) }
    let name = line.dropFirst(brackets.count).prefix {
      HCLParser.isLetter($0) || HCLParser.isDigit($0) || $0 == UInt8(ascii: "-")
    }
    let rest = line[name.endIndex...].drop { " \t".utf8.contains($0) }
    guard let sign = rest.first, !name.isEmpty, "=:".utf8.contains(sign) else {
      return brackets.count
    }
    // `c2VjcmV0Cg==` is a line of a text.
    let value = rest.dropFirst().first { !" \t\r".utf8.contains($0) }
    let isName = value != nil && value != UInt8(ascii: "=")
    return brackets.count + (isName ? name.count : 0)
  }
}
