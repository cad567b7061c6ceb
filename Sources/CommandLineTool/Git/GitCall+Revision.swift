import SourceText

extension GitCall {
  /// The last commit that touched one of some descriptions, in words; nil when they lie in no
  /// repository, in several, or when git is not there.
  static func revision(of descriptions: [String]) -> String? {
    let files = descriptions.filter { $0 != "-" }.map(Paths.located)
    let roots = Set(files.map { Repository.root(of: Paths.folder(of: $0)) })
    guard roots.count == 1, let root = roots.first.flatMap(\.self) else { return nil }
    let paths = files.compactMap { Paths.path(of: $0, from: root) }
    let git = GitCall(in: root)
    let last = ["log", "-z", "--no-show-signature", "--no-color", "-n", "1"]
    guard
      let line = git.names(of: last + ["--format=%h %cs %an", "--"] + paths).first
    else { return nil }
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3 else { return nil }
    let isChanged = !git.names(of: ["status", "--porcelain", "-z", "--"] + paths).isEmpty
    return "revision \(words[0]) of \(words[1]) by \(String(words[2]).printable)"
      + (isChanged ? ", with uncommitted changes" : "")
  }
}
