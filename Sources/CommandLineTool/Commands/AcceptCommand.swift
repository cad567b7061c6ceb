import Description
import Findings
import Review
import SourceText

/// `tenfold accept FILE RULE ELEMENT --reason TEXT`: writes a decision down.
struct AcceptCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count == 3 else {
      throw UsageError(
        message: "a decision needs a description, a rule and an element: \(Command.accept.usage)")
    }
    guard let reason = options.reason, reason.contains(where: { !$0.isWhitespace }) else {
      throw UsageError(message: "missing reason: --reason TEXT")
    }
    let (path, rule, element) = (
      arguments.operands[0], arguments.operands[1], arguments.operands[2]
    )
    let rules = try options.rules()
    let review = Review.make(
      path: path, files: GuardedFiles.access(around: path), rules: rules,
      settings: Configuration.read(for: path, rules, options).settings)
    guard !review.isBroken, rules.problems.isEmpty else {
      Output.complain(rules.problems + review.problems)
      return 2
    }
    let finding = try review.findings(among: review.findings, of: rule, on: element)[0]
    var risk = AcceptedRisk(finding, because: reason, in: review)
    risk.owner = options.owner
    risk.status = options.status
    risk.until = options.until.flatMap { Day($0) }
    risk.ticket = options.ticket
    let file = AcceptedFile(path: Paths.relative(Project.acceptedFile(of: path)))
    let how = try file.add(risk)
    Output.print("\(how) \(file.path.printable): \(finding.message.printable)\n")
    return 0
  }
}

extension AcceptedRisk {
  /// The decision to live with a finding as bad as it is.
  init(_ finding: JudgedFinding, because reason: String, in review: Review) {
    self.init(place: finding.place)
    rule = finding.rule
    element = finding.element
    self.reason = reason
    system = review.system
    level = finding.level.writable
  }
}
