import Description
import Reports
import Review
import SourceText

/// `tenfold plan FILE`: the smallest set of changes that handles a target.
struct PlanCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count == 1,
      let path = arguments.operands.first.map(DescriptionSearch.only),
      path != "-"
    else {
      throw UsageError(message: "name a description file: \(Command.plan.usage)")
    }
    let formats = try options.reports(PlanFormat.self, usual: .text)
    let rules = try options.rules()
    let settings = Configuration.read(for: path, rules, options).settings
    func make(_ whatIf: WhatIf, _ texts: [String: String]) -> Review {
      var settings = settings
      settings.whatIf = whatIf
      return Review.make(
        path: path, files: GuardedFiles.access(around: path).replacing(texts), rules: rules,
        settings: settings)
    }
    var goal = options.goal
    goal.supposed = options.growth.whatIf
    let plan = Plan(goal, making: make)
    guard let plan, !plan.before.isBroken, rules.problems.isEmpty else {
      return try refuse(make(goal.whatIf, [:]), rules.problems)
    }
    try edit(plan)
    let isWritten = Output.save(
      formats.map { format, file in
        let isColoured = file == nil && options.isColoured
        return (
          format.render(plan, isColoured: isColoured, isComplete: options.isComplete), file
        )
      })
    guard isWritten, plan.before.headroom != nil else { return 2 }
    return plan.isMet ? 0 : 1
  }

  /// Says why there is no plan.
  private func refuse(_ review: Review, _ problems: [Problem]) throws(UsageError) -> Int32 {
    guard review.isBroken || review.growth == nil || !problems.isEmpty else {
      throw UsageError(
        message: "no growth is declared, so --by leads to no target; add --target 10x")
    }
    Output.complain(problems + review.problems)
    return 2
  }

  /// Shows the lines that differ, or writes them.
  private func edit(_ plan: Plan) throws(UsageError) {
    guard options.showsDifference || options.allowsWriting else { return }
    guard let plan = ([plan] + plan.alternatives).first(where: { $0.way == options.planWay })
    else { throw UsageError(message: "there is no plan by `--way \(options.planWay.rawValue)`") }
    let changes: [DescriptionChange]
    do throws(DescriptionChange.Refusal) {
      changes = try plan.written()
    } catch {
      throw UsageError(message: error.message)
    }
    for change in changes where options.showsDifference {
      Output.print("\(change.path)\n".printableLines)
      Output.print(LineDifference(change.old, change.new).text.printableLines + "\n")
    }
    for change in changes where !options.showsDifference {
      if let failure = EditedFile(change.path).write(from: change.old, to: change.new) {
        throw UsageError(message: failure)
      }
    }
  }
}
