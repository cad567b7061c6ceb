import Description
import Import
import SourceText
import YAML

/// Folders that hold files in the formats of other tools.
enum ForeignFolders {
  /// The folders below one, itself included, that hold files in the formats of other tools: each is
  /// a system with all that is below it.
  static func systems(under folder: String) -> [String] {
    let files = Purpose.foreign.files(under: folder)
    var systems: Set<String> = []
    let byFolder = Dictionary(grouping: files, by: Paths.folder)
    for own in byFolder.keys.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
    where !systems.contains(folder)
      && Paths.nearest(to: own, where: systems.contains) == nil
    {
      let root = Project.root(of: Paths.joined(own, ""))
      if (byFolder[own] ?? []).contains(where: { isForeign($0, inside: root) }) {
        systems.insert(own)
      }
    }
    return systems.sorted()
  }

  /// Whether a file of a project is in a format of another tool that is read.
  private static func isForeign(_ path: String, inside root: String) -> Bool {
    guard
      case .success(let contents) = GuardedFiles.guarded(path, for: .foreign, inside: root)
    else { return false }
    let (text, _) = SourceText.clean(path: path, bytes: contents.bytes)
    return FormatNames.format(of: ParsedText(text)) != nil
  }
}
