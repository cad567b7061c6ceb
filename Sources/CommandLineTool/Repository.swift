import Glibc
import Synchronization

/// Paths as the other tools of a repository know them: from its root, wherever Tenfold was called.
enum Repository {
  private static let known = Mutex<[String: String]>([:])

  /// The path from the root of the repository that holds it, else from the working folder; as it
  /// is written when it lies outside both.
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
    let here = Files.realPath(".") ?? "/"
    let whole = normalised(path.hasPrefix("/") ? path : here + "/" + path)
    let root = root(of: Files.folder(of: whole)) ?? here
    let start = root == "/" ? root : root + "/"
    return whole.hasPrefix(start) ? String(whole.dropFirst(start.count)) : path
  }

  /// The top folder of the repository that a folder lies in, as far as can be seen without git.
  static func root(of folder: String) -> String? {
    Files.nearest(to: folder) { Files.isThere($0 + "/.git") }
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

  /// Whether a path of the repository is there, seen from the working folder.
  static func holds(_ path: String) -> Bool {
    let here = Files.realPath(".") ?? "/"
    return Files.isThere((root(of: here) ?? here) + "/" + path)
  }
}
