import Architecture
import Findings
import SourceText
import YAML

/// Reads the risks that are accepted in a comment beside what they are about.
///
///     orders: { kind: queue }  # tenfold: accept queues/no-dlq until=2027-03-31: replayed by hand
///
/// The comment speaks of its own line, or of the next one when it stands alone.
struct CommentReader {
  let yaml: YAMLReader

  private static let mark = "tenfold: accept"
  private static let form = "write `# tenfold: accept theme/smell until=2027-03-31: the reason`"
  private static let terms = [
    "status", "owner", "until", "ticket", "severity", "excess", "headroom", "peak",
  ]

  /// The risks accepted in comments, in the order of the texts.
  func risks() -> [AcceptedRisk] {
    var risks: [AcceptedRisk] = []
    for tree in yaml.trees {
      let text = yaml.sources.texts[tree.source]
      for (hash, start) in Self.marks(in: text.bytes) where !tree.hasScalar(at: hash) {
        let line = text.position(at: hash).line
        let span = SourceSpan(source: tree.source, hash..<text.lineRange(line).upperBound)
        guard var risk = acceptance(text.string(start..<Int(span.end)), at: span) else { continue }
        risk.line = Self.line(spokenOfAt: line, hash, in: text)
        risks.append(risk)
      }
    }
    return risks
  }

  /// `tenfold: accept RULE key=value ...: reason`.
  private func acceptance(_ words: String, at span: SourceSpan) -> AcceptedRisk? {
    let rest = words.dropFirst(Self.mark.count)
    guard words.hasPrefix(Self.mark), rest.first?.isWhitespace ?? true else {
      complainOfMark(words, at: span)
      return nil
    }
    let comment = AcceptanceComment(String(rest))
    var risk = AcceptedRisk(place: yaml.sources.place(of: span))
    risk.rule = comment.rule
    risk.reason = comment.reason
    for term in comment.terms where !set(term, of: &risk, at: span) { return nil }
    guard risk.rule.contains("/"), !risk.reason.isEmpty else {
      yaml.complain(
        "incomplete-acceptance",
        "an accepted risk names its rule and, after a colon and a blank, the reason", Self.form,
        at: span)
      return nil
    }
    return risk
  }

  private func set(
    _ term: AcceptanceComment.Term, of risk: inout AcceptedRisk, at span: SourceSpan
  ) -> Bool {
    guard let text = term.value, Self.terms.contains(term.key),
      case .structure(.value(let type))? = DescriptionKeys.accepted[term.key]?.meaning
    else {
      let near = suggestion(for: term.key, among: Self.terms)
      yaml.complain(
        "wrong-value", "`\(term.word.prefix(60))` is no term of an accepted risk",
        near.map { "did you mean `\($0)=`?" }
          ?? "write \(Self.terms.map { $0 + "=" }.joined(separator: ", ")), or the reason behind "
          + "a colon and a blank", at: span)
      return false
    }
    guard let value = type.value(of: text) else {
      yaml.complain(
        "wrong-value", "invalid value `\(text.prefix(60))` for `\(term.key)`",
        type.remedy(for: text), at: span)
      return false
    }
    risk.set(term.key, value)
    return true
  }

  /// A comment for Tenfold that says nothing to it; the key `tenfold: 1` may be commented out.
  private func complainOfMark(_ words: String, at span: SourceSpan) {
    let rest = words.dropFirst(7).drop(while: \.isWhitespace)
    let value = rest.dropFirst().drop(while: \.isWhitespace)
    guard rest.first != ":" || value.first?.isNumber != true else { return }
    yaml.complain(
      "unknown-comment", "`# \(words.prefix(60))` accepts nothing",
      "did you mean `# \(Self.mark)`?", at: span, weight: .warning)
  }

  // MARK: - Bytes

  /// Comments that begin with `tenfold:` however it is written, or with `tenfold accept` and a
  /// rule: offsets of `#` and of the word.
  private static func marks(in bytes: [UInt8]) -> [(hash: Int, start: Int)] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [(hash: Int, start: Int)] = []
      for hash in bytes.indices where bytes[hash] == UInt8(ascii: "#") {
        guard hash == 0 || isSpace(bytes[hash - 1]) else { continue }
        guard let start = bytes[(hash + 1)...].firstIndex(where: { !isBlank($0) }) else { continue }
        let name = bytes[start...].prefix(7).map { $0 | 0x20 }
        guard name == Array("tenfold".utf8) else { continue }
        let rest = bytes[(start + 7)...].drop(while: isBlank)
        if rest.first == UInt8(ascii: ":") || isDecision(rest) { found.append((hash, start)) }
      }
      return found
    }
  }

  /// Whether bytes begin with `accept` and something like a rule.
  private static func isDecision(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.prefix(6).map({ $0 | 0x20 }) == Array("accept".utf8) else { return false }
    let rest = bytes.dropFirst(6)
    return rest.first.map(isBlank) == true
      && rest.drop(while: isBlank).prefix { !isSpace($0) }.contains(UInt8(ascii: "/"))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isSpace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x0A || byte == 0x0D
  }

  private static func line(spokenOfAt line: Int, _ hash: Int, in text: SourceText) -> Int {
    let before = text.lineRange(line).lowerBound..<hash
    guard text.bytes[before].allSatisfy(isBlank) else { return line }
    var next = line + 1
    while next <= text.lineCount {
      let content = text.bytes[text.lineRange(next)].drop(while: isBlank)
      if let first = content.first, first != UInt8(ascii: "#") { return next }
      next += 1
    }
    return line
  }
}
