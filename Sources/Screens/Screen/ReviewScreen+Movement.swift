extension ReviewScreen {
  /// Moves the selection in a list, or the text of a page.
  mutating func move(_ action: Action) {
    let layout = layout
    if pages.isEmpty {
      cursor.index = moved(cursor.index, action, page: layout.list.count, last: rows.count - 1)
    } else {
      let top = pages[pages.count - 1].top
      let last = pageLines(layout.width).all.count - layout.page.count
      pages[pages.count - 1].top = moved(top, action, page: layout.page.count, last: last)
    }
  }

  private func moved(_ index: Int, _ action: Action, page: Int, last: Int) -> Int {
    let target =
      switch action {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - max(1, page - 1)
      case .pageDown: index + max(1, page - 1)
      case .first: 0
      default: last
      }
    return max(0, min(target, last))
  }

  /// Goes to a neighbouring row while its text is open.
  mutating func step(_ distance: Int) {
    let target = cursor.index + distance
    guard rows.indices.contains(target) else {
      notice = distance > 0 ? "this is the last one" : "this is the first one"
      return
    }
    cursor.index = target
    pages[pages.count - 1].top = 0
  }

  mutating func change(tabBy distance: Int) {
    let tabs = Tab.allCases
    let index = (tabs.firstIndex(of: tab) ?? 0) + distance + tabs.count
    tab = tabs[index % tabs.count]
    refresh()
  }

  /// Keeps the selection on a row and every region on the screen.
  mutating func settle() {
    let layout = layout
    cursor.index = max(0, min(cursor.index, rows.count - 1))
    cursor.top = window(cursor.top, round: cursor.index, layout.list.count, of: rows.count)
    cursor.id = selected?.id
    guard !pages.isEmpty else { return }
    let last = pageLines(layout.width).all.count - layout.page.count
    pages[pages.count - 1].top = max(0, min(pages[pages.count - 1].top, last))
  }

  private func window(_ top: Int, round index: Int, _ height: Int, of count: Int) -> Int {
    let height = max(1, height)
    let least = max(0, index - height + 1)
    return max(min(top, index, max(0, count - height)), least)
  }
}
