import Findings
import Reports
import Review
import SourceText

/// `tenfold diff OLD NEW`: what changed between two descriptions or revisions of one.
struct DiffCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count == 2 else {
      throw UsageError(
        message: "a difference needs two descriptions: \(Command.diff.usage); either is a file, "
          + "or REVISION:PATH as git writes it")
    }
    let formats = try options.reports(DiffFormat.self, usual: .text)
    let rules = try RuleFolders.rules(options.ruleFolders)
    Output.complain(rules.problems)
    let old = try NamedDescription(arguments.operands[0], rules, options).review(by: rules)
    let description = try NamedDescription(arguments.operands[1], rules, options)
    let (new, project) = (description.review(by: rules), description.project)
    for review in [old, new] {
      Output.complain(review.problems.filter { $0.weight == .error })
    }
    let diff = ReviewDiff(old: old, new: new)
    let isWritten = Output.save(formats.map { ($0.format.render(diff), $0.file) })
    guard isWritten, !old.isBroken, !new.isBroken, rules.problems.isEmpty else { return 2 }
    var judged = diff.new
    let gates = options.gates.over(project.gates).over(Self.defaults)
    let tripped = gates.judge(&judged, project.settings.rules)
    for gate in tripped { Output.complain("tenfold: gate failed: \(gate.printable)\n") }
    Output.complain(judged.gates.filter(\.isPassed))
    return tripped.isEmpty ? 0 : 1
  }

  /// Whatever is new or worse fails a comparison, unless the project says otherwise.
  private static var defaults: Gates {
    var gates = Gates()
    gates[.failOn] = Gate.severity(.low)
    return gates
  }
}
