import Description
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
    /// Files that are still in the index, and in the working tree no more.
    var removed: [String] = []
    /// Why git does not tell, in its own words.
    var refusal: String?
  }

  private let git: GitCall
  private let commit: String
  private let objects: GitObjects
  private let answer = Mutex<Answer?>(nil)

  /// What became of the files of a commit in a repository's working tree.
  init(_ git: GitCall, _ objects: GitObjects, since commit: String) {
    self.git = git
    self.objects = objects
    self.commit = commit
  }

  /// What a file was called when it had another name.
  func earlierName(of path: String) -> String? { ask().earlier[path] }

  /// Why git does not tell what became of the files; nil when it does.
  var refusal: String? { ask().refusal }

  /// The descriptions that are no more, under whatever name of a description.
  var goneDescriptions: [String] {
    let answer = ask()
    let earlier = answer.earlier.filter { !DescriptionName.fits($0.key) }.values
    // What came since the revision and is gone again was not there.
    let removed = answer.removed.filter {
      DescriptionName.fits($0) && objects.has("\(commit):\($0)")
    }
    return Set(answer.gone + earlier + removed).filter(DescriptionName.fits).sorted()
  }

  private func ask() -> Answer {
    answer.withLock { answer in
      let known = answer ?? Self.answer(git, since: commit)
      answer = known
      return known
    }
  }

  private static func answer(_ git: GitCall, since commit: String) -> Answer {
    // Of the index, since what lies in the working tree would be run through the filters that the
    // repository configures.
    let said = git.run(
      "diff-index", "-z", "-M", "--cached", "--name-status", "--diff-filter=DR",
      "--ignore-submodules", commit, "--")
    let removed = git.run("ls-files", "-z", "--deleted")
    var answer = Answer()
    guard let said, said.status == 0, let removed, removed.status == 0 else {
      answer.refusal =
        git.refusal("diff-index", "-M", "--cached", commit, "--") ?? "git diff-index fails"
      return answer
    }
    answer.removed = GitCall.names(removed.output)
    // `D` and a path, or `R` with a percentage, the earlier path and the path.
    var words = GitCall.names(said.output)[...]
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
