import Screens
import Testing
import TestSupport

/// Frames compared with the files in `Tests/Golden/Screens`; UPDATE_GOLDEN=1 writes them anew.
struct GoldenTests {
  static let sizes = [(40, 10), (80, 24), (120, 40)]
  static let views: [(name: String, keys: [Key])] = [
    ("list", []), ("detail", [.enter]), ("manual", [.enter, .character("m")]),
    ("help", [.character("?")]), ("questions", go("Questions")),
    ("question", go("Questions", .enter)), ("problem", go("Problems", .enter)),
    ("accepted", [.end, .enter]), ("components", go("Components")),
    ("component", go("Components", .down, .right)),
    ("teams", go("Components", .character("b"), .character("b"))), ("growth", go("Growth")),
    ("break", go("Growth", .character("]"), .character("]"))),
    ("loss", go("Growth", .character("x"), .down, .enter, .down, .down, .character(" "))),
    ("lost", go("Growth", .character("x"), .down, .enter, .character("x"), .character("]"))),
    ("diagram", go("Diagram")), ("hop", go("Diagram", .left, .character("1"))),
    ("tree", go("Diagram", .left, .character("t"))),
    ("why", go("Components", .character("w"))),
    ("file", [.character("E")]),
    ("filter", "/order".map(Key.character)),
  ]

  /// The keys that lead to a view, and some more.
  private static func go(_ title: String, _ keys: Key...) -> [Key] {
    Array(repeating: .tab, count: Views.all.firstIndex { $0.title == title } ?? 0) + keys
  }

  @Test(arguments: views.map(\.name), sizes.indices)
  func `a view looks as recorded`(view: String, size: Int) throws {
    let keys = try #require(Self.views.first { $0.name == view }).keys
    let (width, height) = Self.sizes[size]
    var screen = Sample.screen(width, height)
    for key in keys { _ = screen.press(key) }
    try compare(screen.frame(width, height), with: "\(view)-\(width)x\(height)")
  }

  @Test(arguments: ["list", "components", "break", "diagram", "tree"], sizes.indices)
  func `ASCII mode shows nothing but ASCII`(view: String, size: Int) throws {
    let keys = try #require(Self.views.first { $0.name == view }).keys
    let (width, height) = Self.sizes[size]
    var screen = Sample.screen(width, height)
    for key in keys { _ = screen.press(key) }
    let frame = screen.frame(width, height, ascii: true)
    #expect(frame.text.allSatisfy { row in row.allSatisfy { $0.isASCII } })
    try compare(frame, with: "\(view)-\(width)x\(height)-ascii")
  }

  private func compare(_ frame: CellGrid, with name: String) throws {
    let text = frame.text.joined(separator: "\n") + "\n"
    let difference = try Golden.difference(text, from: "Screens/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
