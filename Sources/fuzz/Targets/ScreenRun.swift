import Description
import Review
import Rules
import Screens
import SourceText

/// Random keys, sizes, pasted texts and reloads on the screen of a review; every frame is a whole
/// one.
enum ScreenRun {
  private static let keys =
    (KeyBinding.all + Views.all.flatMap(\.bindings)).flatMap(\.keys) + [.other]
    + "ordé日\u{301}\u{1B}".map(Key.character)

  /// All frames of a session that follows from the bytes of a description.
  static func outputs(of input: [UInt8]) -> [Output] {
    var dice = Dice(seed: Dice.hash(input))
    let contents = Contents(
      Review.make(path: Target.path, files: .memory([Target.path: input]), rules: .builtIn))
    var screen = ReviewScreen(path: Target.path)
    var grid = CellGrid(width: 80, height: 24)
    var text = ""
    _ = screen.update(.reloaded(contents))
    for _ in 0..<80 {
      _ = screen.update(event(contents, input, &dice))
      if dice.happens(0.1) {
        grid = CellGrid(width: dice.number(0...180), height: dice.number(0...60))
      }
      screen.draw(on: &grid, ascii: dice.happens(0.2))
      text += grid.text.joined(separator: "\n") + "\n"
      text += (0..<grid.height).compactMap { flaw(Array(grid.row($0))) }.joined(separator: "\n")
    }
    return [Output(name: "frames", text: text)]
  }

  private static func event(_ contents: Contents, _ input: [UInt8], _ dice: inout Dice) -> Event {
    switch dice.number(0...29) {
    case 0: return .resize(width: dice.number(-1...150), height: dice.number(-1...50))
    case 1:
      var contents = contents
      contents.findings = contents.findings.filter { _ in dice.happens(0.7) }
      contents.questions = contents.questions.filter { _ in dice.happens(0.7) }
      contents.problems = contents.problems.filter { _ in dice.happens(0.7) }
      return .reloaded(contents)
    case 2:
      let start = dice.place(in: input.count)
      return .paste(String(decoding: input[start..<min(input.count, start + 40)], as: UTF8.self))
    case 3: return .manual(rule: dice.pick(RuleSet.builtIn.rules).id, text: "# A\n\n- b `c`\n")
    case 4: return .notice("an editor said \u{7} something")
    default: return .key(dice.pick(keys))
    }
  }

  /// What is wrong with a row, as a control character that the check of outputs finds.
  private static func flaw(_ cells: [CellGrid.Cell]) -> String? {
    var column = 0
    while column < cells.count {
      guard let glyph = cells[column].glyph else { return "\u{1}a tail without a head" }
      let isWide = glyph.unicodeScalars.first?.columns == 2
      let isWhole = column + 1 < cells.count && cells[column + 1].glyph == nil
      if isWide, !isWhole { return "\u{1}a head without a tail" }
      column += isWide ? 2 : 1
    }
    return column == cells.count ? nil : "\u{1}a wrong sum of widths"
  }
}
