package import Findings
package import SourceText

/// One row of a list, and what Enter opens.
package enum Entry: Equatable, Sendable {
  case finding(JudgedFinding)
  case question(Question)
  case problem(Problem)

  /// Identity over reloads.
  var id: String {
    switch self {
    case .finding(let finding): finding.fingerprint
    case .question(let question): fingerprint([question.element, question.property])
    case .problem(let problem): fingerprint([problem.code, problem.message, problem.path])
    }
  }

  /// The word before the message.
  var label: String {
    switch self {
    case .finding(let finding): finding.accepted == nil ? finding.severity.word : "accepted"
    case .question(let question):
      question.rules.count == 1 ? "1 rule" : "\(question.rules.count) rules"
    case .problem(let problem): problem.weight.rawValue
    }
  }

  /// The meaning of the label.
  var role: Role {
    switch self {
    case .finding(let finding): finding.accepted == nil ? finding.severity.role : .dim
    case .question: .dim
    case .problem(let problem): problem.weight == .error ? .critical : .medium
    }
  }

  /// What the row says.
  package var message: String {
    switch self {
    case .finding(let finding): finding.message
    case .question(let question): question.question
    case .problem(let problem): problem.message
    }
  }

  /// Where it is written; nil only for a file that could not be read.
  var place: SourcePlace? {
    switch self {
    case .finding(let finding): finding.place
    case .question(let question): question.place
    case .problem(let problem): problem.place
    }
  }

  /// Whether another finding in the review explains it.
  var isExplained: Bool {
    if case .finding(let finding) = self { finding.explainedBy != nil } else { false }
  }

  /// The rule whose page the manual shows; nil where none is concerned.
  var rule: String? {
    switch self {
    case .finding(let finding): finding.rule
    case .question(let question): question.rules.first
    case .problem: nil
    }
  }

  /// Whether rule, element or message contain a text, given as lower-case UTF-8.
  func matches(_ needle: [UInt8]) -> Bool {
    let words =
      switch self {
      case .finding(let finding): [finding.rule, finding.element, finding.message]
      case .question(let question): question.rules + [question.element, question.question]
      case .problem(let problem): [problem.code, problem.message]
      }
    return words.contains { $0.lowercased().contains(needle) }
  }
}

extension String {
  fileprivate func contains(_ needle: [UInt8]) -> Bool {
    let bytes = Array(utf8)
    guard needle.count <= bytes.count else { return false }
    return (0...bytes.count - needle.count).contains { bytes[$0...].starts(with: needle) }
  }
}

extension Severity {
  /// How the screen shows it.
  var role: Role {
    switch self {
    case .critical: .critical
    case .high: .high
    case .medium: .medium
    case .low: .low
    }
  }
}

extension SourcePlace {
  /// Path, line and column; the path is left out where it goes without saying.
  func words(in path: String) -> String {
    (self.path == path ? "" : self.path + ":") + "\(start.line):\(start.column)"
  }
}
