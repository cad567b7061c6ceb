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
      path: path, files: Files.access(root: Files.root(of: path)),
      catalogue: try RuleFolders.catalogue(options.ruleFolders), settings: options.growth)
    let isWritten = Output.write(formats) { format, isScreen in
      format.render(
        GrowthReportInput(
          review: review, isColoured: isScreen && options.isColoured,
          isUnicode: Codeset.isUnicode(), isComplete: options.isComplete))
    }
    guard isWritten, !review.isBroken, let system = review.system else { return 2 }
    return HeadroomGate(options)?.trips([(system, review.headroom)]) == true ? 1 : 0
  }
}

/// `--min-headroom`: the least multiple of today's peak that has to be carried.
struct HeadroomGate {
  let least: Double

  init?(_ options: Options) {
    guard let least = options.minHeadroom else { return nil }
    self.least = least
  }

  /// Whether some system carries less, or nobody knows how much; says which and why.
  func trips(_ systems: [(name: String, headroom: HeadroomStatement?)]) -> Bool {
    var isTripped = false
    for (name, headroom) in systems where headroom?.multiple ?? 0 < least {
      isTripped = true
      let found =
        headroom.map {
          "carries \($0.words)x today's peak, then \($0.element) (\($0.limit)) breaks"
        } ?? "has no known limit, so nothing tells what it carries"
      Output.complain(
        "tenfold: gate --min-headroom \(Unit.digits(least))x: \(name) \(found)".printable + "\n")
    }
    return isTripped
  }
}
