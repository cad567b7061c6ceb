import Architecture
import Description
import Findings
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
  let documentation: String
  /// What a shell offers as its value.
  var choices = Choices.nothing
  /// Who takes it; to all others it is a mistake.
  let commands: [Command]
  let apply: @Sendable (inout Options, String) throws(UsageError) -> Void

  static let all: [Flag] =
    formatFlags + growthFlags + gateFlags + comparisonFlags + acceptanceFlags + generalFlags

  private static let formatFlags: [Flag] = [
    formats(of: ReportFormat.self, intoFiles: true, [.check, .review]),
    formats(of: GrowthFormat.self, intoFiles: true, [.grow]),
    formats(of: DiffFormat.self, intoFiles: true, [.diff]),
    formats(of: Options.TableFormat.self, [.query]),
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

  private static let growthFlags: [Flag] = [
    Flag(
      name: "--at", value: "LIST",
      documentation: "Multiples of today's demand, such as 1,2,10,100.",
      commands: [.grow],
      apply: { (options, text) throws(UsageError) in
        let multiples = text.split(separator: ",").map { multiple(String($0)) }
        guard !multiples.isEmpty, multiples.count <= 100, !multiples.contains(nil) else {
          throw UsageError(
            message: "`\(text.printable)` is no list of multiples; write it as 1,2,10,100")
        }
        options.growth.multiples = Set(multiples.compactMap(\.self)).sorted()
      }),
    Flag(
      name: "--scenario", value: "NAME",
      documentation: "What if a scenario of the description came true. Several may be given.",
      commands: [.grow],
      apply: { (options, text) in options.growth.whatIf.scenarios.append(text) }),
    Flag(
      name: "--lose", value: "NAME",
      documentation: "What if a zone, or a component, were gone. Several may be given.",
      commands: [.grow],
      apply: { (options, text) in options.growth.whatIf.losses.append(text) }),
    Flag(
      name: "--set", value: "PATH=VALUE",
      documentation:
        "What if a property were another: components.api.replicas=4..40. Several may be given.",
      commands: [.grow],
      apply: { (options, text) throws(UsageError) in
        guard let change = Change(text) else {
          throw UsageError(
            message: "`\(text.printable)` sets nothing; write it as components.api.replicas=4..40")
        }
        options.growth.whatIf.changes.append(change)
      }),
    Flag(
      name: "--cold-cache", value: nil,
      documentation: "What if no cache had anything in it: all hit ratios are 0.",
      commands: [.grow],
      apply: { (options, _) in options.growth.whatIf.isCacheCold = true }),
    Flag(
      name: "--simulate", value: nil,
      documentation: "Simulate every multiple; without it, only those where the queueing models "
        + "are known to be wrong. Ctrl-C shows what is known by then.",
      commands: [.grow],
      apply: { (options, _) in options.growth.simulation.when = .always }),
    Flag(
      name: "--no-simulate", value: nil,
      documentation: "Simulate nothing, even where the queueing models are known to be wrong.",
      commands: [.grow],
      apply: { (options, _) in options.growth.simulation.when = .never }),
    Flag(
      name: "--seed", value: "NUMBER",
      documentation: "What a simulation can be repeated by, 1 when silent; runs of different seeds "
        + "are independent and can be merged.",
      commands: [.grow],
      apply: { (options, text) throws(UsageError) in
        guard let seed = UInt64(text) else {
          throw UsageError(
            message: "`\(text.printable)` is no seed; write a whole number such as 7")
        }
        options.growth.simulation.seed = seed
      }),
    Flag(
      name: "--merge", value: nil,
      documentation: "Take the simulated runs in the files behind the description, each written "
        + "with --output, instead of simulating.",
      commands: [.grow],
      apply: { (options, _) in options.merges = true }),
  ]

  private static let generalFlags: [Flag] = [
    Flag(
      name: "--rules", value: "DIR",
      documentation:
        "A folder with rule pages of your own, DIR/theme/smell.md. Several may be given.",
      choices: .folders,
      commands: [.check, .review, .grow, .rules, .explain, .query, .report, .diff, .accept],
      apply: { (options, text) in options.ruleFolders.append(text) }),
    Flag(
      name: "--output", aliases: ["-o"], value: "FILE",
      documentation: "The document to write, review.html, .md or .pdf.",
      choices: .files, commands: [.report],
      apply: { (options, text) in options.output = text }),
    Flag(
      name: "--output", aliases: ["-o"], value: "FILE",
      documentation: "Where the simulated runs go, for --merge.",
      choices: .files, commands: [.grow],
      apply: { (options, text) in options.output = text }),
    Flag(
      name: "--all", value: nil,
      documentation: "Show every finding in full, every row and every question.",
      commands: [.check, .review, .grow],
      apply: { (options, _) in options.isComplete = true }),
    Flag(
      name: "--color", aliases: ["--colour"], value: "WHEN",
      documentation: "Colours: auto (the default), always or never. NO_COLOR is honoured.",
      choices: .words(Options.Colour.allCases.map(\.rawValue)),
      commands: [.check, .review, .grow],
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

  /// A multiple as people write it: `10x` or `2.5`.
  static func multiple(_ text: String) -> Double? {
    let value = ValueType.multiple.value(of: text) ?? ValueType.number.value(of: text)
    return value?.number.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
  }
}
