import Description
import Findings
import Reports
import Review
import Rules
import Screens
import SourceText
import Terminal

/// `tenfold FILE`: the screen when a person sits at the terminal, else the same as `check`.
struct ReviewCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  /// The one description below the working directory, for a person at a terminal; nil where there
  /// is none, or nobody to show it to.
  static func onlyDescription() throws(UsageError) -> String? {
    guard Terminal.isInteractive else { return nil }
    let here = Project.descriptions(under: ".")
    guard here.count > 1 else { return here.first }
    let names = here.prefix(5).map(\.printable).joined(separator: ", ")
    throw UsageError(
      message: "there are \(here.count) descriptions here; name one: \(names)"
        + (here.count > 5 ? ", ..." : ""))
  }

  /// Whether the screen is what the user wants to see.
  var hasScreen: Bool { options.dump == nil && isOfOne && Terminal.isInteractive }

  /// Whether the screen could show what was named.
  private var isOfOne: Bool { options.formats.isEmpty && description != nil }

  /// The one description that was named, by itself or by a folder that holds no other one.
  private var description: String? {
    guard arguments.operands.count == 1, arguments.operands[0] != "-" else { return nil }
    let path = DescriptionSearch.only(arguments.operands[0])
    return Files.isDirectory(path) ? nil : path
  }

  func run() throws(UsageError) -> Int32 {
    let asksForScreen = options.start != ScreenStart() || options.isASCII
    guard hasScreen || options.dump != nil || asksForScreen else {
      return try CheckCommand(arguments).run()
    }
    guard isOfOne, let description else {
      throw UsageError(message: "the screen shows one description")
    }
    let rules = try options.rules()
    let job = job(description, rules)
    if let dump = options.dump { return judge(try write(job, to: dump), rules) }
    guard hasScreen else {
      throw UsageError(message: "the screen needs a terminal; --dump-screen FILE does without")
    }
    do {
      guard let review = try Terminal.run(job) else { return 2 }
      return judge(review, rules)
    } catch {
      throw UsageError(message: error.message)
    }
  }

  private func job(_ path: String, _ rules: RuleSet) -> ScreenJob {
    var start = options.start
    start.revision = options.against?.revision
    return ScreenJob(
      path: path, isColoured: options.isColoured, isASCII: options.isASCII, start: start,
      manual: { id in rules[id].map { Manual($0).text } },
      editor: { review, edits in
        do throws(DescriptionChange.Refusal) {
          let edit = try EditedDescription(review, edits, rules)
          return .success((edit.difference, { edit.write() }))
        } catch {
          return .failure(error)
        }
      },
      accepting: { Self.accept($1, in: $0) }, saving: ScreenFiles.save,
      documenting: { ScreenFiles.document($0, rules, to: $1) },
      comparing: { [options] review, revision in
        do throws(UsageError) {
          let exact = Against.exact(revision)
          let repositories = try GitRepositories(
            of: [path], at: options.against == exact ? exact : .mergeBase(of: revision))
          let settings = Configuration.read(for: path, rules, options).settings
          return .success(try repositories.difference(of: review, rules, settings))
        } catch {
          return .failure(DescriptionChange.Refusal(error.message))
        }
      },
      review: { [options] changes in
        let (files, asked) = GuardedFiles.access(around: path).noting()
        var settings = Configuration.read(for: path, rules, options).settings
        settings.problems += rules.problems
        settings.whatIf.changes = changes
        let review = Review.make(path: path, files: files, rules: rules, settings: settings)
        return (review, asked())
      })
  }

  /// Writes down a decision to live with a finding; what went wrong, if it could not.
  private static func accept(_ decision: Prompt.Decision, in review: Review) -> String? {
    guard let finding = review.findings.first(where: { $0.fingerprint == decision.fingerprint })
    else { return "it is no longer found" }
    var risk = AcceptedRisk(finding, because: decision.reason ?? "", in: review)
    risk.owner = decision.owner.flatMap { $0.isEmpty ? nil : $0 }
    risk.until = decision.until.flatMap { Day($0) }
    do throws(UsageError) {
      _ = try AcceptedFile(path: Paths.relative(Project.acceptedFile(of: review.path))).add(risk)
      return nil
    } catch {
      return error.message
    }
  }

  /// Writes what the screen shows; the review that it shows.
  private func write(_ job: ScreenJob, to path: String) throws(UsageError) -> Review {
    let (frame, review) = Terminal.snapshot(
      of: job, width: options.size.width, height: options.size.height)
    let rows = path.hasSuffix(".ansi") ? frame.ansiText : frame.text
    let text = rows.joined(separator: "\n") + "\n"
    guard path != "-" else {
      Output.print(text)
      return review
    }
    var file = OutputFile(path)
    file.write(text)
    if let failure = file.finish() { throw UsageError(message: failure) }
    return review
  }

  /// The status that `check` would have for a review.
  private func judge(_ review: Review, _ rules: RuleSet) -> Int32 {
    if review.isBroken || !rules.problems.isEmpty { return 2 }
    var review = review
    let configuration = Configuration.read(for: review.path, rules, options)
    let gates = options.gates.over(configuration.gates)
    return gates.judge(&review, configuration.settings.rules).isEmpty ? 0 : 1
  }
}
