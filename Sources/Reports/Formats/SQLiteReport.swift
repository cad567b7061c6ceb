import Architecture
import Facts
import Findings
import Review
import SourceText

/// An SQLite file with the findings, evidence, questions and problems of all reviews; of a single
/// review also with the facts that its rules read (`tenfold facts`).
struct SQLiteReport: FileReport {
  private let file: ExportFile
  private let catalogue: Catalogue?
  private var hasBegun = false

  /// The file at a path, where an empty one may be; with the facts where there is a catalogue.
  init(at path: String, catalogue: Catalogue?) throws(QueryFailure) {
    file = try ExportFile(at: path)
    self.catalogue = catalogue
  }

  /// Adds a review; fails for want of room.
  mutating func add(_ review: Review) throws(QueryFailure) {
    if !hasBegun { try file.begin(Self.tables, facts: facts(of: review)) }
    hasBegun = true
    try file.add([
      review.findings.map { Self.row($0, of: review) },
      review.findings.flatMap { finding in
        finding.evidence.map { Self.row($0, of: finding, review) }
      },
      review.questions.map { Self.row($0, of: review) },
      review.problems.map { Self.row($0, of: review) },
    ])
  }

  /// Ends the file; nothing can be added any more.
  func finish() throws(QueryFailure) { try file.finish() }

  private func facts(of review: Review) throws(QueryFailure) -> FactBase? {
    guard let catalogue, let architecture = review.architecture else { return nil }
    return try Review.factBase(
      architecture, review.sources, catalogue, scenarios: review.scenarios
    ) { _, _ in review.decisions }
  }

  private static let tables = [
    ExportTable(
      "finding",
      [
        "fingerprint TEXT", "path TEXT", "system TEXT", "rule TEXT", "severity TEXT",
        "element TEXT", "message TEXT", "arithmetic TEXT", "file TEXT", "line INTEGER",
        "column INTEGER", "confidence TEXT", "headroom REAL", "peak_per_s REAL", "standing TEXT",
        "accepted TEXT", "reopened TEXT", "explained_by TEXT", "advice TEXT",
      ]),
    ExportTable(
      "evidence",
      [
        "path TEXT", "fingerprint TEXT", "name TEXT", "value TEXT", "number REAL", "origin TEXT",
        "file TEXT", "line INTEGER", "source TEXT",
      ]),
    ExportTable(
      "question",
      [
        "path TEXT", "element TEXT", "property TEXT", "question TEXT", "rules TEXT",
      ]),
    ExportTable(
      "problem",
      [
        "path TEXT", "severity TEXT", "code TEXT", "message TEXT", "remedy TEXT", "file TEXT",
        "line INTEGER", "column INTEGER",
      ]),
  ]

  private static func row(_ finding: JudgedFinding, of review: Review) -> [SQLValue] {
    [
      .text(finding.identity), .text(review.path), text(review.system), .text(finding.rule),
      .text(finding.severity.word), .text(finding.element), .text(finding.message),
      text(finding.arithmetic), .text(finding.place.path), .integer(finding.place.start.line),
      .integer(finding.place.start.column), .text(finding.confidence.word),
      number(finding.level.headroom), number(finding.level.peak), text(finding.standing?.word),
      text(finding.accepted?.sentence), text(finding.reopened?.sentence), text(finding.explainedBy),
      .text(finding.advice),
    ]
  }

  private static func row(
    _ evidence: Evidence, of finding: JudgedFinding, _ review: Review
  ) -> [SQLValue] {
    [
      .text(review.path), .text(finding.identity), .text(evidence.name),
      .text(evidence.value.words), number(evidence.value.number), .text(evidence.origin.word),
      text(evidence.place?.path), evidence.place.map { .integer($0.start.line) } ?? .null,
      text(evidence.source),
    ]
  }

  private static func row(_ question: Question, of review: Review) -> [SQLValue] {
    [
      .text(review.path), .text(question.element), .text(question.property),
      .text(question.question), .text(question.rules.joined(separator: ",")),
    ]
  }

  private static func row(_ problem: Problem, of review: Review) -> [SQLValue] {
    [
      .text(review.path), .text(problem.weight.rawValue), .text(problem.code),
      .text(problem.message), text(problem.remedy), .text(problem.path),
      problem.place.map { .integer($0.start.line) } ?? .null,
      problem.place.map { .integer($0.start.column) } ?? .null,
    ]
  }

  private static func text(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

  private static func number(_ number: Double?) -> SQLValue {
    number.map(SQLValue.real) ?? .null
  }
}
