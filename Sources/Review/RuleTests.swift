import Architecture
import Description
import Findings
package import Rules
import SourceText

/// One example of a rule page, checked through the whole pipeline.
package struct ExampleTest: Sendable {
  /// The rule under test.
  package let rule: Rule
  /// The example.
  package let example: Rule.Example
  private let rules: RuleSet

  /// Every example of every rule of a set, or of some themes or ids that contain a text.
  package static func all(in rules: RuleSet, matching text: String = "") -> [ExampleTest] {
    rules.rules.filter { text.isEmpty || $0.id.contains(text) }.flatMap { rule in
      rule.examples.map { ExampleTest(rule: rule, example: $0, rules: rules.only(rule)) }
    }
  }

  /// Name for a report: rule and heading.
  package var name: String { "\(rule.id) / \(example.heading)" }

  /// What is wrong; empty when the example, and each mutation of it, behaves as marked.
  package func failures() -> [String] {
    var failures = Mark.mistakes(in: example.description, after: example.line - 1)
    guard failures.isEmpty else { return failures }
    failures = check(example.description, as: "as written")
    guard failures.isEmpty else { return failures }
    for mutation in Mutation.allCases {
      guard let mutated = mutation.apply(to: example.description, rule: rule.id, review: review)
      else { continue }
      failures += check(mutated, as: mutation.rawValue, after: mutation)
    }
    return failures
  }

  func review(_ description: String) -> Review {
    let path = "example.tenfold.yaml"
    return Review.make(
      path: path, files: .memory([path: Array(description.utf8)]), rules: rules)
  }

  private func check(
    _ description: String, as what: String, after mutation: Mutation? = nil
  ) -> [String] {
    let accepted = mutation == .accepted
    let review = review(description)
    let problems = review.problems.map { problem in
      "\(what): line \(line(problem)): \(problem.sentence)"
    }
    // Other names make other sentences.
    let expected = Mark.marks(in: description).map { mutation == .renamed ? $0.wordless : $0 }
    // What is said about a component added by a mutation is no part of the example.
    let findings = (accepted ? review.open : review.findings).filter {
      $0.element != Mutation.bystander
    }
    let questions = review.questions.filter { $0.element != Mutation.bystander }
    let found =
      findings.map {
        Mark.finding($0.place.start.line, $0.severity, "\($0.message) \($0.arithmetic ?? "")")
      } + questions.map { Mark.question($0.place.start.line, $0.property) }
    return problems
      + differences(expected.filter { !accepted || !$0.isFinding }, found, what)
      + (example.isCounterExample && expected.contains(where: \.isFinding)
        ? ["\(what): a counter-example expects a finding"] : [])
  }

  private func differences(_ expected: [Mark], _ found: [Mark], _ what: String) -> [String] {
    var missing = expected
    var surplus: [Mark] = []
    for mark in found {
      if let match = missing.firstIndex(where: { $0.matches(mark) }) {
        missing.remove(at: match)
      } else {
        surplus.append(mark)
      }
    }
    return missing.map { "\(what): expected \($0.words(example.line))" }
      + surplus.map { "\(what): found \($0.words(example.line))" }
  }

  /// The line on the page: of its query, or of the example.
  private func line(_ problem: Problem) -> Int {
    (problem.place?.start.line ?? 1) + (problem.isOfRule ? 0 : example.line - 1)
  }
}

extension RuleSet {
  /// The catalogue with a single rule.
  fileprivate func only(_ rule: Rule) -> RuleSet {
    RuleSet(rules: [rule], catalogue: catalogue, problems: [])
  }
}

/// What an example says about one of its lines, or what a review says about it.
enum Mark: Hashable {
  case finding(Int, Severity?, String)
  case question(Int, String)

  var isFinding: Bool { if case .finding = self { true } else { false } }

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
    let near = suggestion(for: word, among: words).map { "; did you mean `\($0)`?" } ?? ""
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
