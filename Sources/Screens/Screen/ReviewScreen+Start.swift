import SourceText

extension ReviewScreen {
  /// Goes where the screen is to begin, once there is something to see.
  mutating func begin(_ start: ScreenStart) {
    if let view = start.view { tabs.select { $0.title.lowercased() == view.lowercased() } }
    if let multiple = start.multiple {
      tabs.current.view.show(at: multiple)
      refill()
    }
    if let filter = start.filter { list.changeFilter { $0.text = filter } }
    guard let selection = start.selection else { return }
    let needle = Array(selection.lowercased().utf8)
    if let row = list.rows.first(where: { $0.contains(needle) }) {
      list.refresh(selecting: row.id)
    } else {
      notices.notice = "no row has `\(selection.printable)`"
    }
  }
}
