import SourceText

/// The repositories that the descriptions of a run lie in, each at the same revision.
///
/// A submodule is as the repository around it had it, unless the working folder lies in it.
struct GitRepositories: Sendable {
  private(set) var all: [Git] = []
  private var byFolder: [String: Git] = [:]
  private var refusals: [String: String] = [:]
  private var known: [String: Git] = [:]
  private let against: Against
  /// The revision by its name.
  var revision: String { all.first?.revision ?? against.revision }

  /// Fails when a description lies in no repository, or in one that knows no such revision.
  init(of paths: [String], at against: Against) throws(UsageError) {
    self.against = against
    for path in paths where byFolder[Paths.folder(of: path)] == nil {
      guard path != "-" else {
        throw UsageError(message: "standard input has no revision to compare with")
      }
      let home = Self.home(of: path)
      byFolder[Paths.folder(of: path)] = try git(in: home)
    }
  }

  /// The repository of one of the descriptions; nil when it is a submodule that came since.
  subscript(path: String) -> Git? { byFolder[Paths.folder(of: path)] }

  /// Why it is not known what a description was; nil when it was not there.
  func refusal(of path: String) -> String? {
    if let git = self[path] { return git.moveRefusal }
    return refusals[Self.home(of: path)]
  }

  /// The repository with a top folder at the revision; nil when it is a submodule that was not
  /// there or cannot be read.
  private mutating func git(in home: String) throws(UsageError) -> Git? {
    if let git = known[home] { return git }
    guard let (around, path) = Self.superproject(of: home) else {
      return add(try Git(in: home, at: against), home)
    }
    guard let commit = try git(in: around)?.submodule(path) else { return nil }
    do {
      return add(try Git(in: home, at: .exact(commit), outer: known[around]?.revision), home)
    } catch {
      refusals[home] = error.message
      return nil
    }
  }

  private mutating func add(_ git: Git, _ home: String) -> Git {
    known[home] = git
    all.append(git)
    return git
  }

  /// The repository that has a folder as a submodule, and the path there; nil when there is none,
  /// or when the working folder lies in the submodule, which is then looked at for itself.
  private static func superproject(of home: String) -> (around: String, path: String)? {
    guard home != Paths.real(".").flatMap(Repository.root),
      let around = Repository.root(of: Paths.folder(of: home)), around != home,
      let path = Paths.path(of: home, from: around)
    else { return nil }
    return GitCall(in: around).link("ls-files", "-z", "--stage", "--", path) == nil
      ? nil : (around, path)
  }

  /// The top folder of a repository, as far as can be seen without git; else a folder in it.
  private static func home(of path: String) -> String {
    let folder = Paths.folder(of: Paths.located(path))
    return Repository.root(of: folder)
      ?? Paths.nearest(to: folder, where: Files.isDirectory) ?? "/"
  }
}
