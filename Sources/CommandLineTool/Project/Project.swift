import Description
import Import
import SourceText
import YAML

/// What a project is made of: its root, its own files and its descriptions.
enum Project {
  /// Name of the configuration file in the project's root.
  static let settingsName = ".tenfold.yaml"

  /// Name of the file with accepted risks, in the project's root.
  static let acceptedName = ".tenfold-accepted.yaml"

  /// Whether a file says something about the project, not about a system.
  static func isOwnFile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init)
    return name == settingsName || name == acceptedName
  }

  /// How the names of descriptions end.
  private static let descriptionSuffixes = [".tenfold.yaml", ".tenfold.yml", ".tenfold.json"]

  /// Whether what has this name in a folder is a description.
  static func isDescription(_ name: String) -> Bool {
    descriptionSuffixes.contains(where: name.hasSuffix)
  }

  /// All descriptions below a folder, sorted.
  static func descriptions(under folder: String) -> [String] {
    Files.find(under: folder, suffixes: descriptionSuffixes)
  }

  /// The folders below one, itself included, that hold files in the formats of other tools: each is
  /// a system with all that is below it.
  static func foreignSystems(under folder: String) -> [String] {
    let files = Files.find(under: folder, suffixes: Purpose.foreign.endings)
    var systems: Set<String> = []
    let byFolder = Dictionary(grouping: files, by: Paths.folder)
    for own in byFolder.keys.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
    where !systems.contains(folder)
      && Paths.nearest(to: own, where: systems.contains) == nil
    {
      if (byFolder[own] ?? []).contains(where: isForeign) { systems.insert(own) }
    }
    return systems.sorted()
  }

  /// Whether a file is in a format of another tool that is read.
  private static func isForeign(_ path: String) -> Bool {
    guard
      case .success(let contents) = GuardedFiles.guarded(
        path, for: .foreign, inside: root(of: path))
    else { return false }
    let (text, _) = SourceText.clean(path: path, bytes: contents.bytes)
    return FormatNames.format(of: ParsedText(text)) != nil
  }

  /// What bounds a description's project: the nearest folder above with `.git`, else with settings,
  /// else its own folder.
  static func root(of path: String) -> String {
    let own = ownFolder(of: path)
    return markedRoot(of: own) ?? own
  }

  /// The nearest folder above a real path, itself included, with `.git`, else with settings.
  static func markedRoot(of folder: String) -> String? {
    Paths.nearest(to: folder) { Files.isThere(Paths.joined($0, ".git")) }
      ?? Paths.nearest(to: folder) { Files.isThere(Paths.joined($0, settingsName)) }
  }

  /// Where a description's settings and decisions lie: the nearest folder above with `.git` or with
  /// settings, else its own folder.
  static func home(of path: String) -> String {
    let own = ownFolder(of: path)
    return Paths.nearest(to: own) {
      Files.isThere($0 + "/.git") || Files.isThere($0 + "/" + settingsName)
    } ?? own
  }

  /// Where the decisions about a description lie.
  static func acceptedFile(of path: String) -> String { home(of: path) + "/" + acceptedName }

  private static func ownFolder(of path: String) -> String {
    let start = path == "-" ? "." : Files.isDirectory(path) ? path : Paths.folder(of: path)
    return Paths.real(start) ?? start
  }
}
