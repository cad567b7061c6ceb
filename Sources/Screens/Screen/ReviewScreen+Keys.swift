import SourceText

/// What the keys of `KeyTable` do.
extension ReviewScreen {
  /// Moves the selection in a list, or the text of a page.
  mutating func move(_ movement: Movement) {
    let layout = layout
    guard let top = pages.last?.top else {
      return list.move(movement, page: layout.list.count)
    }
    let page = layout.page.count
    let last = pageLines(layout.text.count).all.count - page
    pages[pages.count - 1].top = movement.target(from: top, page: page, last: last)
  }

  /// Gives what is looked at the whole screen, or puts list and text side by side again.
  mutating func zoom() {
    guard Layout.hasRoomToSplit(width: width, height: height) else {
      let (width, height) = Layout.split
      notices.notice = "list and text stand side by side from \(width)x\(height) on"
      return
    }
    isZoomed.toggle()
    notices.notice = isZoomed ? "the whole screen" : "list and text side by side"
  }

  /// Goes to a neighbouring row while its text is open.
  mutating func step(_ distance: Int) {
    guard list.step(distance) else {
      notices.notice = distance > 0 ? "this is the last one" : "this is the first one"
      return
    }
    pages[pages.count - 1].top = 0
  }

  mutating func open(_ page: any Page) { pages.append(OpenPage(page: page)) }

  /// Opens the selected row; a question is asked instead.
  mutating func openRow() {
    if view.asks { startInterview() } else { openDetail() }
  }

  /// Opens the text of the selected row.
  mutating func openDetail() {
    if selected != nil { open(DetailPage()) }
  }

  mutating func open(manual text: String?, of rule: String) {
    guard let text else {
      notices.notice = "there is no manual for this"
      return
    }
    open(ManualPage(rule: rule, text: text))
  }

  mutating func openManual() -> [Effect] {
    if let rule = selected?.rule { return [.lookUp(rule: rule)] }
    open(manual: nil, of: "")
    return []
  }

  func edit() -> [Effect] {
    let place = selected?.place ?? banner?.place
    return [.edit(path: place?.path ?? path, line: place?.start.line ?? 1)]
  }

  mutating func reload() -> [Effect] {
    notices.notice = "reading \(path) ..."
    return [.reload]
  }

  /// Leaves; what is supposed and not written would be lost, so that it is said once.
  mutating func quit() -> [Effect] {
    let count = suppositions.current.count
    guard count > 0, !isLeaving else { return [.quit] }
    isLeaving = true
    let words = count == 1 ? "1 value is supposed" : "\(count) values are supposed"
    notices.notice = "\(words) and not written: W shows what it changes, q again leaves"
    return []
  }

  /// Closes the page, or takes back what the view has changed, or else drops the filter.
  mutating func goBack() {
    if pages.popLast() != nil { return }
    if tabs.current.view.goBack() {
      refill()
    } else if list.filter.isOff {
      notices.notice = "q quits"
    } else {
      list.changeFilter { $0.reset() }
    }
  }

  mutating func changeSeverity() {
    guard view.showsFindings else {
      notices.notice = "only findings have a severity"
      return
    }
    list.changeFilter { $0.nextSeverity() }
  }

  /// Fills the list anew after its view has changed.
  mutating func refill(selecting id: String? = nil) {
    guard let contents else { return }
    list.entries = view.entries(of: contents)
    list.refresh(selecting: id)
  }
}
