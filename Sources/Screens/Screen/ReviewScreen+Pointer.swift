import SourceText

/// What the mouse does: the wheel scrolls the pane below it, a click selects a tab, a row, a box.
extension ReviewScreen {
  /// How many rows a step of the wheel is.
  private static let wheelRows = 3

  /// Leaves the mouse to the terminal, whose own selection works then, or takes it.
  mutating func toggleMouse() -> [Effect] {
    hasMouse.toggle()
    notices.notice =
      hasMouse
      ? "the mouse scrolls and selects; M gives it back to the terminal"
      : "the mouse is the terminal's: its own selection works"
    return [.mouse(hasMouse)]
  }

  mutating func point(_ pointer: Pointer) {
    guard !layout.isTooSmall, !Mode.asking.contains(mode) else { return }
    notices.notice = nil
    switch pointer.act {
    case .press: click(at: pointer)
    case .wheelUp: scroll(-Self.wheelRows, at: pointer)
    case .wheelDown: scroll(Self.wheelRows, at: pointer)
    }
  }

  /// Whether a cell is in the list, or in what a view draws in its place.
  private func isInList(_ pointer: Pointer) -> Bool {
    pages.isEmpty || layout.isSplit && pointer.column < layout.listWidth
  }

  private mutating func scroll(_ rows: Int, at pointer: Pointer) {
    guard isInList(pointer) else {
      pages[pages.count - 1].top += rows
      return
    }
    for _ in 0..<abs(rows) { list.move(rows < 0 ? .up : .down, page: layout.list.count) }
    showTextFromTop()
  }

  private mutating func click(at pointer: Pointer) {
    if pointer.row == Layout.tabs, pages.isEmpty, palette == nil {
      let tab = shownTabs.first { $0.columns.contains(pointer.column) }
      if let tab { tabs.select(tab.index) }
    } else if isInList(pointer), !pick(pointer), layout.list.contains(pointer.row),
      pointer.column < layout.listWidth
    {
      list.select(list.top + pointer.row - layout.list.lowerBound)
      showTextFromTop()
    }
  }

  /// Lets the view take a click on what it draws in place of a list.
  private mutating func pick(_ pointer: Pointer) -> Bool {
    guard mode == .list else { return false }
    var context = viewContext
    let row = pointer.row - layout.body.lowerBound
    guard view.pick(column: pointer.column, row: row, in: &context) else { return false }
    notices.notice = context.notice
    list.refresh(selecting: context.selecting)
    return true
  }

  /// The text beside a list is that of another row by now.
  private mutating func showTextFromTop() {
    if !pages.isEmpty { pages[pages.count - 1].top = 0 }
  }
}

extension ReviewScreen {
  /// A view's name in the row of tabs.
  typealias ShownTab = (index: Int, words: String, columns: Range<Int>)

  /// The views that have room, the first ones left out where the one that is shown has no room
  /// behind them.
  var shownTabs: [ShownTab] {
    let shown = tabs.index
    let words = tabs.all.enumerated().map { index, tab in
      let words = tab.view.title + (contents == nil ? "" : " \(tab.list.openCount)")
      return index == shown ? "[\(words)]" : " \(words) "
    }
    let filter = palette == nil ? filterWords : nil
    let room = width - (filter.map { $0.columns + 3 } ?? 0)
    var first = 0
    while first < shown, words[first...shown].reduce(1, { $0 + $1.columns }) > room { first += 1 }
    var result: [ShownTab] = []
    var column = 1
    for (index, words) in words.enumerated().dropFirst(first) {
      let end = column + words.columns
      guard index <= shown || end <= room else { break }
      result.append((index, words, column..<end))
      column = end
    }
    return result
  }
}
