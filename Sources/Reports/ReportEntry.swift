import Architecture
import Findings
import Review
import SourceText

/// A finding or a problem of the description, as formats show it that make no difference.
struct ReportEntry {
  /// How bad it is, in the terms of tools that do not know severities of findings.
  enum Level: Int, Comparable {
    case note, warning, error

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The finding; nil for a problem.
  let finding: JudgedFinding?
  /// The rule's id, or the problem's code.
  let rule: String
  /// The severity of a finding, `error` or `warning` of a problem.
  let severity: String
  let level: Level
  let path: String
  let place: SourcePlace?
  /// What is wrong, with its arithmetic.
  let message: String
  /// What to do.
  let advice: String
  /// Identity over edits, of a finding the same in all formats.
  let fingerprint: String

  init(_ finding: JudgedFinding) {
    self.finding = finding
    rule = finding.rule
    severity = finding.severity.word
    level = Level(finding.severity)
    path = finding.place.path
    place = finding.place
    message = finding.arithmetic.map { "\(finding.message) (\($0))" } ?? finding.message
    advice = finding.advice
    fingerprint = finding.identity
  }

  init(_ problem: Problem) {
    finding = nil
    rule = problem.code
    severity = problem.weight.rawValue
    level = problem.weight == .error ? .error : .warning
    path = problem.path
    place = problem.place
    message = problem.message
    advice = problem.remedy ?? ""
    fingerprint = "\(problem.code) \(problem.message)"
  }

  var line: Int { place?.start.line ?? 1 }
  var column: Int { place?.start.column ?? 1 }

  /// Whether it stands in a review only to be remembered.
  var isAccepted: Bool { finding?.accepted != nil }

  /// Whether it counts for the run's exit status; problems do when they are errors.
  var isGating: Bool { finding?.isGating ?? (level == .error) && !isQuiet }

  /// Whether nobody has to look at it: it is accepted, or known as it is.
  var isQuiet: Bool { finding.map { !$0.isRegression } ?? false }

  /// Why it stands where it does: why it is accepted, known or worse; empty where nothing is said.
  var remark: String {
    if let accepted = finding?.accepted { return accepted.statement }
    if let discussed = finding?.discussed { return discussed.statement }
    if let reopened = finding?.reopened { return reopened.sentence }
    switch finding?.standing {
    case .unchanged?, .better?: return "known"
    case .worse(let why)?: return "worse: \(why)"
    case .new?, nil: return ""
    }
  }

  /// The remark, message and advice as one text.
  var remarkedSentence: String { remark.isEmpty ? sentence : "\(remark). \(sentence)" }

  /// Message and advice as one text.
  var sentence: String { advice.isEmpty ? message : "\(message). \(advice)" }

  /// `path:line:column`.
  var position: String { "\(path):\(line):\(column)" }
}

extension ReportEntry.Level {
  init(_ severity: Severity) {
    self =
      switch severity {
      case .critical, .high: .error
      case .medium: .warning
      case .low: .note
      }
  }
}

extension Review {
  /// What is carried and what breaks then, and what that rests on; nil where it is unknown.
  ///
  /// Names of elements are written as the format needs them.
  func capacitySentence(_ write: (String) -> String) -> String? {
    headroom.map { headroom in
      [headroom.sentence(since: earlierHeadroom, write), headroom.assumption(write)]
        .compactMap(\.self).joined(separator: "; ")
    }
  }

  /// Whether there is nothing to look at: nothing new or worse, nothing fixed, no problem.
  var isSilent: Bool {
    regressions == 0 && problems.isEmpty && (fixed ?? []).isEmpty && undecided.isEmpty
  }

  /// Problems first, then findings, accepted ones included, in the order of the review.
  var entries: [ReportEntry] {
    problems.map { ReportEntry($0) } + findings.map { ReportEntry($0) }
  }
}

extension Review {
  /// How many open findings there are by the team of the component they are about; under the empty
  /// name those of components without one, of journeys and of the whole system.
  var risksByTeam: [String: SeverityCounts] {
    guard let teams = architecture?.teams else { return [:] }
    return findings.reduce(into: [:]) { counts, finding in
      guard finding.accepted == nil else { return }
      counts[teams[finding.owner] ?? "", default: SeverityCounts([])].add(finding)
    }
  }
}
