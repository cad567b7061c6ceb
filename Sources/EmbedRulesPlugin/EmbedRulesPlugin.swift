import PackagePlugin

/// Compiles the pages under `rules/` into the program, so that there is no data folder to lose.
@main
struct EmbedRulesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let pages = [".md", ".yaml"].flatMap { target.sourceFiles(withSuffix: $0).map(\.url) }
      .sorted { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedPages.swift")
    return [
      .buildCommand(
        displayName: "Embedding the rule book",
        executable: try context.tool(named: "embed-rules").url,
        arguments: [output.path, target.directoryURL.path] + pages.map(\.path),
        inputFiles: pages, outputFiles: [output])
    ]
  }
}
