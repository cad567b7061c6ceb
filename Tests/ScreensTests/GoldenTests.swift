import Screens
import Testing
import TestSupport

/// Frames compared with the files in `Tests/Golden/Screens`; UPDATE_GOLDEN=1 writes them anew.
struct GoldenTests {
  static let sizes = [(40, 10), (80, 24), (120, 40)]
  static let views: [(name: String, keys: [Key])] = [
    ("list", []), ("detail", [.enter]), ("manual", [.enter, .character("m")]),
    ("help", [.character("?")]), ("questions", [.tab]), ("question", [.tab, .enter]),
    ("problem", [.tab, .tab, .enter]), ("accepted", [.end, .enter]),
    ("filter", "/order".map(Key.character)),
  ]

  @Test(arguments: views.map(\.name), sizes.indices)
  func `a view looks as recorded`(view: String, size: Int) throws {
    let keys = try #require(Self.views.first { $0.name == view }).keys
    let (width, height) = Self.sizes[size]
    var screen = Sample.screen(width, height)
    for key in keys { _ = screen.press(key) }
    try compare(screen.frame(width, height), with: "\(view)-\(width)x\(height)")
  }

  @Test func `ASCII mode shows nothing but ASCII`() throws {
    let frame = Sample.screen(80, 24).frame(80, 24, ascii: true)
    #expect(frame.text.allSatisfy { row in row.allSatisfy { $0.isASCII } })
    try compare(frame, with: "list-80x24-ascii")
  }

  private func compare(_ frame: CellGrid, with name: String) throws {
    let text = frame.text.joined(separator: "\n") + "\n"
    let difference = try Golden.difference(text, from: "Screens/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
