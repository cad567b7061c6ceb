// CommandLineTool is the edge of the program: the words of a call, files, streams and other
// programs. What is computed is computed below; here it is decided what is read, what is written
// and with which status the program ends.
//
// The folders, each using only those above it:
//
//   Platform  the only one that speaks to the system: paths, files, locks, streams, clock,
//             processes, signals, and the second try after a crash
//   Flags     the table of commands and that of flags, and what follows from them: parser, help,
//             manual page and completions
//   Project   what a project says of itself, which of its files may be read, and for whom
//   Git       the same files at a revision, read through git's own program
//   Output    reports on their way to files and streams, which appear whole or not at all
//   Commands  what each command does
//   Interview the questions that make a first description, and the command that asks them
//
// The way of a call: words become `Arguments`, with `Options`; a command reads the `Configuration`
// of each `DescriptionFile`, has it reviewed, compares that by a `Comparison`, hands it to a
// `ReportRun`, and lets `Gates` of the call and of the project judge.

import Description
import Facts
import Findings
import Reports
import Review
import Rules
import SourceText
import Terminal

/// Runs one call of the program.
package enum CommandLineTool {
  /// The call with its exit status: 0 fine, 1 findings, 2 the job could not be done.
  package static func run(_ words: [String]) -> Int32 {
    StandardStreams.prepare()
    do {
      var arguments = try Arguments(words)
      if words.isEmpty, let only = try ReviewCommand.onlyDescription() {
        (arguments.command, arguments.operands) = (.review, [only])
      } else if words.isEmpty, InitCommand.isWanted() {
        arguments.command = .`init`
      }
      guardRun(arguments)
      let status = try run(arguments)
      return Output.hasFailed ? 2 : status
    } catch {
      Output.complain("tenfold: \(error.message)\n")
      return 2
    }
  }

  /// Guards a run against crashes: over many descriptions by a second try, over one by a last word.
  private static func guardRun(_ arguments: Arguments) {
    let isOfMany = arguments.command.map { [.check, .review, .report].contains($0) } ?? false
    Restart.guardRun(
      over: arguments.operands.first,
      // Standard input cannot be read a second time.
      isRepeatable: isOfMany && !arguments.operands.contains("-"),
      hasScreen: arguments.command == .review && ReviewCommand(arguments).hasScreen
        || arguments.command == .`init` && Terminal.isInteractive)
  }

  private static func run(_ arguments: Arguments) throws(UsageError) -> Int32 {
    guard let command = arguments.command, !arguments.options.isHelp else {
      return help(arguments.command)
    }
    switch command {
    case .help: return try help(named: arguments.operands.first)
    case .version:
      Output.print("\(Tool.name) \(Tool.version)\n")
      return 0
    case .review: return try ReviewCommand(arguments).run()
    case .`init`: return try InitCommand(arguments).run()
    case .check: return try CheckCommand(arguments).run()
    case .report: return try ReportCommand(arguments).run()
    case .diff: return try DiffCommand(arguments).run()
    case .compare: return try CompareCommand(arguments).run()
    case .history: return try HistoryCommand(arguments).run()
    case .import: return try ImportCommand(arguments).run()
    case .accept: return try AcceptCommand(arguments).run()
    case .fix: return try FixCommand(arguments).run()
    case .grow: return try GrowCommand(arguments).run()
    case .plan: return try PlanCommand(arguments).run()
    case .rules: return try RulesCommand(arguments).run()
    case .explain: return try RulesCommand(arguments).explain()
    case .kinds: return KindsCommand().run()
    case .facts: return FactsCommand(arguments).run()
    case .query: return try QueryCommand(arguments).run()
    case .schema:
      Output.print(Schemas.document(arguments.options.schema).text)
      return 0
    case .mcp: return try ModelContextCommand(arguments).run()
    case .completion: return try completion(arguments.operands)
    case .man:
      Output.print(ManPage.text)
      return 0
    }
  }

  private static func help(_ command: Command?) -> Int32 {
    Output.print(command.map(Help.text) ?? Help.overview)
    return 0
  }

  private static func help(named name: String?) throws(UsageError) -> Int32 {
    guard let name, !name.isEmpty else { return help(nil) }
    guard let command = Command(rawValue: name) else {
      throw UsageError(unknown: name, "command", Command.allCases.map(\.rawValue))
    }
    return help(command)
  }

  private static func completion(_ operands: [String]) throws(UsageError) -> Int32 {
    guard let name = operands.first else {
      throw UsageError(message: "missing shell: \(Command.completion.usage)")
    }
    guard let shell = Shell(rawValue: name) else {
      throw UsageError(unknown: name, "completion for", Shell.allCases.map(\.rawValue))
    }
    Output.print(Completion.script(of: shell))
    return 0
  }
}
