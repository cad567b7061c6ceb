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
    let paths = descriptions()
    if options.ruleFolders.isEmpty { FactDatabase.trustQueries() }
    let rules = try RuleFolders.rules(options.ruleFolders)
    var comparison = try Comparison(of: paths, options)
    let settings = ReportSettings(
      count: paths.count, rules: rules, isColoured: options.isColoured,
      isComplete: options.isComplete, locate: Repository.path)
    var run = ReportRun(formats, settings, of: operands)
    let outcome = review(paths, rules, &comparison, &run)
    Output.complain(rules.problems)
    for loss in comparison.losses(below: operands.filter(Files.isDirectory)) {
      Output.complain("tenfold: \(loss.printable)\n")
    }
    let isWritten = [run.finish(), comparison.save()].allSatisfy(\.self)
    for failure in outcome.failures { Output.complain("tenfold: failed by \(failure)\n") }
    if !isWritten || outcome.isBroken || !rules.problems.isEmpty { return 2 }
    return outcome.failures.isEmpty ? 0 : 1
  }

  /// Reviews the descriptions side by side and reports them in their order; the gates that were
  /// not passed, and whether a description could not be read in full.
  private func review(
    _ paths: [String], _ rules: RuleSet, _ comparison: inout Comparison, _ run: inout ReportRun
  ) -> (failures: [String], isBroken: Bool) {
    let (reports, source) = (run.reports, comparison.source)
    let progress = Progress(of: paths.count)
    var (failures, isBroken, news) = ([String](), false, 0)
    inParallel(Array(paths.enumerated())) { number, path in
      let (review, tripped) = self.review(path, rules, source)
      return (review, tripped, reports.map { $0.pieces(review, number) })
    } handOver: { review, tripped, pieces in
      failures += tripped.map {
        (paths.count > 1 ? "\($0) in \(review.path)" : $0).printable
      }
      isBroken = isBroken || review.isBroken
      news += review.regressions
      run.add(review, pieces)
      comparison.add(review)
      progress.advance()
    }
    progress.finish()
    failures += [options.gates.newFailure(news)].compactMap(\.self)
    return (failures, isBroken)
  }

  /// The review of one description, with the gates that it does not pass.
  private func review(
    _ path: String, _ rules: RuleSet, _ source: Comparison.Source
  ) -> (review: Review, tripped: [String]) {
    let configuration = Configuration.read(for: path, rules, options)
    var settings = configuration.settings
    settings.isOneOfRun = true
    var review = Review.make(
      path: path, files: Files.access(around: path), rules: rules, settings: settings)
    review.home = Repository.path(of: path)
    source.compare(&review, rules, settings)
    var gates = options.gates.over(configuration.gates)
    // What the command line allows, it allows the whole run.
    if options.gates.maxNew != nil { gates.maxNew = nil }
    let tripped = gates.judge(&review, settings.rules)
    return (review, tripped)
  }

  /// The descriptions that the operands name: files as they are, folders by what they hold.
  func descriptions() -> [String] {
    var paths: [String] = []
    for operand in operands {
      guard operand != "-", Files.isDirectory(operand) else {
        paths.append(operand)
        continue
      }
      // A folder that holds none is reported in their place.
      let found = Files.descriptions(under: operand)
      paths += found.isEmpty ? [operand] : found
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert(Files.realPath($0) ?? $0).inserted }
  }
}
