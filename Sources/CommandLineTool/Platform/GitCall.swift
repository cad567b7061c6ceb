import SourceText

/// How git is called for what it knows: it pages nothing, asks nobody, takes no locks and runs no
/// program of the repository's settings.
///
/// It gets the environment of Tenfold, so that it finds its settings, credentials, proxies and,
/// in a hook, the objects of a push. What names a repository is about that of the working folder;
/// for another one it is left out.
struct GitCall: Sendable {
  private let folder: String
  private let isElsewhere: Bool

  /// What names a repository in the environment, as `git rev-parse --local-env-vars` lists it, but
  /// for settings of the call.
  private static let ofRepository: Set<String> = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_CONFIG", "GIT_DIR",
    "GIT_GRAFT_FILE", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX", "GIT_QUARANTINE_PATH", "GIT_SHALLOW_FILE", "GIT_WORK_TREE",
  ]
  private static let options =
    ["--no-pager", "--no-optional-locks", "--literal-pathspecs"]
    + [
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.alternateRefsCommand=",
      "protocol.ext.allow=never",
    ].flatMap { ["-c", $0] }
  /// What a repository can say of the programs that git fetches with, as it does by itself where a
  /// clone lacks objects.
  private static let fetchers =
    #"^(core\.(sshcommand|askpass|gitproxy)|credential(\..*)?\.helper"#
    + #"|remote\..*\.(uploadpack|vcs))$"#
  /// Forbids to fetch where the repository's own settings name a program for that.
  private let restrictions: [String]

  /// Calls in a folder; for another folder of the same repository, like those in the first.
  init(in folder: String, like first: GitCall? = nil) {
    self.folder = folder
    let roots = [".", folder].map { Paths.real($0).flatMap(Repository.root) }
    isElsewhere = roots[0] != nil && roots[1] != nil && roots[0] != roots[1]
    restrictions = first?.restrictions ?? Self.restrictions(in: folder)
  }

  private static func restrictions(in folder: String) -> [String] {
    let words = ["config", "--show-scope", "--get-regexp", fetchers]
    let said = Subprocess.run(["git"] + options + ["-C", folder] + words)?.output ?? []
    let isOwn = String(decoding: said, as: UTF8.self).split(separator: "\n").contains {
      $0.hasPrefix("local\t") || $0.hasPrefix("worktree\t")
    }
    return isOwn ? ["-c", "protocol.allow=never"] : []
  }

  /// Exit status and output; nil when git cannot be started.
  func run(_ words: String..., withErrors: Bool = false) -> (status: Int32, output: [UInt8])? {
    Subprocess.run(arguments(words), environment, withErrors: withErrors)
  }

  /// The names that git lists, each with a zero byte behind it; none when it cannot be started.
  func names(_ words: String...) -> [String] { names(of: words) }

  /// The same for a list of words.
  func names(of words: [String]) -> [String] {
    Self.names(Subprocess.run(arguments(words), environment)?.output ?? [])
  }

  /// The names in what git put out.
  static func names(_ output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Git at work; nil when it cannot be started.
  func start(_ words: String...) -> Subprocess? { Subprocess(arguments(words), environment) }

  /// Why git refuses, in its own words.
  func refusal(_ words: String...) -> String? {
    let answer = Subprocess.run(arguments(words), environment, withErrors: true)
    let lines = String(decoding: answer?.output ?? [], as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("fatal: ") } ?? lines.first
    return line.map { String($0).replacing("fatal: ", with: "").printable }
  }

  /// The words about a submodule in a list of files; nil when there is none in it.
  func link(_ words: String...) -> [Substring]? {
    let list = Subprocess.run(arguments(words), environment)?.output ?? []
    let entry = String(decoding: list, as: UTF8.self).split { " \t".contains($0) }
    return entry.first == "160000" ? entry : nil
  }

  private func arguments(_ words: [String]) -> [String] {
    ["git"] + Self.options + restrictions + ["-C", folder] + words
  }

  private var environment: [String: String?] {
    var changes: [String: String?] = ["GIT_TERMINAL_PROMPT": "0"]
    if isElsewhere { for name in Self.ofRepository { changes[name] = .some(nil) } }
    return changes
  }
}
