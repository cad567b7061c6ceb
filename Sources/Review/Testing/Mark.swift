import Architecture
import Findings
import SourceText

/// What an example says about one of its lines, or what a review says about it.
enum Mark: Hashable {
  case finding(Int, Severity?, String)
  case question(Int, String)

  var isFinding: Bool { if case .finding = self { true } else { false } }

  /// The part of a sentence that it expects; nil where it expects none.
  var part: String? {
    if case .finding(_, _, let part) = self, !part.isEmpty { part } else { nil }
  }

  /// The mark without the part of the sentence it expects.
  var wordless: Mark {
    if case .finding(let line, let severity, _) = self {
      .finding(line, severity, "")
    } else {
      self
    }
  }

  /// The marks of a description: `# expect: high "part of the message"` and `# ask: replicas`.
  static func marks(in description: String) -> [Mark] {
    comments(in: description).compactMap { line, comment in
      if let property = comment.rest(after: "ask:") { return .question(line, property) }
      guard let (severity, part) = expected(comment) else { return nil }
      return .finding(line, Severity(word: severity), part)
    }
  }

  /// What marks say that no review can: words that are no severity and no property.
  static func mistakes(in description: String, after lines: Int) -> [String] {
    comments(in: description).compactMap { line, comment in
      let mistake: String?
      if let property = comment.rest(after: "ask:") {
        mistake = wrong(property, "property", Property.table.map(\.name))
      } else if let (severity, _) = expected(comment), !severity.isEmpty {
        mistake = wrong(severity, "severity", Severity.allCases.map(\.word))
      } else {
        mistake = nil
      }
      return mistake.map { "line \(line + lines): \($0)" }
    }
  }

  private static func wrong(_ word: String, _ kind: String, _ words: [String]) -> String? {
    guard !words.contains(word) else { return nil }
    let near = hint(suggestion(for: word, among: words))
    return "a mark names the \(kind) `\(word)`, which there is not\(near)"
  }

  private static func comments(in description: String) -> [(line: Int, text: Substring)] {
    let lines = description.split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines.enumerated().flatMap { index, line in
      line.components(after: "# ").map { (index + 1, $0) }
    }
  }

  /// Severity and part of the message in a mark that expects a finding; nil when it is no such one.
  private static func expected(_ comment: Substring) -> (severity: String, part: String)? {
    guard let rest = comment.rest(after: "expect:") else { return nil }
    let parts = rest.split(separator: "\"", omittingEmptySubsequences: false)
    return (parts[0].trimmed, parts.dropFirst().first.map(String.init) ?? "")
  }

  /// Whether a review's mark is what an example's mark says.
  func matches(_ found: Mark) -> Bool {
    switch (self, found) {
    case (.finding(let line, let severity, let part), .finding(let at, let got, let message)):
      line == at && (severity == nil || severity == got) && (part.isEmpty || message.contains(part))
    case (.question(let line, let property), .question(let at, let asked)):
      line == at && property == asked
    default: false
    }
  }

  func words(_ firstLine: Int) -> String {
    switch self {
    case .finding(let line, let severity, let message):
      "a \(severity?.word ?? "") finding on line \(line + firstLine - 1): \(message)"
    case .question(let line, let property):
      "a question about \(property) on line \(line + firstLine - 1)"
    }
  }
}

extension Substring {
  /// What follows a word at the start, without blanks round it; nil when another one stands there.
  fileprivate func rest(after word: String) -> String? {
    hasPrefix(word) ? dropFirst(word.count).trimmed : nil
  }

  var trimmed: String {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// What follows each occurrence of a mark, up to the next one.
  fileprivate func components(after mark: String) -> [Substring] {
    Array(split(separator: mark, omittingEmptySubsequences: false).dropFirst())
  }
}
