import Findings
import Review
import SourceText

/// One drawing of the screen.
struct Frame {
  let screen: ReviewScreen
  var grid: CellGrid
  let marks: Marks
  let layout: Layout
  /// The text of the page on top.
  let text: Lines

  init(_ screen: ReviewScreen, grid: CellGrid, marks: Marks) {
    self.screen = screen
    self.grid = grid
    self.marks = marks
    layout = screen.layout
    text = screen.pageLines(layout.text.count)
  }

  mutating func draw() {
    guard !layout.isTooSmall else {
      let (width, height) = Layout.least
      let words = "\(layout.width)x\(layout.height): needs \(width)x\(height)"
      for (row, line) in words.wrapped(width: layout.width, breakingWords: true).enumerated() {
        grid.write(line, row: row, column: 0)
      }
      return
    }
    if screen.pages.isEmpty { drawTabs() } else { drawCrumbs() }
    if screen.pages.isEmpty || layout.isSplit { drawBanner() }
    if screen.pages.isEmpty {
      if !drawBody(width: layout.width) {
        drawList()
        drawPreview()
      }
    } else {
      if layout.isSplit, !drawBody(width: layout.listWidth) { drawList() }
      drawPage()
    }
    drawHeader()
    drawStatus()
    drawFooter()
  }

  /// What breaks first, whatever is below, and the system where there is room.
  private mutating func drawHeader() {
    let shown = screen.contents.flatMap { screen.view.verdict(in: $0) }
    let supposed = suppositionWords
    let before = supposed + (shown.map { $0.name + ": " } ?? "")
    let words = (shown.map(\.verdict) ?? screen.contents?.verdict)?.words(
      columns: layout.width - 2 - before.columns)
    let verdict = words.map { before + $0 } ?? shown.map { "\($0.name) ..." }
    let silence = screen.contents.map { contents in
      contents.system.map { _ in "what saturates first is unknown" } ?? name
    }
    let all = verdict ?? silence.map { supposed + $0 } ?? "tenfold"
    let left = all.cut(to: layout.width - 2, marks.cut)
    let column = grid.write(left, row: 0, column: 1, role: .title)
    if left != name { drawRight(name, row: 0, after: column) }
  }

  /// What the file carries, before what would be carried with other values; empty where none are.
  private var suppositionWords: String {
    guard !screen.suppositions.made.isEmpty else { return "" }
    let carried = screen.suppositions.file?.verdict?.carried
    return "what if" + (carried.map { ", \($0) in the file" } ?? "") + ": "
  }

  private var name: String { screen.contents?.system ?? screen.path }

  /// Writes at the end of a row, if there is room behind a column.
  mutating func drawRight(_ words: String, row: Int, after column: Int, role: Role = .dim) {
    guard column + words.columns + 2 <= layout.width else { return }
    grid.write(words, row: row, column: layout.width - words.columns - 1, role: role)
  }

  /// The way from the list to what is shown, and how far the text is scrolled.
  private mutating func drawCrumbs() {
    let context = screen.pageContext
    let way = ([name] + screen.pages.map { $0.page.crumb(in: context) }).joined(separator: " > ")
    let room = layout.width - 2 - (scrolled.isEmpty ? 0 : scrolled.columns + 2)
    let column = grid.write(way.cut(to: room, marks.cut), row: 1, column: 1, role: .strong)
    drawRight(scrolled, row: 1, after: column)
  }

  private var scrolled: String {
    let count = text.all.count
    guard let top = screen.pages.last?.top, count > layout.page.count else { return "" }
    return "\(top + 1)-\(min(count, top + layout.page.count)) of \(count)"
  }

  private mutating func drawTabs() {
    var column = 1
    for tab in screen.shownTabs {
      column = grid.write(
        tab.words, row: Layout.tabs, column: tab.columns.lowerBound,
        role: tab.index == screen.tabs.index ? .strong : .dim)
    }
    guard screen.palette == nil else { return }
    let filter = screen.filterWords
    drawRight(
      filter ?? screen.path, row: Layout.tabs, after: column, role: filter == nil ? .dim : .key)
  }

  private mutating func drawBanner() {
    guard let banner = screen.banner else {
      guard layout.list.lowerBound > Layout.line else { return }
      drawLine(Layout.line)
      let signs = screen.list.isCompared ? "+ new  ^ worse  v better" : nil
      let words = [signs, screen.progress].compactMap(\.self).joined(separator: "; ")
      if !words.isEmpty { grid.write(" \(words) ", row: Layout.line, column: 1, role: .dim) }
      return
    }
    let place = banner.place.map { $0.words(in: screen.path) } ?? banner.path
    let words = " \(place): \(banner.message)"
    let text = words.cut(to: layout.width, marks.cut).padded(to: layout.width)
    grid.write(text, row: Layout.line, column: 0, role: .banner)
  }

  mutating func drawLine(_ row: Int) {
    grid.write(String(repeating: marks.line, count: layout.width), row: row, column: 0, role: .dim)
  }
}
