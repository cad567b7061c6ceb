/// The signs that lines, cuts and branches are drawn with.
package struct Marks: Sendable {
  /// A line between regions.
  package let line: Character
  /// Stands for what was cut off.
  package let cut: String
  /// Before what another finding explains.
  package let branch: String

  static let unicode = Marks(line: "\u{2500}", cut: "\u{2026}", branch: "\u{2514} ")
  static let ascii = Marks(line: "-", cut: "...", branch: "`- ")
}
