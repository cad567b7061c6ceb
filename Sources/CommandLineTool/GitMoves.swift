import Synchronization

/// What became of a revision's files: git is asked once, when somebody wants to know.
///
/// A class, because the reviews of a run share the answer.
final class GitMoves: Sendable {
  private struct Answer {
    /// What files are called now, with what they were called.
    var earlier: [String: String] = [:]
    /// The files that are no more under any name.
    var gone: [String] = []
    /// Why git does not tell, in its own words.
    var refusal: String?
  }

  private let git: GitCall
  private let commit: String
  private let answer = Mutex<Answer?>(nil)

  /// What became of the files of a commit in a repository's working tree.
  init(_ git: GitCall, since commit: String) {
    self.git = git
    self.commit = commit
  }

  /// What a file was called when it had another name.
  func earlierName(of path: String) -> String? { ask().earlier[path] }

  /// Why git does not tell what became of the files; nil when it does.
  var refusal: String? { ask().refusal }

  /// The descriptions that are no more, under whatever name of a description.
  var goneDescriptions: [String] {
    let answer = ask()
    return (answer.gone + answer.earlier.filter { !Files.isDescription($0.key) }.values).filter(
      Files.isDescription
    ).sorted()
  }

  private func ask() -> Answer {
    answer.withLock { answer in
      let known = answer ?? Self.answer(git, since: commit)
      answer = known
      return known
    }
  }

  private static func answer(_ git: GitCall, since commit: String) -> Answer {
    let said = git.run(
      "diff-index", "-z", "-M", "--name-status", "--diff-filter=DR", "--ignore-submodules", commit,
      "--")
    var answer = Answer()
    guard let said, said.status == 0 else {
      answer.refusal = git.refusal("diff-index", "-M", commit, "--") ?? "git diff-index fails"
      return answer
    }
    // `D` and a path, or `R` with a percentage, the earlier path and the path.
    var words = said.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }[...]
    while let kind = words.popFirst(), let path = words.popFirst() {
      if kind.hasPrefix("R"), let new = words.popFirst() {
        answer.earlier[new] = path
      } else {
        answer.gone.append(path)
      }
    }
    return answer
  }
}
