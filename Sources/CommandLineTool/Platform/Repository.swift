import Synchronization

/// Paths as the other tools of a repository know them: from its root, wherever Tenfold was called.
enum Repository {
  private static let known = Mutex<[String: String]>([:])

  /// The path from the root that it is relative to; as it is written when it lies outside of that.
  static func path(of path: String) -> String {
    guard path != "-" else { return path }
    return known.withLock { known in
      if let found = known[path] { return found }
      let found = find(path)
      known[path] = found
      return found
    }
  }

  private static func find(_ path: String) -> String {
    let whole = whole(path)
    return Paths.path(of: whole, from: root(for: whole)) ?? path
  }

  private static func whole(_ path: String) -> String {
    normalised(path.hasPrefix("/") ? path : here + "/" + path)
  }

  private static var here: String { Paths.real(".") ?? "/" }

  /// The folder that the path of a file is relative to: the top of the repository of the working
  /// folder, submodules included; of the file's own where that is another; else the working folder.
  private static func root(for file: String) -> String {
    let roots = [root(of: here), root(of: Paths.folder(of: file))].compactMap(\.self)
    return roots.first { Paths.path(of: file, from: $0) != nil } ?? here
  }

  /// The top folder of the repository that a folder lies in, as far as can be seen without git.
  static func root(of folder: String) -> String? {
    Paths.nearest(to: folder) { Files.isThere($0 + "/.git") }
  }

  /// The path without `.` and `..`; links are not followed, since git does not follow them either.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", parts.last.map({ $0 != ".." }) ?? path.hasPrefix("/") {
        _ = parts.popLast()
      } else {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }

  /// The roots that the paths of some files are relative to.
  static func roots(of paths: [String]) -> Set<String> { Set(paths.map { root(for: whole($0)) }) }
}
