import Findings
import Reports
import Review
import SourceText

/// `tenfold report FILE... -o review.html`: the review document.
struct ReportCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// What the document is, by the ending of its name.
  private enum Form: String, CaseIterable { case html, md, pdf }

  func run() throws(UsageError) -> Int32 {
    guard let output = options.output else {
      throw UsageError(message: "missing output: \(Command.report.usage)")
    }
    guard let form = Form(rawValue: output.split(separator: ".").last.map(String.init) ?? "") else {
      throw UsageError(
        message: "cannot write `\(output.printable)`: its name must end in .html, .md or .pdf")
    }
    let rules = try options.rules()
    Output.complain(rules.problems)
    let check = CheckCommand(arguments)
    let descriptions = DescriptionFile.named(by: check.operands, telling: Output.complain)
    var settings = ReportSettings(count: descriptions.count, rules: rules, isComplete: true)
    settings.revision = GitCall.revision(of: descriptions.map(\.path))
    var isBroken = !rules.problems.isEmpty
    let write = { (format: ReportFormat, file: String) -> Bool in
      var run = ReportRun([(format, file)], settings, of: check.operands)
      isBroken = review(descriptions, rules, &run) || isBroken
      return run.finish()
    }
    let isWritten =
      switch form {
      case .html: write(.html, output)
      case .md: write(.markdown, output)
      case .pdf: PDF.isSaved(as: output) { write(.html, $0) }
      }
    return isWritten && !isBroken ? 0 : 2
  }

  /// Adds the reviews to the document; whether a description could not be read in full.
  private func review(
    _ descriptions: [DescriptionFile], _ rules: RuleSet, _ run: inout ReportRun
  ) -> Bool {
    let reports = run.reports
    let progress = Progress(of: descriptions.count)
    var isBroken = false
    inParallel(Array(descriptions.enumerated())) { number, description in
      var settings = Configuration.read(for: description.path, rules, options).settings
      settings.isOneOfRun = true
      let review = description.review(by: rules, settings)
      return (review, reports.pieces(review, number))
    } handOver: { review, pieces in
      Output.complain(review.problems.filter { $0.weight == .error })
      isBroken = isBroken || review.isBroken
      run.add(review, pieces)
      progress.advance()
    }
    progress.finish()
    return isBroken
  }
}
