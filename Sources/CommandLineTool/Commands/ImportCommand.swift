import Description
import Import
import Review
import SourceText
import YAML

/// `tenfold import`: a first description from the files of other tools.
struct ImportCommand {
  let arguments: Arguments

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    let operands = arguments.operands
    guard let first = operands.first else {
      throw UsageError(message: "missing input: \(Command.import.usage)")
    }
    let format = arguments.options.foreignFormat
    if let format, !FormatNames.all.contains(format) {
      throw UsageError(unknown: format, "format", FormatNames.all)
    }
    let rules = try RuleFolders.rules(arguments.options.ruleFolders)
    let yaml = YAMLReader()
    let inputs = operands.map { ForeignInput.path($0, format: format, span: nil) }
    let reading = rules.importer.read(
      inputs, GuardedFiles.access(to: operands, around: first), into: yaml)
    Output.complain(yaml.problems)
    guard !reading.draft.components.isEmpty else {
      for note in reading.notes.folded { Output.complain(note.sentence + "\n") }
      Output.complain("tenfold: no component was read, and nothing is written\n")
      return 2
    }
    let text = DescriptionWriter(reading, yaml.sources).text
    if let failure = Output.save(text, as: arguments.options.output) {
      throw UsageError(message: failure.printable)
    }
    return yaml.problems.contains { $0.weight == .error } ? 2 : 0
  }
}
