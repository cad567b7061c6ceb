import Review

extension Git {
  /// The revisions up to this one that touched a file or one of some others, the newest first.
  ///
  /// The file's earlier names count as well. Paths are from the top folder.
  func history(of path: String, with others: [String], last: Int) -> [HistoryRevision] {
    let head = ["log", "-z", "--no-show-signature", "--no-color", "-n", "\(last)"]
    let names = git.names(
      of: head + ["--follow", "--name-only", "--format=", commit, "--", path])
    let all = Set(names + others + [path]).sorted()
    return git.names(
      of: head + ["--topo-order", "--format=%H %h %cs %s", commit, "--"] + all
    ).compactMap(Self.revision)
  }

  private static func revision(_ line: String) -> HistoryRevision? {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
    guard words.count == 4 else { return nil }
    return HistoryRevision(
      id: String(words[0]), short: String(words[1]), day: String(words[2]),
      subject: String(words[3]))
  }
}
