import Findings
import Review
import Screens
import SourceText

/// What the flags of one call say.
struct Options: Sendable {
  /// As written; which formats there are depends on the command.
  var formats: [String] = []
  var schema = PublishedSchema.description
  var gates = Gates()
  var baseline: String?
  var updatesBaseline = false
  var against: Against?
  /// What was decided about a risk.
  var status = RiskStatus.accepted
  /// A file of settings above those of the projects.
  var settingsFile: String?
  /// The rules that are to run.
  var ruleSelection = RuleSelection()
  /// Revisions of a history.
  var last = 20
  var ignoresAccepted = false
  var reason: String?
  var owner: String?
  var until: String?
  var ticket: String?
  var output: String?
  var foreignFormat: String?
  var ruleFolders: [String] = []
  var isComplete = false
  var isInterview = false
  var showsDifference = false
  var colour = Colour.auto
  var growth = GrowthReview.Settings()
  var merges = false
  var goal = PlanGoal()
  /// Which of the plans is written.
  var planWay = PlanWay.numbers
  /// What an assistant may look at.
  var root = "."
  /// Whether an assistant may write, or a plan is written.
  var allowsWriting = false
  var isHelp = false
  /// Where the screen begins.
  var start = ScreenStart()
  /// The file that what the screen shows goes into.
  var dump: String?
  /// Columns and rows of what goes there.
  var size = (width: 80, height: 24)
  var isASCII = false

  enum Colour: String, CaseIterable { case auto, always, never }
  enum TableFormat: String, CaseIterable { case table, csv, json }
  enum ListFormat: String, CaseIterable { case text, json }

  /// The one format of a command that prints to standard output alone.
  func format<Format: CaseIterable & RawRepresentable<String>>(
    _: Format.Type, usual: Format
  ) throws(UsageError) -> Format {
    guard let name = formats.last else { return usual }
    guard let format = Format(rawValue: name) else {
      throw UsageError(unknown: name, "format", Format.allCases.map(\.rawValue))
    }
    return format
  }

  /// The reports that were asked for: formats, each with the file it goes into.
  func reports<Format: CaseIterable & RawRepresentable<String>>(
    _: Format.Type, usual: Format
  ) throws(UsageError) -> [(format: Format, file: String?)] {
    guard !formats.isEmpty else { return [(usual, nil)] }
    let reports = try formats.map { (text) throws(UsageError) -> (Format, String?) in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = parts.first, let format = Format(rawValue: name) else {
        throw UsageError(unknown: text, "format", Format.allCases.map(\.rawValue))
      }
      guard !text.hasSuffix("=") else {
        throw UsageError(message: "name a file after `\(text.printable)`, or leave out the `=`")
      }
      return (format, parts.dropFirst().first.flatMap { $0 == "-" ? nil : $0 })
    }
    let isDatabase = reports.contains { $0.1 == nil && $0.0.rawValue == "sqlite" }
    if isDatabase, StandardStreams.isOutputTerminal {
      throw UsageError(
        message: "a database is no text for a terminal; name a file: --format sqlite=review.sqlite")
    }
    let printed = reports.filter { $0.1 == nil }.map(\.0.rawValue)
    guard printed.count < 2 || printed.sorted() == ["github", "text"] else {
      throw UsageError(
        message: "\(printed.joined(separator: " and ")) cannot both go to standard output; write "
          + "\(printed[1])=FILE")
    }
    var taken = Set([printed.isEmpty ? nil : FileIdentity(of: nil)].compactMap(\.self))
    for file in reports.compactMap(\.1) {
      guard let identity = FileIdentity(of: file), !taken.insert(identity).inserted else {
        continue
      }
      throw UsageError(message: "two reports cannot both go to `\(file.printable)`")
    }
    return reports
  }

  /// Colours on a terminal, unless the flag or the environment says otherwise: NO_COLOR
  /// (https://no-color.org) first, then FORCE_COLOR and CLICOLOR_FORCE, then CLICOLOR
  /// (https://bixense.com/clicolors).
  var isColoured: Bool {
    switch colour {
    case .always: return true
    case .never: return false
    case .auto:
      func says(_ name: String) -> Bool? {
        Environment.variable(name).flatMap { $0.isEmpty ? nil : $0 != "0" }
      }
      if Environment.variable("NO_COLOR").map({ !$0.isEmpty }) ?? false { return false }
      if let isForced = says("FORCE_COLOR") ?? says("CLICOLOR_FORCE") { return isForced }
      let isRefused = says("CLICOLOR") == false
      let isDumb = Environment.variable("TERM").map { $0 == "dumb" } ?? true
      return StandardStreams.isOutputTerminal && !isRefused && !isDumb
    }
  }
}
