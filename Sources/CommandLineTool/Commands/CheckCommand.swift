import Description
import Facts
import Findings
import Reports
import Review
import Rules
import SourceText

/// `tenfold check`: reviews descriptions and writes reports.
struct CheckCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }
  /// What the user named; the working folder when that is nothing.
  var operands: [String] { arguments.operands.isEmpty ? ["."] : arguments.operands }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    let formats = try options.reports(ReportFormat.self, usual: .text)
    if options.isInterview, formats.contains(where: { $0.format != .text }) {
      throw UsageError(
        message: "--questions is text; leave out --format, the questions are in json, too")
    }
    let descriptions = DescriptionFile.named(by: operands, telling: Output.complain)
    let rules = try options.rules()
    var comparison = try Comparison(of: descriptions.map(\.path), options)
    let settings = ReportSettings(
      count: descriptions.count, rules: rules, isColoured: options.isColoured,
      isComplete: options.isComplete, isInterview: options.isInterview, locate: Repository.path)
    var run = ReportRun(formats, settings, of: operands)
    let outcome = review(descriptions, rules, &comparison, &run)
    Output.complain(rules.problems)
    for loss in comparison.losses(below: operands.filter(Files.isDirectory)) {
      Output.complain("tenfold: \(loss.printable)\n")
    }
    let isSaved = comparison.save(isPartial: outcome.isBroken || !rules.problems.isEmpty)
    let isWritten = [run.finish(), isSaved].allSatisfy(\.self)
    for failure in outcome.failures { Output.complain("tenfold: gate failed: \(failure)\n") }
    Output.complain(outcome.passes)
    if !isWritten || outcome.isBroken || !rules.problems.isEmpty {
      for cause in outcome.causes { Output.complain("tenfold: not passed: \(cause)\n") }
      return 2
    }
    if outcome.failures.isEmpty, outcome.couldFail > 0 {
      let plural = outcome.undecided == 1 ? "" : "s"
      Output.complain(
        "tenfold: passed; \(outcome.couldFail) of \(outcome.undecided) undecided check\(plural) "
          + "could still fail the run\n")
    }
    return outcome.failures.isEmpty ? 0 : 1
  }

  /// What the reviews of a run come to.
  private struct Outcome {
    /// The gates that were not passed, each in a sentence.
    var failures: [String] = []
    /// Those that were.
    var passes: [GateOutcome] = []
    /// Checks that wait for an answer.
    var undecided = 0
    /// Those that could fail the run.
    var couldFail = 0
    /// The descriptions with errors, or whose rules could not run, and the first of them.
    var causes: [String] = []
    /// Whether a description could not be read in full.
    var isBroken: Bool { !causes.isEmpty }
  }

  /// Reviews the descriptions side by side and reports them in their order.
  private func review(
    _ descriptions: [DescriptionFile], _ rules: RuleSet, _ comparison: inout Comparison,
    _ run: inout ReportRun
  ) -> Outcome {
    let (reports, source) = (run.reports, comparison.source)
    let progress = Progress(of: descriptions.count)
    var outcome = Outcome()
    var news = NewFindings(options.gates)
    inParallel(Array(descriptions.enumerated())) { number, description in
      let judged = self.review(description, rules, source)
      return (judged, reports.pieces(judged.review, number))
    } handOver: { judged, pieces in
      let review = run.add(judged.review, pieces)
      outcome.failures += judged.tripped.map {
        (descriptions.count > 1 ? "\($0) in \(review.path)" : $0).printable
      }
      outcome.passes += review.gates.filter(\.isPassed).map {
        descriptions.count > 1 ? $0.named("\($0.name) in \(review.path)") : $0
      }
      outcome.causes += review.cause.map { [$0.printable] } ?? []
      outcome.undecided += review.checks.of - review.checks.made
      outcome.couldFail += judged.couldFail
      news.add(review.regressions, of: judged.project)
      comparison.add(review)
      progress.advance()
    }
    progress.finish()
    outcome.failures += news.failures.map(\.printable)
    return outcome
  }

  /// The review of one description, with the gates that it does not pass and those of its project.
  private func review(
    _ description: DescriptionFile, _ rules: RuleSet, _ source: Comparison.Source
  ) -> (review: Review, tripped: [String], couldFail: Int, project: Gates) {
    let path = description.path
    let configuration = source.judge(
      Configuration.read(for: path, rules, options), of: description, rules)
    var settings = configuration.settings
    settings.isOneOfRun = true
    var review = description.review(by: rules, settings)
    review.home = Repository.path(of: path)
    source.compare(&review, rules, settings)
    // What may be new, may be new in all descriptions together.
    let gates = options.gates.over(configuration.gates).without(where: \.isOfRun)
    let tripped = gates.judge(&review, settings.rules)
    // Against an earlier review, only what is new or worse counts.
    let couldFail = review.isCompared ? 0 : gates.undecided(review, settings.rules)
    return (review, tripped, couldFail, configuration.gates)
  }
}

extension Review {
  /// Why it is no whole review: how many errors there are, and which to look at first; nil where
  /// there is none.
  fileprivate var cause: String? {
    let errors = problems.filter { $0.weight == .error }
    // A key that is none is why others are missed.
    guard let first = errors.first(where: { $0.code == "unknown-key" }) ?? errors.first else {
      return nil
    }
    return (errors.count == 1 ? "" : "\(errors.count) errors, among them ") + first.line
  }
}
