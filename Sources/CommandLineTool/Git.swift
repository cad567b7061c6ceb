import Description
import Findings
import Glibc
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
    let result = Self.run(
      ["-C", folder, "rev-parse", "--verify", "--quiet", "\(revision)^{commit}"])
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
      guard let result = Self.run(["-C", folder, "cat-file", "blob", object]), result.status == 0
      else { return .failure(.notFound) }
      return .success(FileAccess.Contents(identity: object, bytes: result.output))
    }
    return FileAccess(open: read, include: read)
  }

  // MARK: - The program

  /// What of the environment git is told: where it and its configuration are.
  private static let variables = [
    "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CONFIG_COUNT", "GIT_CONFIG_KEY_0",
    "GIT_CONFIG_VALUE_0", "LANG",
  ]

  /// Exit status and output of a call of git; nil when it cannot be started.
  private static func run(_ arguments: [String]) -> (status: Int32, output: [UInt8])? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var words = (["git"] + arguments).map { strdup($0) } + [nil]
    var environment =
      variables.compactMap { name in
        getenv(name).map { strdup("\(name)=\(String(cString: $0))") }
      } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawnp(&child, "git", &actions, nil, &words, &environment)
    close(ends[1])
    guard failure == 0 else { return nil }
    let output = read(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return (status, output)
  }

  private static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let count = withUnsafeTemporaryAllocation(byteCount: 65536, alignment: 16) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
        return count
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
    }
  }
}
