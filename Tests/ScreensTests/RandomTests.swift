import Findings
import Screens
import SourceText
import TestSupport
import Testing

/// Random events and sizes: nothing traps, and every frame is a whole one.
struct RandomTests {
  private static let keys =
    (KeyBinding.all + Views.all.flatMap(\.bindings)).flatMap(\.keys) + [.other]
    + "ordé日\u{301}\u{1B}".map(Key.character)

  @Test(arguments: UInt64(1)...8)
  func `no sequence of events breaks a frame`(seed: UInt64) {
    var dice = SplitMix64(state: seed)
    var screen = ReviewScreen(path: Sample.path)
    var (width, height) = (80, 24)
    for _ in 0..<120 {
      switch Int.random(in: 0..<20, using: &dice) {
      case 0:
        (width, height) = (.random(in: -1...150, using: &dice), .random(in: -1...50, using: &dice))
        _ = screen.update(.resize(width: width, height: height))
      case 1: _ = screen.update(.reloaded(contents(&dice)))
      case 2: _ = screen.update(.notice("an editor said \u{7} something"))
      default: _ = screen.press(Self.keys.randomElement(using: &dice) ?? .other)
      }
      check(screen.frame(width, height, ascii: Bool.random(using: &dice)))
      check(screen.frame(.random(in: 0...60, using: &dice), .random(in: 0...30, using: &dice)))
    }
  }

  private func contents(_ dice: inout SplitMix64) -> Contents {
    var contents = Sample.contents
    contents.findings = contents.findings.filter { _ in Bool.random(using: &dice) }
    contents.questions = contents.questions.filter { _ in Bool.random(using: &dice) }
    if Bool.random(using: &dice) { contents.system = nil }
    return contents
  }

  private func check(_ frame: CellGrid) {
    for row in 0..<frame.height {
      if let flaw = flaw(Array(frame.row(row)), width: frame.width) {
        Issue.record("\(flaw) in row \(row) of \(frame.width)x\(frame.height)")
        return
      }
    }
  }

  private func flaw(_ cells: [CellGrid.Cell], width: Int) -> String? {
    var column = 0
    while column < cells.count {
      guard let glyph = cells[column].glyph else { return "a tail without a head" }
      guard glyph.unicodeScalars.allSatisfy({ $0.isPrintable }) else {
        return "a control character"
      }
      let isWide = glyph.unicodeScalars.first?.columns == 2
      let isWhole = column + 1 < cells.count && cells[column + 1].glyph == nil
      if isWide, !isWhole { return "a head without a tail" }
      column += isWide ? 2 : 1
    }
    return column == width ? nil : "a wrong sum of widths"
  }
}
