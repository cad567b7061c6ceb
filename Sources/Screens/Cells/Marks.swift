/// The signs that lines, cuts and branches are drawn with.
package struct Marks: Sendable {
  /// A line between regions.
  package let line: Character
  /// Stands for what was cut off.
  package let cut: String
  /// Before what another finding explains.
  package let branch: String

  /// Where a line between columns begins below one between rows.
  let corner: String
  /// A cell of a bar that is full, and one that is empty.
  let full: Character, empty: Character
  /// Cells of a bar that are full in part, by eighths.
  let eighths: [Character]
  /// A line in a bar, and between columns.
  let mark: Character

  static let unicode = Marks(
    line: "\u{2500}", cut: "\u{2026}", branch: "\u{2514} ", corner: "\u{252C}", full: "\u{2588}",
    empty: "\u{2500}",
    eighths: Array("\u{258F}\u{258E}\u{258D}\u{258C}\u{258B}\u{258A}\u{2589}"), mark: "\u{2502}")
  static let ascii = Marks(
    line: "-", cut: "...", branch: "`- ", corner: "+", full: "#", empty: "-",
    eighths: Array(repeating: "#", count: 7), mark: "|")
}
