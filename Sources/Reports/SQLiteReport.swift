import Facts
import Findings
import Review
import SourceText

/// An SQLite file with the findings, evidence, questions and problems of all reviews; of a single
/// review also with the facts that its rules read (`tenfold facts`).
struct SQLiteReport {
  let input: ReportInput

  init(_ input: ReportInput) { self.input = input }

  func render() throws(QueryFailure) -> [UInt8] {
    let tables = [findings, evidence, questions, problems]
    guard input.reviews.count == 1, let review = input.reviews.first,
      let architecture = review.architecture, let catalogue = input.catalogue
    else { return try ExportTable.file(tables) }
    return try Review.factBase(architecture, review.sources, catalogue).file(adding: tables)
  }

  private var findings: ExportTable {
    ExportTable(
      "finding",
      [
        "fingerprint TEXT", "path TEXT", "system TEXT", "rule TEXT", "severity TEXT",
        "element TEXT", "message TEXT", "arithmetic TEXT", "file TEXT", "line INTEGER",
        "column INTEGER", "confidence TEXT", "headroom REAL", "peak_per_s REAL", "standing TEXT",
        "accepted TEXT", "reopened TEXT", "explained_by TEXT", "advice TEXT",
      ],
      rows { review, finding in
        [
          .text(finding.fingerprint), .text(review.path), text(review.system),
          .text(finding.rule), .text(finding.severity.word), .text(finding.element),
          .text(finding.message), text(finding.arithmetic), .text(finding.place.path),
          .integer(finding.place.start.line), .integer(finding.place.start.column),
          .text(finding.confidence.word), number(finding.level.headroom),
          number(finding.level.peak), text(finding.standing?.word),
          text(finding.accepted?.sentence), text(finding.reopened), text(finding.explainedBy),
          .text(finding.advice),
        ]
      })
  }

  private var evidence: ExportTable {
    ExportTable(
      "evidence",
      [
        "path TEXT", "fingerprint TEXT", "name TEXT", "value TEXT", "number REAL", "origin TEXT",
        "file TEXT", "line INTEGER", "source TEXT",
      ],
      input.reviews.flatMap { review in
        review.findings.flatMap { finding in
          finding.evidence.map { evidence in
            [
              .text(review.path), .text(finding.fingerprint), .text(evidence.name),
              .text(evidence.value.words), number(evidence.value.number),
              .text(evidence.origin.word), text(evidence.place?.path),
              evidence.place.map { .integer($0.start.line) } ?? .null, text(evidence.source),
            ]
          }
        }
      })
  }

  private var questions: ExportTable {
    ExportTable(
      "question",
      ["path TEXT", "element TEXT", "property TEXT", "question TEXT", "rules TEXT"],
      input.reviews.flatMap { review in
        review.questions.map { question in
          [
            .text(review.path), .text(question.element), .text(question.property),
            .text(question.question), .text(question.rules.joined(separator: ",")),
          ]
        }
      })
  }

  private var problems: ExportTable {
    ExportTable(
      "problem",
      [
        "path TEXT", "severity TEXT", "code TEXT", "message TEXT", "remedy TEXT", "file TEXT",
        "line INTEGER", "column INTEGER",
      ],
      input.reviews.flatMap { review in
        review.problems.map { problem in
          [
            .text(review.path), .text(problem.weight.rawValue), .text(problem.code),
            .text(problem.message), text(problem.remedy), .text(problem.path),
            problem.place.map { .integer($0.start.line) } ?? .null,
            problem.place.map { .integer($0.start.column) } ?? .null,
          ]
        }
      })
  }

  private func rows(_ row: (Review, Finding) -> [SQLValue]) -> [[SQLValue]] {
    input.reviews.flatMap { review in review.findings.map { row(review, $0) } }
  }

  private func text(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }

  private func number(_ number: Double?) -> SQLValue { number.map(SQLValue.real) ?? .null }
}
