import Findings
import SourceText

/// One drawing of the screen.
struct Frame {
  let screen: ReviewScreen
  var grid: CellGrid
  let marks: Marks
  let layout: Layout

  init(_ screen: ReviewScreen, grid: CellGrid, marks: Marks) {
    self.screen = screen
    self.grid = grid
    self.marks = marks
    layout = screen.layout
  }

  mutating func draw() {
    guard !layout.isTooSmall else {
      let (width, height) = Layout.least
      grid.write("terminal too small (need \(width)x\(height))", row: 0, column: 0)
      return
    }
    if screen.pages.isEmpty {
      drawTabs()
      drawBanner()
      drawList()
      drawPreview()
    } else {
      drawPage()
    }
    drawHeader()
    drawStatus()
    drawFooter()
  }

  /// Where the reader is, and on the right the file or how far the text is scrolled.
  private mutating func drawHeader() {
    let name = screen.contents.map { $0.system ?? screen.path } ?? "tenfold"
    let way = ([name] + crumbs).joined(separator: " > ")
    let right = screen.pages.isEmpty ? screen.path : scrolled
    let room = layout.width - right.columns - 3
    let isWide = room >= 20
    grid.write(
      way.cut(to: isWide ? room : layout.width - 2, marks.cut), row: 0, column: 1, role: .title)
    if isWide { grid.write(right, row: 0, column: layout.width - right.columns - 1, role: .dim) }
  }

  /// The way from the list to what is shown.
  private var crumbs: [String] {
    let context = screen.pageContext
    return screen.pages.map { $0.page.crumb(in: context) }
  }

  private var scrolled: String {
    let count = screen.pageLines(layout.width).all.count
    guard let top = screen.pages.last?.top, count > layout.page.count else { return "" }
    return "\(top + 1)-\(min(count, top + layout.page.count)) of \(count)"
  }

  private mutating func drawTabs() {
    var column = 1
    for (index, tab) in screen.tabs.all.enumerated() {
      let isShown = index == screen.tabs.index
      let count = screen.contents == nil ? "" : " \(tab.list.entries.count)"
      let words = tab.view.title + count
      column = grid.write(
        isShown ? "[\(words)]" : " \(words) ", row: 1, column: column,
        role: isShown ? .strong : .dim)
    }
    guard let words = screen.filterWords, column + words.columns + 2 <= layout.width else { return }
    grid.write(words, row: 1, column: layout.width - words.columns - 1, role: .key)
  }

  private mutating func drawBanner() {
    guard let banner = screen.banner else {
      if layout.list.lowerBound > Layout.line { drawLine(Layout.line) }
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
