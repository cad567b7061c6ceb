import Description
import Findings
import SourceText

/// A git repository at one revision, read through git's own program; no shell is involved.
struct Git: Sendable {
  /// The top folder, a real path.
  let root: String
  /// As the user wrote it: a branch, a tag, a commit, `HEAD~3`.
  let revision: String
  /// What the revision is, so that all files are of the same one.
  let commit: String
  let git: GitCall
  private let objects: GitObjects
  private let moves: GitMoves

  /// The repository that a folder lies in; fails when there is none, or no such revision in it.
  ///
  /// A submodule is at the commit that the repository around it has at the `outer` revision.
  init(in folder: String, at against: Against, outer: String? = nil) throws(UsageError) {
    let call = GitCall(in: folder)
    let revision = try Self.revision(against, call)
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw UsageError(message: "`\(revision.printable)` is no git revision")
    }
    let answer = call.run(
      "rev-parse", "--is-shallow-repository", "--show-cdup", "\(revision)^{commit}")
    guard let answer else {
      throw UsageError(
        message: "git is not installed; it reads the files of `\(revision.printable)`")
    }
    guard !answer.output.isEmpty else {
      let why = call.refusal("rev-parse", "--git-dir") ?? "not a git repository"
      throw UsageError(
        message: "git reads no repository in `\(folder.printable)`: \(why)")
    }
    let lines = String(decoding: answer.output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    // The way up is a line where there is a working tree, and a range is more than one line; a file
    // may be called like a revision.
    let (up, id) = (lines.dropFirst().dropLast(), lines.last ?? "")
    guard answer.status == 0, up.count < 2, id.count >= 40, id.allSatisfy(\.isHexDigit) else {
      throw UsageError(
        message: "git knows no revision `\(revision.printable)` in `\(folder.printable)`; "
          + (lines.first == "true"
            ? "the clone is shallow, and git fetch --unshallow brings the rest"
            : "git branch --all and git tag list what it knows"))
    }
    let top = up.first ?? ""
    root = Paths.real(top.hasPrefix("/") ? String(top) : "\(folder)/\(top)") ?? folder
    self.revision = outer ?? revision
    commit =
      switch against {
      case .exact: String(id)
      case .mergeBase: try Self.mergeBase(of: String(id), revision, lines.first == "true", call)
      }
    git = GitCall(in: root, like: call)
    objects = GitObjects(git)
    moves = GitMoves(git, objects, since: commit)
  }

  /// The revision as git is to read it: for an empty one, the default branch.
  private static func revision(_ against: Against, _ call: GitCall) throws(UsageError) -> String {
    guard against == .mergeBase(of: "") else { return against.revision }
    let usual = call.run("symbolic-ref", "--short", "refs/remotes/origin/HEAD")
    let named = usual.map { String(decoding: $0.output, as: UTF8.self) } ?? ""
    let names = named.split(separator: "\n").map(String.init) + Self.usualBranches
    guard
      let branch = names.first(where: {
        call.run("rev-parse", "--quiet", "--verify", "\($0)^{commit}")?.status == 0
      })
    else {
      throw UsageError(
        message: "git knows no default branch here; name a revision: --against REVISION")
    }
    return branch
  }

  /// Default branches by their usual names, tried where the remote does not say its own.
  private static let usualBranches = ["origin/main", "origin/master", "main", "master"]

  /// The commit at which HEAD left a revision.
  private static func mergeBase(
    of id: String, _ revision: String, _ isShallow: Bool, _ call: GitCall
  ) throws(UsageError) -> String {
    let answer = call.run("merge-base", id, "HEAD")
    let found = String(decoding: answer?.output ?? [], as: UTF8.self).split(separator: "\n")
    if answer?.status == 0, let base = found.first { return String(base) }
    throw UsageError(
      message: "`\(revision.printable)` and HEAD have no common commit here; "
        + (isShallow
          ? "the clone is shallow, and git fetch --unshallow brings the rest"
          : "--against-exact \(revision.printable) compares with its files as they are"))
  }

  /// The commit at which it has a submodule; nil when there was none at that path.
  func submodule(_ path: String) -> String? {
    git.link("ls-tree", "-z", commit, "--", path)?.dropFirst(2).first.map(String.init)
  }

  /// Why git does not tell what files were called; nil when it does.
  var moveRefusal: String? { moves.refusal }

  /// The path of a file from the top folder; nil when the file lies elsewhere.
  func path(of file: String) -> String? {
    Paths.path(of: Paths.located(file), from: root)
  }

