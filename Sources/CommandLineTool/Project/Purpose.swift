import Description

/// What a file is read for that nobody named on the command line: one that was found, or that a
/// description, a project or a folder of rules leads to.
///
/// Anybody who can open a pull request can lead somewhere, so each purpose has a closed list of
/// kinds of files.
enum Purpose {
  /// A description found in a folder.
  case description
  /// What a description includes.
  case part
  /// A file in the format of another tool that a description imports, that leads to others, or that
  /// holds its measurements.
  case foreign
  /// What a project says about itself, in files whose names begin with a dot.
  case project
  /// A rule, or a product of a team's own catalogue.
  case page

  /// How the names of the files end.
  private var endings: [String] {
    switch self {
    case .foreign:
      [
        ".yaml", ".yml", ".json", ".tf", ".tfvars", ".hcl", ".template", ".csv", ".jsonl",
        ".ndjson",
        ".env", ".txt",
      ]
    case .description, .part: [".yaml", ".yml", ".json"]
    case .project: [".yaml"]
    case .page: [".md", ".yaml"]
    }
  }

  /// All files below a folder whose names end so, sorted.
  func files(under folder: String) -> [String] { Files.find(under: folder, suffixes: endings) }

  /// Why a file is not read, by its path from the project's root; nil when it may be.
  ///
  /// What is hidden is not looked at, unless the file that leads there lies in the same folder.
  func refusal(of path: String, from folder: String = "") -> FileAccess.Failure? {
    let (parts, own) = (path.split(separator: "/"), folder.split(separator: "/"))
    let isBeside = parts.count > own.count && parts.starts(with: own)
    var looked = isBeside ? parts.dropFirst(own.count) : parts[...]
    if Project.isOwnFile(path) { return self == .project ? nil : .configuration }
    // Other tools keep the values of variables in `.env`.
    if self == .project || self == .foreign && parts.last == ".env" { looked = looked.dropLast() }
    if looked.contains(where: { $0.hasPrefix(".") }) { return .hidden }
    return endings.contains { path.hasSuffix($0) } ? nil : .unreadKind
  }
}
