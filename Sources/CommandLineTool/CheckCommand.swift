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

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    let formats = try options.reports(ReportFormat.self, usual: .text)
    let paths = try descriptions()
    if options.ruleFolders.isEmpty { FactBase.trustQueries() }
    let rules = try RuleFolders.rules(options.ruleFolders)
    var failOn = options.failOn
    let reviews = try paths.map { (path) throws(UsageError) -> Review in
      let configuration = try Configuration.read(for: path, rules)
      if failOn == nil { failOn = configuration.failOn }
      return Review.make(
        path: path, files: Files.access(root: Files.root(of: path)), rules: rules,
        settings: configuration.settings)
    }
    guard write(reviews, rules, formats) else { return 2 }
    return status(reviews, failOn ?? .at(.high), rules)
  }

  /// The descriptions that the operands name: files as they are, folders by what they hold.
  private func descriptions() throws(UsageError) -> [String] {
    let operands = arguments.operands.isEmpty ? ["."] : arguments.operands
    var paths: [String] = []
    for operand in operands {
      guard operand != "-", Files.isDirectory(operand) else {
        paths.append(operand)
        continue
      }
      let found = Files.find(
        under: operand, suffixes: [".tenfold.yaml", ".tenfold.yml", ".tenfold.json"])
      guard !found.isEmpty else {
        throw UsageError(
          message:
            "no *.tenfold.yaml in `\(operand.printable)`; name a file, or a folder that holds some")
      }
      paths += found
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  func status(_ reviews: [Review], _ failOn: Options.FailOn, _ rules: RuleSet) -> Int32 {
    if reviews.contains(where: \.isBroken) || !rules.problems.isEmpty { return 2 }
    let headrooms = reviews.map { ($0.system ?? $0.path, $0.headroom) }
    if HeadroomGate(options)?.trips(headrooms) == true { return 1 }
    guard case .at(let severity) = failOn else { return 0 }
    return reviews.contains { $0.open.contains { $0.severity >= severity } } ? 1 : 0
  }

  /// Writes every report; whether all could be written.
  private func write(
    _ reviews: [Review], _ rules: RuleSet, _ formats: [(format: ReportFormat, file: String?)]
  ) -> Bool {
    for problem in rules.problems {
      let place = problem.place.map { ":\($0.start.line)" } ?? ""
      Output.complain("\(problem.path)\(place): \(problem.message)".printable + "\n")
    }
    return Output.write(formats) { format, isScreen in
      format.render(
        ReportInput(
          reviews: reviews, rules: rules.rules, isColoured: isScreen && options.isColoured,
          isComplete: options.isComplete))
    }
  }
}
