import Description
import ModelContext
import Review
import SourceText

/// What an assistant may see of the file system: descriptions below one folder.
struct AssistantRoot: Sendable {
  let rules: RuleSet
  private let root: String
  private let options: Options

  /// The root that the flags name.
  init(_ options: Options) throws(UsageError) {
    guard Files.isDirectory(options.root), let root = Paths.real(options.root) else {
      throw UsageError(message: "there is no folder `\(options.root.printable)`")
    }
    self.root = root
    self.options = options
    rules = try options.rules()
  }

  /// The root with what may be done there.
  var workspace: Workspace {
    let writing: Workspace.Writing = { write($0, from: $1, to: $2) }
    return Workspace(
      rules: rules, files: { files(of: $0) }, settings: { settings(of: $0) },
      queryLimit: Clock.queryLimit, write: options.allowsWriting ? writing : nil)
  }

  /// Where a path relative to the root leads; nil where it leads out of it by its words.
  ///
  /// So nobody learns what there is elsewhere. Links are looked at when the file is read.
  private func place(of path: String) -> String? {
    let isWhole = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in (isWhole ? path : Paths.joined(root, path)).split(separator: "/") where part != "."
    {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let place = "/" + parts.joined(separator: "/")
    return Paths.path(of: place, from: root) == nil ? nil : place
  }

  private func read(
    _ path: String, for purpose: Purpose, from folder: String
  ) -> Result<FileAccess.Contents, FileAccess.Failure> {
    guard let place = place(of: path) else { return .failure(.outsideRoot) }
    return GuardedFiles.guarded(place, for: purpose, inside: root, from: folder)
  }

  private func files(of path: String) -> FileAccess {
    let folder = place(of: path).flatMap { Paths.real(Paths.folder(of: $0)) } ?? root
    return FileAccess(
      open: { read($0, for: .description, from: root) },
      include: { read($0, for: .part, from: folder) },
      foreign: { read($0, for: .foreign, from: folder) }, list: foreignFiles)
  }

  /// The files below a folder that may be in the format of another tool, as told from the root.
  private func foreignFiles(below folder: String) -> [String] {
    guard let place = place(of: folder) else { return [] }
    return Purpose.foreign.files(under: place).compactMap { Paths.path(of: $0, from: root) }
  }

  /// What the project says of a description, where that lies below the root as well.
  private func settings(of path: String) -> ReviewSettings {
    guard let place = place(of: path), Paths.path(of: Project.home(of: place), from: root) != nil
    else {
      var settings = ReviewSettings()
      settings.today = Clock.today
      return settings
    }
    return Configuration.read(for: place, rules, options).settings
  }

  /// Writes a file below the root that still says what it said; what went wrong, if that could not
  /// be done.
  private func write(_ path: String, from old: String, to new: String) -> String? {
    guard let place = place(of: path) else { return "`\(path)` lies outside the root" }
    return EditedFile(place, called: path).write(from: old, to: new) { _ in
      read(path, for: .part, from: root)
    }
  }
}
