import Architecture
import Facts
import Reports
import Review
import Rules
import SourceText

/// The reports of a run, written review by review, each to its file or to standard output.
struct ReportRun {
  /// The formats that are streams, for whoever renders reviews.
  let reports: [any Report]
  private var outputs: [any ReportOutput]
  private var summary: RunSummary
  private var decisions = SharedDecisions()
  /// The descriptions by the names of their systems.
  private var homes: [String: String] = [:]
  /// What the user named, which tells whether all descriptions of a project are here.
  private let operands: [String]
  private let count: Int
  private var added = 0

  /// Opens all outputs; what cannot be written is said, and the others are written all the same.
  init(
    _ formats: [(format: ReportFormat, file: String?)], _ settings: ReportSettings,
    of operands: [String]
  ) {
    self.operands = operands
    count = settings.count
    StandardStreams.outliveReaders()
    summary = RunSummary()
    var reports: [any Report] = []
    outputs = formats.map { format, file in
      var own = settings
      own.isColoured = settings.isColoured && file == nil
      let output = OutputFile(file)
      switch format.sink(own) {
      case .file(let format): return FileOutput(output, format)
      case .stream(let report):
        reports.append(report)
        return StreamOutput(report, output, number: reports.count - 1)
      }
    }
    self.reports = reports
  }

  /// What is wrong where another description of the run is of a system of the same name: findings
  /// and decisions are kept by it, and what is accepted of one would be of the other.
  private mutating func clash(of review: Review) -> Problem? {
    guard review.system != nil, let other = homes.updateValue(review.home, forKey: review.identity)
    else { return nil }
    return Problem(
      .error, "same-system",
      "`\(review.identity)` is the system of `\(other)`, too, and findings and decisions are known "
        + "by that name", remedy: "give each system a name of its own, `system: NAME`",
      path: review.path)
  }

  /// Adds the next review, with its pieces for each of the reports.
  ///
  /// With the last one it is known which decisions are about nothing in the whole run. Gives the
  /// review as it is reported, with what is wrong with it beside others.
  @discardableResult
  mutating func add(_ review: Review, _ pieces: [[ReportPiece]]) -> Review {
    var (review, pieces) = (review, pieces)
    decisions.add(review)
    var problems = [clash(of: review)].compactMap(\.self)
    if !problems.isEmpty { review.tellApart() }
    if added == count - 1 {
      problems += decisions.problems { file in operands.contains { holds($0, file) } }
    }
    review.problems += problems
    if !problems.isEmpty { pieces = reports.pieces(review, added) }
    added += 1
    summary.add(review)
    for index in outputs.indices { outputs[index].add(review, pieces) }
    return review
  }

  /// Whether what the user named is a folder with all descriptions that a file with decisions
  /// serves: those of its project.
  private func holds(_ operand: String, _ file: String) -> Bool {
    guard Files.isDirectory(operand), let folder = Paths.real(operand) else { return false }
    return Paths.path(of: Project.home(of: file), from: folder) != nil
  }

  /// Ends all reports; whether all could be written.
  mutating func finish() -> Bool {
    let failures = failures()
    for failure in failures { Output.complain("tenfold: \(failure.printable)\n") }
    return failures.isEmpty
  }

  /// Ends all reports; what went wrong.
  mutating func failures() -> [String] {
    outputs.indices.compactMap { outputs[$0].finish(summary) }
  }
}

extension [any Report] {
  /// What a review adds to each of the reports; its growth is forecast once for all of them, and
  /// only where one tells of it.
  func pieces(_ review: Review, _ number: Int) -> [[ReportPiece]] {
    let growth = lazy.compactMap(\.growth).first
    let subject = ReportSubject(
      review, growth: growth.map { GrowthReview(review, simulation: $0) }, number: number)
    return map { $0.pieces(subject) }
  }
}

/// A report on its way to a file.
private protocol ReportOutput {
  mutating func add(_ review: Review, _ pieces: [[ReportPiece]])
  /// Ends the report; nil, or what went wrong.
  mutating func finish(_ run: RunSummary) -> String?
}

/// A text: at once, or through a buffer when its beginning is known last.
private struct StreamOutput: ReportOutput {
  private let report: any Report
  private let number: Int
  private var output: OutputFile
  private var buffer: PieceBuffer?
  private var (reviews, written) = (0, 0)
  private var hasRoom = true

  init(_ report: any Report, _ output: OutputFile, number: Int) {
    self.report = report
    self.output = output
    self.number = number
    buffer = report.startsLate ? PieceBuffer() : nil
    hasRoom = !report.startsLate || buffer != nil
    if !report.startsLate { self.output.write(report.head(RunSummary())) }
  }

  mutating func add(_ review: Review, _ pieces: [[ReportPiece]]) {
    for piece in pieces[number] {
      if report.startsLate {
        hasRoom = hasRoom && buffer?.add(piece, of: reviews) ?? false
      } else {
        output.write((written > 0 ? report.separator : "") + piece.text)
        written += 1
      }
    }
    reviews += 1
  }

  mutating func finish(_ run: RunSummary) -> String? {
    guard hasRoom else { return output.abandon(TemporaryFile.noRoom) }
    var left = 0
    if report.startsLate, let buffer {
      let head = report.head(run)
      output.write(head)
      (written, left) = buffer.write(report, behind: head, run, to: &output)
    }
    output.write(report.tail(run, written: written, left: left))
    return output.finish()
  }
}

/// A report that is a file of its own: made as a temporary one, then copied.
private struct FileOutput: ReportOutput {
  private var output: OutputFile
  private let file: TemporaryFile?
  private var report: Result<any FileReport, QueryFailure>

  init(_ output: OutputFile, _ format: any FileFormat) {
    self.output = output
    var report = Result<any FileReport, QueryFailure>.failure(
      QueryFailure(message: TemporaryFile.noRoom, offset: nil))
    file = TemporaryFile { path in
      report = Result { () throws(QueryFailure) in
        try format.open(at: path)
      }
    }
    self.report = report
  }

  mutating func add(_ review: Review, _ pieces: [[ReportPiece]]) {
    report = report.flatMap { report in
      var report = report
      return Result { () throws(QueryFailure) in
        try report.add(review)
        return report
      }
    }
  }

  mutating func finish(_ run: RunSummary) -> String? {
    do throws(QueryFailure) {
      try report.get().finish()
      file?.copy { output.write($0) }
      return output.finish()
    } catch {
      return output.abandon(error.message)
    }
  }
}
