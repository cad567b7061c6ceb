extension Flag {
  /// What an assistant may do.
  static let assistantFlags: [Flag] = [
    Flag(
      name: "--root", value: "DIR",
      documentation: "The folder whose descriptions may be read; default: the working folder.",
      choices: .folders, commands: [.mcp],
      apply: { (options, text) in options.root = text }),
    Flag(
      name: "--write", value: nil,
      documentation: "Allow the assistant to write single keys of descriptions.",
      commands: [.mcp],
      apply: { (options, _) in options.allowsWriting = true }),
  ]
}
