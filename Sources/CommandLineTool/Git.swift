import Description
import Findings
import SourceText

/// Files as they were at a revision, read through git's own program; no shell is involved.
struct Git: Sendable {
  /// The folder whose repository it is.
  let folder: String
  /// A revision as git understands it: a branch, a tag, a commit, `HEAD~3`.
  let revision: String

  /// The repository round a file; fails when git knows no such revision in it.
  init(around path: String, revision: String) throws(UsageError) {
    guard path != "-" else {
      throw UsageError(message: "standard input has no revision to compare with")
    }
    folder = Files.folder(of: path)
    self.revision = revision
    guard !revision.hasPrefix("-"), !revision.isEmpty else {
      throw UsageError(message: "`\(revision.printable)` is no git revision")
    }
    let result = Program.run(
      ["git", "-C", folder, "rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
    guard let result else {
      throw UsageError(message: "git is not installed; it reads the files of `\(revision)`")
    }
    guard result.status == 0 else {
      throw UsageError(
        message: "git knows no revision `\(revision.printable)` in `\(folder.printable)`; "
          + "a shallow clone has only its newest (git fetch --unshallow)")
    }
  }

  /// Reads descriptions and what they include; git itself refuses paths outside the repository.
  var files: FileAccess {
    let read: @Sendable (String) -> Result<FileAccess.Contents, FileAccess.Failure> = { path in
      let start = folder == "." ? "" : folder + "/"
      let own = path.hasPrefix(start) ? String(path.dropFirst(start.count)) : path
      let object = "\(revision):./\(own)"
      guard let result = Program.run(["git", "-C", folder, "cat-file", "blob", object]),
        result.status == 0
      else { return .failure(.notFound) }
      return .success(FileAccess.Contents(identity: object, bytes: result.output))
    }
    return FileAccess(open: read, include: read)
  }
}
