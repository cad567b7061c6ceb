import Findings
import Screens
import SourceText
import Testing

/// Random events and sizes: nothing traps, and every frame is a whole one.
struct RandomTests {
  /// SplitMix64 (Steele, Lea, Flood 2014).
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let keys =
    (KeyBinding.all + Views.all.flatMap(\.bindings)).flatMap(\.keys) + [.other]
    + "ordé日\u{301}\u{1B}".map(Key.character)

  @Test(arguments: UInt64(1)...8)
  func `no sequence of events breaks a frame`(seed: UInt64) {
    var dice = Dice(state: seed)
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

  private func contents(_ dice: inout Dice) -> Contents {
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
