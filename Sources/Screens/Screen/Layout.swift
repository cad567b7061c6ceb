/// Which rows and columns of the screen show what.
struct Layout: Equatable {
  /// The least size at which there is something to see.
  static let least = (width: 40, height: 10)
  /// The least size at which the list and a text stand side by side.
  static let split = (width: 120, height: 40)

  let width: Int
  let height: Int
  /// Rows of the list.
  let list: Range<Int>
  /// Rows of the selected entry's text below or beside the list; empty on low screens.
  let preview: Range<Int>
  /// Rows of a view that draws them all.
  var body: Range<Int> { list.lowerBound..<status.lowerBound }
  /// Rows of a page that lies over the list or stands beside it.
  let page: Range<Int>
  /// Columns of the list.
  let listWidth: Int
  /// Columns of the selected entry's text, and of a page.
  let text: Range<Int>
  /// Rows of the summary, or of what there is to say at the moment.
  let status: Range<Int>

  /// The row of the tabs.
  static let tabs = 1
  /// The row below the tabs: a line, or a banner.
  static let line = 2
  var footer: Int { height - 1 }
  var isTooSmall: Bool { width < Self.least.width || height < Self.least.height }
  var isNarrow: Bool { width < 60 }
  /// Whether the text stands beside the list.
  var isSplit: Bool { listWidth < width }

  /// Whether there is room for a list and a text side by side.
  static func hasRoomToSplit(width: Int, height: Int) -> Bool {
    width >= split.width && height >= split.height
  }

  /// The layout for a size, a number of entries, whether a banner has to be seen,
  /// how many rows what is asked for would have with what is said below it, 0 where nothing is
  /// asked, and whether list and text stand side by side where there is room.
  init(width: Int, height: Int, entries: Int, hasBanner: Bool, promptRows: Int, splits: Bool) {
    self.width = width
    self.height = height
    let footer = max(0, height - 1)
    let statusRows =
      height < 20 ? min(max(1, promptRows), 2) : max(width < 110 ? 2 : 1, min(promptRows, 4))
    let bottom = max(0, footer - statusRows)
    status = bottom..<footer
    let top = min(bottom, height >= 14 || hasBanner ? Self.line + 1 : Self.line)
    let hasPreview = height >= 20
    let end = hasPreview ? bottom - 1 : bottom
    guard !splits || !Self.hasRoomToSplit(width: width, height: height) else {
      listWidth = width * 3 / 5
      text = listWidth + 1..<width
      (list, preview, page) = (top..<end, top..<end, top..<end)
      return
    }
    (listWidth, text) = (width, 0..<max(0, width))
    page = min(end, Self.line)..<end
    let body = bottom - top
    let shown = hasPreview ? min(max(entries, 4), max(body - 14, body / 2)) : body
    list = top..<top + shown
    preview = hasPreview ? list.upperBound + 1..<end : bottom..<bottom
  }
}
