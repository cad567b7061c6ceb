import Foundation
import Reports
import Review
import Testing
import TestSupport

/// The review document, on the page and as Markdown.
@Suite struct DocumentTests {
  static let sample = """
    system: Shop
    growth: 10x in 18 months
    journeys:
      buy: { from: user, calls: api, critical: true, rate: 40/s, peak: 100/s }
    components:
      user: { kind: client }
      api: { kind: service, team: web, replicas: 2..4, concurrency: 10, takes: 30ms, calls: bank }
      bank: { kind: external, technology: stripe, limit: 100/s, takes: 90ms }
    """

  /// Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance").
  static func luminance(_ colour: String) -> Double {
    let number = Int(colour, radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift in
      let part = Double(number >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  static func contrast(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The colours of the light and of the dark scheme, by name.
  static var schemes: [[String: String]] {
    let page = ReportFormat.html.text([review(sample)])
    return page.components(separatedBy: ":root {").dropFirst().prefix(2).map { scheme in
      let block = scheme.prefix { $0 != "}" }
      let pairs = block.split(separator: ";").compactMap { line -> (String, String)? in
        let parts = line.split(separator: ":").map {
          $0.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        guard parts.count == 2, parts[0].hasPrefix("--") else { return nil }
        return (String(parts[0].dropFirst(2)), String(parts[1].dropFirst()))
      }
      return Dictionary(pairs) { first, _ in first }
    }
  }

  /// 4.5 to 1 for text (WCAG 1.4.3), 3 to 1 for lines of pictures (1.4.11).
  @Test func `every colour can be told from its ground, in light and dark`() throws {
    let schemes = Self.schemes
    #expect(schemes.count == 2)
    for colours in schemes {
      for ground in ["paper", "soft"] {
        let paper = try #require(colours[ground])
        for text in ["ink", "dim", "critical", "high", "medium", "low", "good"] {
          let ink = try #require(colours[text])
          #expect(Self.contrast(ink, paper) >= 4.5, "\(text) on \(ground)")
        }
        for line in ["bar", "critical", "dim", "link"] {
          #expect(Self.contrast(try #require(colours[line]), paper) >= 3, "\(line) on \(ground)")
        }
      }
      let (link, paper) = (try #require(colours["link"]), try #require(colours["paper"]))
      #expect(Self.contrast(link, paper) >= 4.5)
    }
  }

  @Test func `page and Markdown have the same parts`() {
    let sample = review(Self.sample)
    let page = ReportFormat.html.text([sample])
    let text = ReportFormat.markdown.text([sample], isComplete: true)
    let titles = page.components(separatedBy: "<h2>").dropFirst().map { $0.prefix { $0 != "<" } }
    #expect(titles.count >= 8)
    for title in titles { #expect(text.contains("## \(title)\n"), "\(title)") }
    #expect(text.contains("| Name | Role | Decision | Date |"))
  }

  @Test func `what carries the target is said with what each step gains`() {
    let sample = review(Self.sample)
    for format in [ReportFormat.html, .markdown] {
      let text = format.text([sample], isComplete: true)
      #expect(text.contains("Path to 10x today's peak"))
      for word in ["limit of bank", "1000/s", "Headroom before", "Headroom after", "10x"] {
        #expect(text.contains(word), "\(word)")
      }
    }
  }

  @Test func `rows of Markdown have as many cells as their head`() {
    let text = ReportFormat.markdown.text(
      FormatTests.reviews + [review(Self.sample)], isComplete: true)
    var columns = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      if !line.hasPrefix("|") { columns = 0 } else if columns == 0 { columns = cells }
      #expect(columns == 0 || cells == columns, "\(line)")
    }
  }

  @Test func `hostile names are inert in the whole document as Markdown`() {
    for review in FormatTests.reviews {
      let text = ReportFormat.markdown.text([review], isComplete: true)
      // Excerpts are blocks of code, in which nothing is markup.
      let prose = text.split(separator: "\n").filter { !$0.hasPrefix("    ") }
      for markup in ["<script>", "[x](", " @everyone", "</details>"] {
        #expect(!prose.contains { $0.contains(markup) }, "\(markup)")
      }
    }
  }
}
