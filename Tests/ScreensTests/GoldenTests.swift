import Review
import Screens
import TestSupport
import Testing

/// Frames compared with the files in `Tests/Golden/Screens`; UPDATE_GOLDEN=1 writes them anew.
struct GoldenTests {
  static let sizes = [(40, 10), (80, 24), (120, 40)]
  static let views: [(name: String, keys: [Key])] = [
    ("list", []), ("detail", [.enter]), ("manual", [.enter, .character("m")]),
    ("help", [.character("?")]), ("questions", go("Questions")),
    ("question", go("Questions", .right)), ("problem", go("Problems", .enter)),
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
    ("problems", go("Problems")), ("palette", [.control("p")] + "order".map(Key.character)),
    ("answer", go("Questions", .enter)), ("reason", [.character("a")]),
    ("what-if", go("Components", .right, .tab, .character("+"))),
  ]
  /// What is shown once something outside has answered.
  static let answers: [(name: String, event: Event)] = [
    ("proposal", .compared(.success(proposal))),
    (
      "difference",
      .differs(
        from: "HEAD",
        .success(
          ReviewDiff(
            old: AgainstRevisionTests.review(limit: "100/s"),
            new: AgainstRevisionTests.review(limit: "300/s"))))
    ),
  ]

  private static let proposal = """
    ticket.tenfold.yaml
    @@ -36,1 +36,1 @@
    -  mailer: { kind: worker, replicas: 8, consumes: { from: order-placed, takes: 50ms } } # slow
    +  mailer: { kind: worker, replicas: 8, consumes: { from: order-placed, takes: 20ms } } # slow
    """

  /// The keys that lead to a view, and some more.
  private static func go(_ title: String, _ keys: Key...) -> [Key] {
    Array(repeating: .tab, count: Views.all.firstIndex { $0.title == title } ?? 0) + keys
  }

  @Test(arguments: views.map(\.name) + answers.map(\.name), sizes.indices)
  func `a view looks as recorded, and ASCII mode shows nothing but ASCII`(
    view: String, size: Int
  ) throws {
    let (width, height) = Self.sizes[size]
    var screen = Sample.screen(width, height)
    for key in Self.views.first(where: { $0.name == view })?.keys ?? [] { _ = screen.press(key) }
    for answer in Self.answers where answer.name == view { _ = screen.update(answer.event) }
    try compare(screen.frame(width, height), with: "\(view)-\(width)x\(height)")
    let frame = screen.frame(width, height, ascii: true)
    #expect(frame.text.allSatisfy { row in row.allSatisfy { $0.isASCII } })
    try compare(frame, with: "\(view)-\(width)x\(height)-ascii")
  }

  @Test func `a screen that is too small looks as recorded`() throws {
    try compare(Sample.screen(20, 5).frame(20, 5), with: "small-20x5")
  }

  private func compare(_ frame: CellGrid, with name: String) throws {
    let text = frame.text.joined(separator: "\n") + "\n"
    let difference = try Golden.difference(text, from: "Screens/\(name).txt")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
