import Glibc

/// A pattern of names or paths, as shells write them: `*` for anything, `?` for one character.
package struct GlobPattern: Hashable, Sendable {
  private let text: String

  /// Signs for anything in one pattern: more take too long to try.
  private static let mostStars = 8
  private static let longest = 200

  /// A pattern; nil where it is empty or takes too long to try.
  package init?(_ text: String) {
    let stars = text.utf8.count { $0 == UInt8(ascii: "*") }
    guard !text.isEmpty, stars <= Self.mostStars, text.utf8.count <= Self.longest else {
      return nil
    }
    self.text = text
  }

  /// Whether it is the pattern of a whole name.
  package func fits(name: String) -> Bool { fnmatch(text, name, 0) == 0 }

  /// Whether it is the pattern of a path or of a folder above: without a slash inside, of any part
  /// of it.
  package func fits(path: String) -> Bool {
    let pattern = text.hasSuffix("/") ? String(text.dropLast()) : text
    let parts = path.split(separator: "/")
    guard pattern.contains("/") else {
      return parts.contains { fnmatch(pattern, String($0), 0) == 0 }
    }
    return parts.indices.contains {
      fnmatch(pattern, parts[...$0].joined(separator: "/"), 0) == 0
    }
  }
}
