import Glibc

/// Paths of files as texts, and where they lead.
enum Paths {
  /// The folder that a path lies in, as it is written.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of what has a name in a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
  }

  /// The path without links; nil where nothing is.
  static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A real path as told from a folder above it; nil where it lies elsewhere.
  static func path(of real: String, from root: String) -> String? {
    guard real != root else { return "" }
    let start = joined(root, "")
    return real.hasPrefix(start) ? String(real.dropFirst(start.count)) : nil
  }

  /// The nearest folder above a real path, itself included, that is what is looked for.
  static func nearest(to path: String, where isRight: (String) -> Bool) -> String? {
    var folder = path
    while !isRight(folder) {
      guard folder.contains("/"), folder != "/" else { return nil }
      folder = self.folder(of: folder)
    }
    return folder
  }

  /// The path with the links in its folder resolved; what is not there is taken as written.
  static func located(_ path: String) -> String {
    let folder = folder(of: path)
    let isTop = folder == "." || folder == "/"
    let real = real(folder) ?? (isTop ? folder : located(folder))
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return joined(real, String(name))
  }

  /// The path as seen from the working folder, when it lies below it.
  static func relative(_ path: String) -> String {
    guard let here = real("."), path.hasPrefix(here + "/") else { return path }
    return String(path.dropFirst(here.count + 1))
  }
}
