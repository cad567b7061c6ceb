import Foundation
import Reports
import Review
import TestSupport
import Testing

/// The pictures of the document.
@Suite struct DocumentDiagramTests {
  /// A box of the diagram, as far as arrows must keep away from it.
  struct Box {
    let (left, top): (Double, Double)
    static let (width, height) = (150.0, 40.0)

    func holds(_ x: Double, _ y: Double) -> Bool {
      (left + 4..<left + Self.width - 4).contains(x)
        && (top + 3..<top + Self.height - 3).contains(y)
    }
  }

  /// Points along a path of moves, cubic curves (Bezier) and level lines.
  func points(_ data: Substring) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for step in data.matches(of: /([MCH])([0-9. -]*)/) {
      let n = step.2.split(separator: " ").compactMap { Double($0) }
      let from = points.last ?? (0, 0)
      for part in 1...20 {
        let (t, u) = (Double(part) / 20, 1 - Double(part) / 20)
        func curve(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
          u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
        }
        switch step.1 {
        case "M": points.append((n[0], n[1]))
        case "H": points.append((u * from.x + t * n[0], from.y))
        default:
          points.append((curve(from.x, n[0], n[2], n[4]), curve(from.y, n[1], n[3], n[5])))
        }
      }
    }
    return points
  }

  @Test(arguments: [
    "ticket-shop-repaired", "fintech-weekend", "marketplace/marketplace", "seed-startup",
  ])
  func `no arrow runs behind a box`(_ sample: String) throws {
    let path = "samples/\(sample).tenfold.yaml"
    let files = Repository.files("samples", ".yaml")
    let texts = try Dictionary(uniqueKeysWithValues: files.map { ($0, try Repository.bytes($0)) })
    let found = Review.make(path: path, files: .memory(texts), rules: .builtIn)
    let page = ReportFormat.html.text([found])
    let picture = try #require(page.components(separatedBy: "<figure class=\"diagram\">").last)
      .components(separatedBy: "</figure>")[0]
    // Boxes stand in columns; the widths of their shapes are those of the style of the picture.
    let names = picture.matches(of: /<text x="([0-9.]+)" y="([0-9.]+)" [^>]*font-size="13"/)
    let boxes = names.compactMap { name -> Box? in
      guard let x = Double(name.1), let y = Double(name.2) else { return nil }
      return Box(left: x - 10, top: y - 18)
    }
    let arrows = picture.matches(of: /<path d="(M[^"]*)"[^>]*class="arrow/)
    #expect(boxes.count > 4 && arrows.count > 4)
    for arrow in arrows {
      let crossed = points(arrow.1).contains { point in
        boxes.contains { $0.holds(point.x, point.y) }
      }
      #expect(!crossed, "\(arrow.1)")
    }
  }

  /// Names of one beginning are told apart, and wide letters stay in their box.
  @Test func `long names are shortened in the middle`() throws {
    let start = "settlement-reconciliation-of-the-clearing-house"
    let wide = String(repeating: "W", count: 40)
    let page = ReportFormat.html.text([
      review(
        """
        system: Long
        journeys: { j: { calls: a, rate: 10/s, peak: 20/s } }
        components:
          a: { kind: service, calls: [\(start)-east, \(start)-west, \(wide)] }
          \(start)-east: { kind: external, limit: 100/s }
          \(start)-west: { kind: external, limit: 200/s }
          \(wide): { kind: external, limit: 300/s }
        """)
    ])
    let texts = page.matches(of: /font-size="13"[^>]*>([^<]*)</).map { String($0.1) }
    let short = texts.filter { $0.contains("…") }
    #expect(short.contains { $0.hasSuffix("east") && $0.hasPrefix("settle") })
    #expect(short.contains { $0.hasSuffix("west") })
    #expect(short.contains { $0.count { $0 == "W" } == 9 }, "\(short)")
  }

  @Test func `a picture with links is a group, and its arrows are a list as well`() throws {
    let found = review(DocumentGrowthTests.closed)
    let page = ReportFormat.html.text([found])
    for picture in page.components(separatedBy: "<svg ").dropFirst() {
      let tag = picture.prefix { $0 != ">" }
      let hasLinks = picture.components(separatedBy: "</svg>")[0].contains("<a ")
      #expect(tag.contains(hasLinks ? "role=\"group\"" : "role=\"img\""))
    }
    #expect(page.contains("<li>api calls db</li>"))
    let text = ReportFormat.markdown.text([found], isComplete: true)
    #expect(text.components(separatedBy: "- api calls db\n").count == 2)
  }
}
