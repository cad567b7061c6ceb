import Findings
import Reports
import Review
import SourceText
import Terminal

/// `tenfold grow FILE`: what breaks first when demand multiplies.
struct GrowCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count == 1 else {
      throw UsageError(message: "say which description: \(Command.grow.usage)")
    }
    let path = arguments.operands[0]
    let formats = try options.reports(GrowthFormat.self, usual: .text)
    let review = GrowthReview.make(
      path: path, files: Files.access(around: path),
      catalogue: try RuleFolders.catalogue(options.ruleFolders), settings: options.growth)
    let isWritten = Output.write(formats) { format, isScreen in
      Array(
        format.render(
          GrowthReportInput(
            review: review, isColoured: isScreen && options.isColoured,
            isUnicode: Codeset.isUnicode(), isComplete: options.isComplete)
        ).utf8)
    }
    guard isWritten, !review.isBroken else { return 2 }
    guard let failure = options.gates.headroomFailure(review.headroom) else { return 0 }
    Output.complain("tenfold: failed by \(failure.printable)\n")
    return 1
  }
}
