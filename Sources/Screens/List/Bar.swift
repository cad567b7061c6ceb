import Glibc

/// A share as a bar in a row of a list.
package struct Bar: Equatable, Sendable {
  /// How much of it is full, the whole at most; nil where that is unknown.
  package let share: Double?
  /// Where lines stand in it, as shares.
  package let marks: [Double]
  /// The meaning of what is full.
  package let role: Role

  /// A bar with lines in it.
  package init(share: Double?, marks: [Double] = [], role: Role = .text) {
    self.share = share
    self.marks = marks
    self.role = role
  }

  /// The cells of the bar: what is full, then what is not, and the marks over both.
  func text(columns: Int, signs: Marks) -> String {
    let eighths = Int((max(0, min(1, share ?? 0)) * Double(columns * 8)).rounded())
    var cells = [Character](repeating: signs.full, count: eighths / 8)
    // A number above nothing never looks like nothing.
    let rest = eighths == 0 && share ?? 0 > 0 ? 1 : eighths % 8
    if rest > 0, cells.count < columns { cells.append(signs.eighths[rest - 1]) }
    cells += [Character](repeating: signs.empty, count: columns - cells.count)
    for mark in marks where (0...1).contains(mark) {
      cells[min(columns - 1, Int(mark * Double(columns)))] = signs.mark
    }
    return String(cells)
  }

  /// Where a multiple stands between a least and a most one, each decade as wide as the next.
  static func place(of multiple: Double, in range: ClosedRange<Double>) -> Double {
    guard multiple > range.lowerBound else { return 0 }
    return min(1, log10(multiple / range.lowerBound) / log10(range.upperBound / range.lowerBound))
  }
}
