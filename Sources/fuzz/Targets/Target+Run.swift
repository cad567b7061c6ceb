import Architecture
import Description
import Findings
import Growth
import Reports
import Review
import Rules
import SourceText

extension Target {
  /// What the program makes of an input.
  func outputs(of input: [UInt8]) -> [Output] {
    switch self {
    case .description: [Self.problems(read(input))]
    case .decisions: Readers.decisions(input)
    case .baseline: Readers.baseline(input)
    case .page: Readers.page(input)
    case .products: Readers.products(input)
    case .runs: Readers.runs(input)
    case .change: Readers.change(input)
    case .check: checkReports(review(input, rules: 12), input)
    case .report: reports(review(input), [.html, .markdown], isComplete: true)
    case .grow: growth(input, merged: nil)
    case .simulate: simulation(input)
    case .diff: diff(input)
    case .query: QueryRun.outputs(of: input)
    case .examples: Readers.examples(input)
    case .screen: ScreenRun.outputs(of: input)
    case .process: ProcessRun.outputs(of: input)
    }
  }

  /// Where a description stands among the files in memory; it may include itself.
  static let path = "p"

  /// What is wrong with a description, in lines.
  static func problems(_ reading: ReadResult) -> Output {
    let sizes = reading.architecture.map { "\($0.components.count) \($0.relations.count)\n" } ?? ""
    return Output(name: "problems", text: sizes + lines(reading.problems))
  }

  /// Problems as the program complains about them.
  static func lines(_ problems: [Problem]) -> String {
    problems.map { $0.line.printable + "\n" }.joined()
  }

  private func read(_ input: [UInt8]) -> ReadResult {
    DescriptionReader.read(
      path: Self.path, files: .memory([Self.path: input]), catalogue: RuleSet.builtInCatalogue,
      foreign: RuleSet.builtIn.importer)
  }

  /// The review of a description by all rules, or by so many that follow from it: to prepare them
  /// takes most of the time.
  private func review(_ input: [UInt8], rules count: Int = .max) -> Review {
    var settings = ReviewSettings()
    settings.today = Day("2026-11-29")
    var dice = Dice(seed: Dice.hash(input))
    var off = RuleSettings()
    off.isOff = true
    for rule in RuleSet.builtIn.rules.shuffled(using: &dice).dropFirst(count) {
      settings.rules[rule.id] = off
    }
    return Review.make(
      path: Self.path, files: .memory([Self.path: input]), rules: .builtIn, settings: settings)
  }

  // MARK: - Reports

  /// What `check` prints: to people, and in two other formats, which differ from input to input; the
  /// document is a target of its own, since it simulates.
  private func checkReports(_ review: Review, _ input: [UInt8]) -> [Output] {
    var dice = Dice(seed: Dice.hash(input))
    // Most of SARIF is the rule book, the same each time.
    let isRare = !dice.happens(0.1)
    let formats = ReportFormat.allCases.filter { format in
      format != .html && format != .text && !(isRare && format == .sarif)
    }
    return reports(review, [.text, dice.pick(formats), dice.pick(formats)], isComplete: false)
      + reports(review, [.text], isComplete: true)
  }

  private func reports(
    _ review: Review, _ formats: [ReportFormat], isComplete: Bool
  ) -> [Output] {
    let settings = ReportSettings(count: 1, rules: .builtIn, isComplete: isComplete)
    return formats.compactMap { format in
      format.sink(settings).stream.map {
        Output(name: format.rawValue, text: Self.text($0, review), form: Self.form(of: format))
      }
    }
  }

  private static func form(of format: ReportFormat) -> Output.Form {
    switch format {
    case .json, .sarif, .gitlab: .json
    case .csv: .table
    default: .words
    }
  }

  /// A report as the command line puts it together.
  private static func text(_ report: any Report, _ review: Review) -> String {
    var run = RunSummary()
    run.add(review)
    let growth = report.growth.map { GrowthReview(review, simulation: $0) }
    let pieces = report.pieces(ReportSubject(review, growth: growth, number: 0))
    let head = report.head(report.startsLate ? run : RunSummary())
    let kept =
      report.startsLate
      ? report.chosen(pieces.map { $0.size(of: 0) }, behind: head, run) : Array(pieces.indices)
    return head + kept.map { pieces[$0].text }.joined(separator: report.separator)
      + report.tail(run, written: kept.count, left: pieces.count - kept.count)
  }

  // MARK: - Growth

  private func growth(_ input: [UInt8], merged runs: String?) -> [Output] {
    var settings = GrowthReview.Settings()
    settings.simulation.when = .never
    if let runs {
      settings.simulation.merged = [("runs", runs)]
      settings.multiples = SmallSimulation.multiples
    }
    let review = GrowthReview.make(
      path: Self.path, files: .memory([Self.path: input]), catalogue: RuleSet.builtInCatalogue,
      settings: settings)
    return Self.outputs(of: review)
  }

  /// All formats of a forecast.
  static func outputs(of review: GrowthReview) -> [Output] {
    [false, true].flatMap { isComplete in
      let input = GrowthReportInput(
        review: review, isColoured: false, isUnicode: !isComplete, isComplete: isComplete)
      return GrowthFormat.allCases.map {
        Output(
          name: "grow \($0.rawValue)", text: $0.render(input),
          form: $0 == .json ? .json : $0 == .csv ? .table : .words)
      }
    } + [Output(name: "merging", text: (review.mergeFailure ?? "") + "\n")]
  }

  private func simulation(_ input: [UInt8]) -> [Output] {
    guard let architecture = read(input).architecture else { return [] }
    let runs = SmallSimulation.text(architecture)
    return [Output(name: "runs", text: runs, form: .tabbed)] + growth(input, merged: runs)
  }

  private func diff(_ input: [UInt8]) -> [Output] {
    let parts = Parts.split(input, into: 2)
    let diff = ReviewDiff(old: review(parts[0]), new: review(parts[1]))
    return DiffFormat.allCases.map {
      Output(
        name: "diff \($0.rawValue)", text: $0.render(diff), form: $0 == .json ? .json : .words)
    }
  }
}
