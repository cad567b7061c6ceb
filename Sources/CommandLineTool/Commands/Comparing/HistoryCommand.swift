import Description
import Import
import Reports
import Review
import SourceText
import Terminal

/// `tenfold history FILE`: what the revisions of a description did to the system.
struct HistoryCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.count == 1,
      let file = arguments.operands.first.map(DescriptionSearch.only),
      file != "-"
    else {
      throw UsageError(message: "name a description file: \(Command.history.usage)")
    }
    let formats = try options.reports(HistoryFormat.self, usual: .text)
    let rules = try RuleFolders.rules(options.ruleFolders)
    Output.complain(rules.problems)
    let revisions = try revisions(of: file, rules)
    var project = Configuration.read(for: file, rules, options)
    // What is wrong with the settings of today, no revision can help.
    Output.complain(project.settings.problems)
    project.settings.problems = []
    let settings = project.settings
    let reviews = inParallel(revisions) { revision in
      (revision, Self.review(of: file, at: revision, rules, settings))
    }
    let history = ReviewHistory(path: file, reviews)
    let isWritten = Output.save(
      formats.map { format, output in
        (
          format.render(
            history, isColoured: output == nil && options.isColoured,
            isUnicode: Codeset.isUnicode()), output
        )
      })
    return isWritten && !history.entries.isEmpty && rules.problems.isEmpty ? 0 : 2
  }

  /// The revisions of a description and of what it includes and imports, the oldest first.
  private func revisions(
    of file: String, _ rules: RuleSet
  ) throws(UsageError) -> [HistoryRevision] {
    let git = try Git(in: Paths.folder(of: file), at: .exact("HEAD"))
    guard let (path, files) = git.description(file) else {
      throw UsageError(
        message: "no revision has `\(file.printable)`; git add and git commit make one")
    }
    let (noted, paths) = files.noting()
    _ = DescriptionReader.read(
      path: path, files: noted, catalogue: rules.catalogue, foreign: rules.importer)
    return git.history(of: path, with: paths(), last: options.last).reversed()
  }

  /// The review of a description at a revision; nil where it was not there.
  private static func review(
    of file: String, at revision: HistoryRevision, _ rules: RuleSet, _ settings: ReviewSettings
  ) -> Review? {
    guard let git = try? Git(in: Paths.folder(of: file), at: .exact(revision.id)),
      let (path, files) = git.description(file)
    else { return nil }
    return Review.make(
      path: path, files: files, rules: rules, settings: git.settings(settings, of: file))
  }
}
