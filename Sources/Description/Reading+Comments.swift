import Architecture
import Findings
import SourceText

/// Risks accepted in a comment beside what they are about:
///
///     orders: { kind: queue }  # tenfold: accept queues/no-dlq until=2027-03-31: replayed by hand
///
/// The comment speaks of its own line, or of the next one when it stands alone.
extension Reading {
  private static let mark = Array("tenfold: accept ".utf8)
  private static let form = "write `# tenfold: accept theme/smell until=2027-03-31: the reason`"

  /// The risks accepted in comments, in the order of the texts.
  mutating func acceptedInComments() -> [AcceptedRisk] {
    var risks: [AcceptedRisk] = []
    for tree in trees {
      let text = sources.texts[tree.source]
      for start in Self.occurrences(of: Self.mark, in: text.bytes) {
        guard let hash = Self.comment(before: start, in: text.bytes),
          !tree.hasScalar(at: hash)
        else { continue }
        let line = text.position(at: hash).line
        let span = SourceSpan(source: tree.source, hash..<text.lineRange(line).upperBound)
        let words = text.string(start + Self.mark.count..<Int(span.end))
        guard var risk = acceptance(words, at: span) else { continue }
        risk.line = Self.line(spokenOfAt: line, hash, in: text)
        risks.append(risk)
      }
    }
    return risks
  }

  /// `RULE key=value ...: reason`.
  private mutating func acceptance(_ words: String, at span: SourceSpan) -> AcceptedRisk? {
    var risk = AcceptedRisk(place: sources.place(of: span))
    let parts = words.split(separator: ":", maxSplits: 1)
    let head = (parts.first ?? "").split(separator: " ")
    risk.rule = head.first.map(String.init) ?? ""
    if parts.count == 2 { risk.reason = Self.trimmed(parts[1]) }
    for pair in head.dropFirst() {
      let pair = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2, set(pair[0], pair[1], of: &risk) else {
        complain(
          "wrong-value",
          "`\(pair.joined(separator: "=").prefix(60))` says nothing about an "
            + "accepted risk", "write owner=, until=, ticket=, severity=, headroom= or peak=",
          at: span)
        return nil
      }
    }
    guard risk.rule.contains("/"), !risk.reason.isEmpty else {
      complain(
        "incomplete-acceptance", "an accepted risk names its rule and, after a colon, the reason",
        Self.form, at: span)
      return nil
    }
    return risk
  }

  private func set(_ key: String, _ text: String, of risk: inout AcceptedRisk) -> Bool {
    guard !["rule", "element", "reason", "system"].contains(key),
      case .structure(.value(let type))? = Keys.accepted[key]?.meaning,
      let value = value(text, type)
    else { return false }
    risk.set(key, value)
    return true
  }

  // MARK: - Bytes

  private static func occurrences(of mark: [UInt8], in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Int] = []
      guard bytes.count >= mark.count else { return found }
      for start in 0...(bytes.count - mark.count) where bytes[start] == mark[0] {
        if mark.indices.allSatisfy({ bytes[start + $0] == mark[$0] }) { found.append(start) }
      }
      return found
    }
  }

  /// Offset of the `#` before a mark, when only blanks are between them and it starts a comment.
  private static func comment(before start: Int, in bytes: [UInt8]) -> Int? {
    var index = start - 1
    while index >= 0, bytes[index] == UInt8(ascii: " ") { index -= 1 }
    guard index >= 0, bytes[index] == UInt8(ascii: "#") else { return nil }
    return index == 0 || [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index - 1]) ? index : nil
  }

  private static func line(spokenOfAt line: Int, _ hash: Int, in text: SourceText) -> Int {
    let before = text.lineRange(line).lowerBound..<hash
    guard isBlank(text.bytes[before]) else { return line }
    var next = line + 1
    while next <= text.lineCount {
      let content = text.bytes[text.lineRange(next)].drop { $0 == 0x20 || $0 == 0x09 }
      if let first = content.first, first != UInt8(ascii: "#") { return next }
      next += 1
    }
    return line
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension SourceTree {
  /// Whether an offset lies inside a scalar, where `#` is text.
  func hasScalar(at offset: Int) -> Bool {
    nodes.contains {
      $0.kind == .scalar && Int($0.start) <= offset && offset < Int($0.end)
    }
  }
}
