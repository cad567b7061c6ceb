import Findings
import Reports
import Review
import SourceText

/// A mistake in how the program was called.
struct UsageError: Error {
  let message: String
}

/// What the flags of one call say.
struct Options: Sendable {
  /// As written; which formats there are depends on the command.
  var formats: [String] = []
  var gates = Gates()
  var baseline: String?
  var updatesBaseline = false
  var against: String?
  var ignoresAccepted = false
  var reason: String?
  var owner: String?
  var until: String?
  var ticket: String?
  var ruleFolders: [String] = []
  var isComplete = false
  var output: String?
  var colour = Colour.auto
  var isHelp = false

  enum Colour: String, CaseIterable { case auto, always, never }
  enum TableFormat: String, CaseIterable { case table, csv, json }
}

/// One flag: the single definition for parser, help and completion.
struct Flag: Sendable {
  let name: String
  /// The form of its value; nil for a switch.
  let value: String?
  let documentation: String
  /// What a shell offers as its value.
  var choices = Choices.nothing
  let commands: [Command]
  let apply: @Sendable (inout Options, String) throws(UsageError) -> Void

  static let all: [Flag] = reportFlags + gateFlags + acceptanceFlags + generalFlags

  private static let reportFlags: [Flag] = [
    Flag(
      name: "--format", value: "NAME[=FILE]",
      documentation:
        "The report's format: \(words(ReportFormat.self)); into a file if one is named. "
        + "Several may be given. The formats of query are \(words(Options.TableFormat.self)), "
        + "those of diff \(words(DiffFormat.self)).",
      choices: .words(ReportFormat.allCases.map(\.rawValue)),
      commands: [.check, .review, .diff, .query],
      apply: { (options, text) in options.formats.append(text) })
  ]

  private static let generalFlags: [Flag] = [
    Flag(
      name: "--rules", value: "DIR",
      documentation:
        "A folder with rule pages of your own, DIR/theme/smell.md. Several may be given.",
      choices: .folders,
      commands: [.check, .review, .rules, .explain, .query, .report, .diff, .accept],
      apply: { (options, text) in options.ruleFolders.append(text) }),
    Flag(
      name: "--output", value: "FILE",
      documentation: "The document to write, review.html, .md or .pdf; -o is short for it.",
      choices: .files, commands: [.report],
      apply: { (options, text) in options.output = text }),
    Flag(
      name: "--all", value: nil,
      documentation: "Show every finding in full and every question.",
      commands: [.check, .review],
      apply: { (options, _) in options.isComplete = true }),
    Flag(
      name: "--color", value: "WHEN",
      documentation: "Colours: auto (the default), always or never. NO_COLOR is honoured.",
      choices: .words(Options.Colour.allCases.map(\.rawValue)),
      commands: [.check, .review],
      apply: { (options, text) throws(UsageError) in
        guard let colour = Options.Colour(rawValue: text) else {
          throw unknown(text, "value of --color", Options.Colour.allCases.map(\.rawValue))
        }
        options.colour = colour
      }),
    Flag(
      name: "--help", value: nil, documentation: "Show how the command is used.",
      commands: Command.allCases,
      apply: { (options, _) in options.isHelp = true }),
  ]

  static func words<Choice: CaseIterable & RawRepresentable<String>>(_: Choice.Type)
    -> String
  {
    Choice.allCases.map(\.rawValue).joined(separator: ", ")
  }

  static func unknown(_ text: String, _ what: String, _ choices: [String]) -> UsageError {
    let hint =
      suggestion(for: text, among: choices).map { "did you mean `\($0)`?" }
      ?? "choose one of \(choices.joined(separator: ", "))"
    return UsageError(message: "there is no \(what) `\(text.printable)`; \(hint)")
  }
}
