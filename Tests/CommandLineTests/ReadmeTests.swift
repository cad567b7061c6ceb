import Testing
import TestSupport

/// The README shows what the program prints: each block below a comment
/// `<!-- output of tenfold ... -->`, where `...` in a line stands for what is left out.
@Suite struct ReadmeTests {
  /// A command, and what the README shows of its output.
  struct Excerpt {
    let arguments: [String]
    var lines: [String] = []
  }

  private static let mark = "<!-- output of tenfold "

  private func excerpts() throws -> [Excerpt] {
    var excerpts: [Excerpt] = []
    var isInside = false
    for line in try Repository.text("README.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix(Self.mark) {
        let words = line.dropFirst(Self.mark.count).dropLast(4).split(separator: " ")
        excerpts.append(Excerpt(arguments: words.map(String.init)))
        isInside = true
      } else if isInside, line == "```" {
        isInside = excerpts.last?.lines.isEmpty == true
      } else if isInside, !line.isEmpty {
        excerpts[excerpts.count - 1].lines.append(String(line))
      }
    }
    return excerpts
  }

  @Test func `what the README shows is what the program prints`() throws {
    let excerpts = try excerpts()
    #expect(excerpts.count >= 3)
    for excerpt in excerpts {
      #expect(excerpt.lines.count >= 2, "\(excerpt.arguments)")
      let output = try CommandLineTests().run(words: excerpt.arguments).output
      var rest = output.split(separator: "\n")[...]
      for line in excerpt.lines where line.contains(where: { $0 != " " && $0 != "." }) {
        let place = rest.firstIndex { Self.shows(line, $0) }
        #expect(place != nil, "\(excerpt.arguments): not in the output, or earlier: \(line)")
        if let place { rest = rest[(place + 1)...] }
      }
    }
  }

  /// Whether a line of the output has all that the README shows of it.
  private static func shows(_ line: String, _ output: Substring) -> Bool {
    let parts = line.split(separator: "...", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return output == line }
    return output.hasPrefix(parts[0].trimmingEnd) && output.hasSuffix(parts[parts.count - 1])
  }
}

extension Substring {
  fileprivate var trimmingEnd: Substring {
    var text = self
    while text.last == " " { text = text.dropLast() }
    return text
  }
}
