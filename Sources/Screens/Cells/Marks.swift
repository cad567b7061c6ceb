/// The signs that lines, cuts and branches are drawn with.
struct Marks {
  /// A line between regions.
  let line: Character
  /// Stands for what was cut off.
  let cut: String
  /// Before what another finding explains.
  let branch: String

  static let unicode = Marks(line: "\u{2500}", cut: "\u{2026}", branch: "\u{2514} ")
  static let ascii = Marks(line: "-", cut: "...", branch: "`- ")
}
