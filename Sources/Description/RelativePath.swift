/// Paths in texts, relative to the file that names them.
package enum RelativePath {
  /// A path relative to the folder of another file, with `.` and `..` resolved in the text.
  package static func joined(_ file: String, _ relative: String) -> String {
    if relative.hasPrefix("/") { return relative }
    var parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for part in relative.split(separator: "/").map(String.init) where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
