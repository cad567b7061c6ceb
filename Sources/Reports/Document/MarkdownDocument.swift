import Review
import SourceText

/// The review document as Markdown: the same parts as the page, without pictures.
struct MarkdownDocument: Report {
  let settings: ReportSettings
  let startsLate = true

  func head(_ run: RunSummary) -> String {
    settings.count == 1 ? "" : Portfolio(run: run).elements.map(\.markdown).joined()
  }

  var growth: GrowthSimulation.Settings.When? { settings.documentGrowth }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let part = SystemChapter(subject, settings)
    return [ReportPiece(part.elements.map(\.markdown).joined())]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    settings.imprint + "\n"
  }
}

extension XMLElement {
  /// The element as blocks of Markdown, each with a blank line behind it.
  fileprivate var markdown: String {
    guard self["hidden"] == nil, self["class"] != "legend" else { return "" }
    switch name {
    case "nav", "script", "style", "svg": return ""
    case "h1", "h2", "h3", "h4": return "\(headingMarks) \(inline)\n\n"
    case "p", "summary": return inline + "\n\n"
    case "ul": return Self.list(children.map { "- " + $0.inline })
    case "ol": return Self.list(children.enumerated().map { "\($0 + 1). " + $1.inline })
    case "pre":
      let lines = text.printableLines.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.map { "    \($0)\n" }.joined() + "\n"
    case "table": return Self.list(rows)
    default: return children.map(\.markdown).joined()
    }
  }

  private subscript(_ attribute: String) -> String? {
    attributes.first { $0.0 == attribute }?.1
  }

  private var headingMarks: String { String(repeating: "#", count: Int(name.dropFirst()) ?? 1) }

  private static func list(_ lines: [String]) -> String {
    lines.isEmpty ? "" : lines.map { $0 + "\n" }.joined() + "\n"
  }

  /// A row per line, and the line that Markdown wants below the head.
  private var rows: [String] {
    let rows = children.flatMap(\.children).map { row in
      "| " + row.children.map(\.inline).joined(separator: " | ") + " |"
    }
    let columns = children.first?.children.first?.children.count ?? 0
    return rows.prefix(1) + ["|" + String(repeating: "---|", count: columns)] + rows.dropFirst()
  }

  /// The element within a line.
  private var inline: String {
    let content = Markdown.inert(text) + children.map(\.inline).joined(separator: " ")
    switch name {
    case "strong": return "**\(content)**"
    case "span" where self["class"]?.hasPrefix("badge") ?? false: return "**\(content)**"
    case "a":
      let isPlain = self["href"]?.allSatisfy { !"#()<> \\".contains($0) && $0.isASCII } ?? false
      return isPlain ? "[\(content)](\((self["href"] ?? "").printable))" : content
    default: return content
    }
  }
}
