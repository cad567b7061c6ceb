import Description
import Findings
import Review
import SourceText

/// `tenfold fix FILE [RULE [ELEMENT]]`: writes what repairs findings into the description.
struct FixCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard (1...3).contains(arguments.operands.count), arguments.operands[0] != "-" else {
      throw UsageError(message: "name a description file: \(Command.fix.usage)")
    }
    let path = DescriptionSearch.only(arguments.operands[0])
    let rules = try options.rules()
    let settings = Configuration.read(for: path, rules, options).settings
    let make: FixedReview.Making = { texts in
      Review.make(
        path: path, files: GuardedFiles.access(around: path).replacing(texts), rules: rules,
        settings: settings)
    }
    let review = make([:])
    guard !review.isBroken, rules.problems.isEmpty else {
      Output.complain(rules.problems + review.problems)
      return 2
    }
    let result = FixedReview(review, try chosen(of: review), making: make)
    if !options.showsDifference { try write(result.changes) }
    print(result)
    return result.left.contains { !$0.finding.fix.isEmpty } ? 1 : 0
  }

  /// The findings that the operands name: all, those of a rule, or those of one element.
  private func chosen(of review: Review) throws(UsageError) -> [JudgedFinding] {
    let operands = arguments.operands.dropFirst()
    guard let rule = operands.first else { return review.open }
    return try review.findings(among: review.open, of: rule, on: operands.dropFirst().first)
  }

  private func write(_ changes: [DescriptionChange]) throws(UsageError) {
    for change in changes {
      if let failure = EditedFile(change.path).write(from: change.old, to: change.new) {
        throw UsageError(message: failure)
      }
    }
  }

  /// The lines that differ, what is fixed and what is left, and the headroom then.
  private func print(_ result: FixedReview) {
    for change in result.changes {
      Output.print("\(change.path)\n".printableLines)
      Output.print(LineDifference(change.old, change.new).text.printableLines)
    }
    for finding in result.fixed {
      Output.print("fixed  \(finding.severity.word)  \(finding.message)\n".printableLines)
    }
    for left in result.left {
      Output.print(
        "left   \(left.finding.severity.word)  \(left.finding.message)\n       \(left.reason)\n"
          .printableLines)
    }
    let verb = options.showsDifference ? "would be fixed" : "fixed"
    let headroom = [result.before, result.after].map { $0.headroom?.phrase ?? "unknown" }
    Output.print(
      "\(result.fixed.count) \(verb), \(result.left.count) left; headroom \(headroom[1])"
        + (headroom[0] == headroom[1] ? "" : " (\(headroom[0]) before)") + "\n")
  }
}
