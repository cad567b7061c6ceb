import Description

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

  /// All descriptions below a folder, sorted.
  static func descriptions(under folder: String) -> [String] {
    Files.find(under: folder, suffixes: DescriptionName.suffixes)
  }

  /// What bounds a description's project: the nearest folder above with `.git`, else with settings,
  /// else the folder that the user named and it was found in, else its own.
  static func root(of path: String, within named: String? = nil) -> String {
    let own = ownFolder(of: path)
    return markedRoot(of: own) ?? named.flatMap(Paths.real) ?? own
  }

  /// The nearest folder above a real path, itself included, with `.git`, else with settings.
  static func markedRoot(of folder: String) -> String? {
    Paths.nearest(to: folder) { Files.isThere(Paths.joined($0, ".git")) }
      ?? Paths.nearest(to: folder) { Files.isThere(Paths.joined($0, settingsName)) }
  }

  /// The folders whose settings a description has: from the root of its project down to its own.
  static func settingsFolders(of path: String) -> [String] {
    let root = root(of: path)
    var folders: [String] = []
    _ = Paths.nearest(to: ownFolder(of: path)) { folder in
      folders.append(folder)
      return folder == root
    }
    return folders.reversed()
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
    // A link, which anybody may have laid, belongs to where it lies, not to where it leads.
    let isFolder = Files.isDirectory(path) && !Files.isLink(path)
    let start = path == "-" ? "." : isFolder ? path : Paths.folder(of: path)
    return Paths.real(start) ?? start
  }
}
