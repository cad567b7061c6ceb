import Architecture
import Findings
import Review
import SourceText

/// Reads the rule pages that `--rules DIR` names.
enum RuleFolders {
  /// Pages below the folders, each with its path from the folder on; an unreadable folder is a
  /// mistake of the call.
  static func pages(_ folders: [String]) throws(UsageError) -> [(path: String, text: String)] {
    var pages: [(path: String, text: String)] = []
    for folder in folders {
      guard Files.isDirectory(folder) else {
        throw UsageError(message: "there is no folder `\(folder.printable)` with rule pages")
      }
      let paths = Files.find(under: folder, suffixes: [".md", ".yaml"])
        .filter { $0.hasSuffix(".md") || $0.contains("technologies/") }
      guard !paths.isEmpty else {
        throw UsageError(
          message: "the folder `\(folder.printable)` has no rule pages, DIR/theme/smell.md")
      }
      for path in paths {
        guard let text = Files.text(path) else {
          throw UsageError(message: "the page `\(path.printable)` cannot be read")
        }
        pages.append((path, text))
      }
    }
    return pages
  }

  /// The built-in catalogue with that of the folders before it; no rule is read.
  static func catalogue(_ folders: [String]) throws(UsageError) -> Catalogue {
    guard !folders.isEmpty else { return RuleSet.builtInCatalogue }
    return RuleSet.catalogue(try pages(folders)).before(RuleSet.builtInCatalogue)
  }

  /// The built-in rules with those of the folders added.
  static func rules(_ folders: [String]) throws(UsageError) -> RuleSet {
    guard !folders.isEmpty else { return .builtIn }
    return RuleSet.builtIn.adding(try pages(folders))
  }
}
