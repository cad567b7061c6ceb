/// A way to move in a list or a text.
enum Movement {
  case up, down, pageUp, pageDown, first, last

  /// Where it leads from a row, with some rows on the screen; one row stays in sight over a page.
  func target(from index: Int, page: Int, last: Int) -> Int {
    let target =
      switch self {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - max(1, page - 1)
      case .pageDown: index + max(1, page - 1)
      case .first: 0
      case .last: last
      }
    return max(0, min(target, last))
  }
}
