import Foundation

/// Writes a Swift file that holds texts: `embed-files OUTPUT ROOT FILE...`.
///
/// Each file becomes a pair of its path below ROOT and its text, sorted by path.
@main
struct EmbedFiles {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first, let root = arguments.dropFirst().first else {
      FileHandle.standardError.write(Data("usage: embed-files OUTPUT ROOT FILE...\n".utf8))
      exit(2)
    }
    let pairs = try arguments.dropFirst(2).sorted().map { path in
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count).drop { $0 == "/" }) : path
      let text = try String(contentsOfFile: path, encoding: .utf8)
      return "    (\(literal(name)), \(literal(text))),\n"
    }
    let source = """
      enum EmbeddedFiles {
        /// Path and text of every file, sorted by path.
        static let all: [(path: String, text: String)] = [
      \(pairs.joined())  ]
      }

      """
    try source.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// A raw string literal on one line, with enough number signs that nothing in it counts.
  static func literal(_ text: String) -> String {
    var signs = "#"
    while text.contains("\"" + signs) || text.contains("\\" + signs) { signs += "#" }
    let escaped = text.replacingOccurrences(of: "\n", with: "\\\(signs)n")
      .replacingOccurrences(of: "\r", with: "\\\(signs)r")
    return "\(signs)\"\(escaped)\"\(signs)"
  }
}
