import Description
import Findings
import Reports
import Review
import Rules
import SourceText
import Terminal

/// `tenfold FILE`: the screen when a person sits at the terminal, else the same as `check`.
struct ReviewCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// Whether the screen is what the user wants to see.
  var hasScreen: Bool {
    guard options.formats.isEmpty, arguments.operands.count == 1 else { return false }
    return Terminal.isInteractive && arguments.operands[0] != "-"
      && !Files.isDirectory(arguments.operands[0])
  }

  func run() throws(UsageError) -> Int32 {
    let check = CheckCommand(arguments)
    guard hasScreen else { return try check.run() }
    let path = arguments.operands[0]
    let rules = try RuleFolders.rules(options.ruleFolders)
    let job = Terminal.Job(
      path: path, isColoured: options.isColoured,
      manual: { id in rules[id].map { Manual($0).text } },
      review: { [options] in
        let (files, asked) = GuardedFiles.access(around: path).noting()
        var settings = Configuration.read(for: path, rules, options).settings
        settings.problems += rules.problems
        let review = Review.make(path: path, files: files, rules: rules, settings: settings)
        return (review, asked())
      })
    do {
      guard var review = try Terminal.run(job) else { return 2 }
      let configuration = Configuration.read(for: path, rules, options)
      let gates = options.gates.over(configuration.gates)
      if review.isBroken || !rules.problems.isEmpty { return 2 }
      return gates.judge(&review, configuration.settings.rules).isEmpty ? 0 : 1
    } catch {
      throw UsageError(message: error.message)
    }
  }
}