  /// A file as it was, under the path that it had from the top folder; nil when it was not there.
  func description(_ file: String) -> (path: String, files: FileAccess)? {
    guard let path = path(of: file) else { return nil }
    guard !Files.isDirectory(file) else { return folder(path).map { (path, $0) } }
    if let files = files(of: path) { return (path, files) }
    guard let earlier = moves.earlierName(of: path) else { return nil }
    return files(of: earlier).map { (earlier, $0) }
  }

  /// The file of `REVISION:PATH`: a path from the top folder, or one with `./` or `../` from here.
  func description(called path: String) throws(UsageError) -> (path: String, files: FileAccess) {
    let isFromHere = path.hasPrefix("./") || path.hasPrefix("../")
    guard let own = isFromHere ? self.path(of: path) : path, !own.hasPrefix("/") else {
      throw UsageError(
        message: "`\(path.printable)` lies outside the repository in `\(root.printable)`")
    }
    if let files = files(of: own) { return (own, files) }
    let hint =
      meant(by: own).map { didYouMean("\(revision):\($0)") }
      ?? "write it from the top folder of the repository, or with ./ from this one"
    throw UsageError(
      message: "there is no `\(own.printable)` at `\(revision.printable)`; \(hint.printable)")
  }

  /// What a path that was not there means: one from here, an earlier name, or one spelt alike.
  private func meant(by path: String) -> String? {
    let here = self.path(of: path)
    if let here, files(of: here) != nil { return here }
    if let earlier = moves.earlierName(of: path) ?? here.flatMap(moves.earlierName) {
      return earlier
    }
    let names = git.names("ls-tree", "-r", "-z", "--name-only", commit)
    return suggestion(
      for: path, among: names.lazy.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") })
  }

  /// `REVISION:PATH` in its parts; what stands in braces, as in `main@{10:00}`, may have a colon.
  static func parts(of operand: String) -> (revision: String, path: String)? {
    var depth = 0
    for (index, character) in zip(operand.indices, operand) {
      switch character {
      case "{": depth += 1
      case "}": depth = max(0, depth - 1)
      case ":" where depth == 0:
        let path = operand[operand.index(after: index)...]
        return path.isEmpty ? nil : (String(operand[..<index]), String(path))
      default: break
      }
    }
    return nil
  }

  /// Reads a description, by its path from the top folder, and what it includes; nil when it was
  /// not there.
  private func files(of path: String) -> FileAccess? {
    let contents = read(path)
    if case .failure(.notFound) = contents { return nil }
    return access(around: Paths.folder(of: path)) { contents }
  }

  /// Reads the files of a folder in the formats of other tools; nil when none was there, or
  /// descriptions were.
  private func folder(_ path: String) -> FileAccess? {
    let files = list(path)
    guard !files.isEmpty, !files.contains(where: DescriptionName.fits) else {
      return nil
    }
    return access(around: path) { .failure(.directoryWithoutDescriptions) }
  }

  /// Reads what the first contents lead to from a folder.
  private func access(
    around folder: String,
    _ first: @escaping @Sendable () -> Result<FileAccess.Contents, FileAccess.Failure>
  ) -> FileAccess {
    FileAccess(
      open: { _ in first() },
      include: { [self] in read($0, for: .part, from: folder) },
      foreign: { [self] in read($0, for: .foreign, from: folder) },
      list: { [self] in list($0) })
  }

  /// Reads what a file in a folder leads to, where it may be read for a purpose.
  private func read(
    _ path: String, for purpose: Purpose, from folder: String
  ) -> Result<FileAccess.Contents, FileAccess.Failure> {
    guard !Self.leadsOut(path) else { return .failure(.outsideRoot) }
    return purpose.refusal(of: path, from: folder == "." ? "" : folder)
      .map(Result.failure) ?? read(path)
  }

  /// The files below a folder that may be in the format of another tool, sorted.
  private func list(_ folder: String) -> [String] {
    git.names("ls-tree", "-r", "-z", "--name-only", commit, "--", folder)
      .filter { Purpose.foreign.refusal(of: $0) == nil }.sorted()
  }

  /// Descriptions that were in a folder and are no more, as a search there would name them.
  func gone(from folder: String) -> [String] {
    guard let real = Paths.real(folder) else { return [] }
    return moves.goneDescriptions.compactMap { path in
      let file = Paths.joined(root, path)
      guard let name = Paths.path(of: file, from: real), !Files.isThere(file),
        !name.split(separator: "/").contains(where: Files.isHidden)
      else { return nil }
      return Paths.joined(folder, name)
    }
  }

  /// Reads a file by its path from the top folder.
  func read(_ path: String) -> Result<FileAccess.Contents, FileAccess.Failure> {
    guard !Self.leadsOut(path) else { return .failure(.outsideRoot) }
    return objects.read("\(commit):\(path)").map {
      FileAccess.Contents(identity: path, bytes: $0)
    }
  }

  private static func leadsOut(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("../")
  }
}
