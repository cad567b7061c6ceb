import Description
import Reports
import Review
import SourceText

/// `tenfold compare FILE...`: several designs, or a design and its scenarios, side by side.
struct CompareCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// A column: a description, today or under a scenario.
  private typealias Column = (description: NamedDescription, scenario: String?, name: String)

  /// Columns that a reader has time for.
  private static let most = 24

  func run() throws(UsageError) -> Int32 {
    let formats = try options.reports(AlternativesFormat.self, usual: .text)
    let rules = try RuleFolders.rules(options.ruleFolders)
    Output.complain(rules.problems)
    let columns = try columns(rules)
    let all = inParallel(columns) { description, scenario, name in
      Alternative(
        name: name, scenario: scenario,
        review: description.review(by: rules, under: [scenario].compactMap(\.self)),
        catalogue: rules.catalogue)
    }
    for one in all { Output.complain(one.review.problems.filter { $0.weight == .error }) }
    guard all.allSatisfy(\.review.refusals.isEmpty) else {
      Output.complain("tenfold: a scenario was not applied, so there is no comparison\n")
      return 2
    }
    let alternatives = Alternatives(all)
    let isWritten = Output.save(
      formats.map { format, file in
        let isColoured = file == nil && options.isColoured
        return (
          format.render(
            alternatives, isColoured: isColoured, isComplete: options.isComplete), file
        )
      })
    return isWritten && !alternatives.isBroken && rules.problems.isEmpty ? 0 : 2
  }

  /// The columns of the call: each description, behind it its scenarios where they are asked for,
  /// or where it is the only one.
  private func columns(_ rules: RuleSet) throws(UsageError) -> [Column] {
    guard !arguments.operands.isEmpty, !arguments.operands.contains("-") else {
      throw UsageError(message: "name descriptions, each a file: \(Command.compare.usage)")
    }
    let descriptions = try arguments.operands.map { (operand) throws(UsageError) in
      try NamedDescription(DescriptionSearch.only(operand), rules, options)
    }
    var scenarios = options.growth.whatIf.scenarios
    if descriptions.count == 1, scenarios.isEmpty {
      scenarios = descriptions[0].scenarios(rules.catalogue)
      guard !scenarios.isEmpty else {
        throw UsageError(
          message: "`\(descriptions[0].operand.printable)` has no scenarios to compare; name a "
            + "second description: \(Command.compare.usage)")
      }
    }
    let isOne = descriptions.count == 1
    let names = Self.names(of: descriptions.map(\.operand))
    let columns = zip(descriptions, names).flatMap { description, name -> [Column] in
      [(description, nil, isOne ? "today" : name)]
        + scenarios.map { (description, $0, isOne ? $0 : "\(name), \($0)") }
    }
    guard columns.count <= Self.most else {
      throw UsageError(
        message: "\(columns.count) options are too many to compare; name \(Self.most) at most")
    }
    return columns
  }

  /// What columns are called: the names of the files where these tell them apart.
  private static func names(of operands: [String]) -> [String] {
    let short = operands.map { operand in
      let parts = Files.isThere(operand) ? nil : Git.parts(of: operand)
      let file = (parts?.path ?? operand).split(separator: "/").last.map(String.init) ?? operand
      return (parts.map { $0.revision + ":" } ?? "") + DescriptionName.bare(file)
    }
    return Set(short).count == short.count ? short : operands
  }
}
