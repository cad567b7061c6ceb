import Architecture
import Findings
import Import
import Reports
import Review
import SourceText
import YAML

/// One flag: the single definition for parser, help and completion.
///
/// A flag that is not the same to all commands stands in the table once for each of its forms.
struct Flag: Sendable {
  let name: String
  /// Other names that people give it.
  var aliases: [String] = []
  /// The form of its value; nil for a switch.
  let value: String?
  /// What stands for its value where it has none; nil where it needs one.
  var usualValue: String?
  let documentation: String
  /// What a shell offers as its value.
  var choices = Choices.nothing
  /// Who takes it; to all others it is a mistake.
  let commands: [Command]
  let apply: @Sendable (inout Options, String) throws(UsageError) -> Void

  static let all: [Flag] =
    formatFlags + planFlags + whatIfFlags + simulationFlags + gateFlags + comparisonFlags
    + settingsFlags + acceptanceFlags
    + assistantFlags + screenFlags + generalFlags

  private static let formatFlags: [Flag] = [
    formats(of: ReportFormat.self, intoFiles: true, [.check, .review]),
    formats(of: GrowthFormat.self, intoFiles: true, [.grow]),
    formats(of: PlanFormat.self, intoFiles: true, [.plan]),
    formats(of: DiffFormat.self, intoFiles: true, [.diff]),
    formats(of: AlternativesFormat.self, intoFiles: true, [.compare]),
    formats(of: HistoryFormat.self, intoFiles: true, [.history]),
    formats(of: Options.TableFormat.self, [.query]),
    formats(of: Options.ListFormat.self, [.rules]),
  ]

  private static func formats<Format: CaseIterable & RawRepresentable<String>>(
    of: Format.Type, intoFiles: Bool = false, _ commands: [Command]
  ) -> Flag {
    let names = Format.allCases.map(\.rawValue)
    return Flag(
      name: "--format", value: intoFiles ? "NAME[=FILE]" : "NAME",
      documentation: "The format: \(names.joined(separator: ", "))"
        + (intoFiles ? "; into a file if one is named. Several may be given." : "."),
      choices: intoFiles ? .outputs(names) : .words(names), commands: commands,
      apply: { (options, text) in options.formats.append(text) })
  }

  private static func output(_ documentation: String, _ command: Command) -> Flag {
    Flag(
      name: "--output", aliases: ["-o"], value: "FILE", documentation: documentation,
      choices: .files, commands: [command],
      apply: { (options, text) in options.output = text })
  }

  private static let generalFlags: [Flag] = [
    Flag(
      name: "--rules", value: "DIR",
      documentation:
        "A folder with rule pages of your own, DIR/theme/smell.md. Several may be given.",
      choices: .folders,
      commands: [
        .check, .review, .grow, .plan, .rules, .explain, .query, .report, .diff, .compare,
        .history, .accept, .fix, .import, .mcp,
      ],
      apply: { (options, text) in options.ruleFolders.append(text) }),
    output("The document to write, review.html, .md or .pdf.", .report),
    output("The description to write; standard output when it is not given.", .import),
    Flag(
      name: "--as", value: "FORMAT",
      documentation: "The format, where the contents do not tell it: "
        + FormatNames.all.joined(separator: ", ") + ".",
      choices: .words(FormatNames.all), commands: [.import],
      apply: { (options, text) in options.foreignFormat = text }),
    output("Where the simulated runs go, for --merge.", .grow),
    Flag(
      name: "--for", value: "NAME",
      documentation: "What the schema describes: description (the default), settings, or what "
        + "--format json of check, grow, plan, diff, compare, history or rules writes.",
      choices: .words(PublishedSchema.allCases.map(\.rawValue)), commands: [.schema],
      apply: { (options, text) throws(UsageError) in
        guard let schema = PublishedSchema(rawValue: text) else {
          throw UsageError(unknown: text, "schema", PublishedSchema.allCases.map(\.rawValue))
        }
        options.schema = schema
      }),
    Flag(
      name: "--all", value: nil,
      documentation: "Show every finding in full, every row and every question.",
      commands: [.check, .review, .grow, .plan, .compare],
      apply: { (options, _) in options.isComplete = true }),
    Flag(
      name: "--diff", value: nil,
      documentation: "Show the lines that would differ, and write none.",
      commands: [.fix, .plan],
      apply: { (options, _) in options.showsDifference = true }),
    Flag(
      name: "--questions", value: nil,
      documentation: "Print the interview and nothing else: every question, what decides most "
        + "first, with the line that answers it.",
      commands: [.check],
      apply: { (options, _) in options.isInterview = true }),
    Flag(
      name: "--color", aliases: ["--colour"], value: "WHEN",
      documentation: "Colours: auto (the default), always or never. NO_COLOR is honoured.",
      choices: .words(Options.Colour.allCases.map(\.rawValue)),
      commands: [.check, .review, .grow, .plan, .compare, .history],
      apply: { (options, text) throws(UsageError) in
        guard let colour = Options.Colour(rawValue: text) else {
          throw UsageError(
            unknown: text, "value of --color", Options.Colour.allCases.map(\.rawValue))
        }
        options.colour = colour
      }),
    Flag(
      name: "--help", aliases: ["-h"], value: nil, documentation: "Show how the command is used.",
      commands: Command.allCases,
      apply: { (options, _) in options.isHelp = true }),
  ]

  /// The names that are shown and offered: a short one if there is one, and the full one.
  var names: [String] { aliases.filter { !$0.hasPrefix("--") } + [name] }

  /// How help and manual show it: its names and the form of its value.
  var heading: String { names.joined(separator: ", ") + (value.map { " " + $0 } ?? "") }

  /// The flags that a command takes.
  static func taken(by command: Command) -> [Flag] {
    all.filter { $0.commands.contains(command) }
  }

  /// The names of those behind which a value stands.
  static var valued: [String] {
    all.filter { $0.value != nil }.flatMap(\.names).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// A multiple as people write it: `10x` or `2.5`.
  static func multiple(_ text: String) -> Double? {
    let value = ValueType.multiple.value(of: text) ?? ValueType.number.value(of: text)
    return value?.number.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }
}
