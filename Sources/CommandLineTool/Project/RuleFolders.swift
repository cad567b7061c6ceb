import Architecture
import Description
import Findings
import Review
import SourceText
import YAML

/// Reads the rule pages that `--rules DIR` names.
struct RuleFolders {
  /// Pages below the folders, each with its path from the folder on.
  private(set) var pages: [(path: String, text: String)] = []
  /// What is wrong with their places and their bytes.
  private(set) var problems: [Problem] = []

  /// An unreadable folder is a mistake of the call.
  init(_ folders: [String]) throws(UsageError) {
    for folder in folders { try read(folder) }
  }

  private mutating func read(_ folder: String) throws(UsageError) {
    guard Files.isDirectory(folder) else {
      throw UsageError(message: "there is no folder `\(folder.printable)` with rule pages")
    }
    let paths = Files.find(under: folder, suffixes: [".md", ".yaml"])
      .filter { $0.hasSuffix(".md") || $0.contains("technologies/") }
    guard !paths.isEmpty else {
      throw UsageError(
        message: "the folder `\(folder.printable)` has no rule pages, DIR/theme/smell.md")
    }
    let root = Project.root(of: Paths.joined(folder, ""))
    let start = Paths.real(folder)
    for path in paths {
      let bytes: [UInt8]
      switch GuardedFiles.guarded(path, for: .page, inside: root, from: start) {
      case .success(let contents): bytes = contents.bytes
      case .failure(let failure):
        throw UsageError(
          message: "the page `\(path.printable)` cannot be read: it \(failure.message)")
      }
      let (text, flaws) = SourceText.clean(path: path, bytes: bytes)
      let depth = path.dropFirst(Paths.joined(folder, "").count).split(separator: "/").count
      if path.hasSuffix(".md"), depth != 2 {
        problems.append(
          Problem(
            .error, "page-place", "this is no place for a rule page",
            remedy: "a rule page is `\(Paths.joined(folder, "THEME/SMELL.md"))`", path: path))
      } else {
        problems += YAMLReader.problems(of: flaws, in: text)
        pages.append((path, text.string(0..<text.bytes.count)))
      }
    }
  }

  /// The built-in catalogue with that of the folders before it; no rule is read.
  static func catalogue(_ folders: [String]) throws(UsageError) -> Catalogue {
    guard !folders.isEmpty else { return RuleSet.builtInCatalogue }
    return RuleSet.catalogue(try RuleFolders(folders).pages).before(RuleSet.builtInCatalogue)
  }

  /// The built-in rules with those of the folders added.
  static func rules(_ folders: [String]) throws(UsageError) -> RuleSet {
    guard !folders.isEmpty else { return .builtIn }
    let own = try RuleFolders(folders)
    return RuleSet.builtIn.adding(own.pages, problems: own.problems)
  }
}

extension Options {
  /// The rules of the call, with the names of those that are to run checked.
  func rules() throws(UsageError) -> RuleSet {
    let rules = try RuleFolders.rules(ruleFolders)
    try ruleSelection.check(rules)
    return rules
  }
}
