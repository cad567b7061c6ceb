/// Which rows of the screen show what.
struct Layout: Equatable {
  /// The least size at which there is something to see.
  static let least = (width: 40, height: 10)

  let width: Int
  let height: Int
  /// Rows of the list.
  let list: Range<Int>
  /// Rows of the selected entry's text below the list; empty on low screens.
  let preview: Range<Int>
  /// Rows of a view that draws them all.
  var body: Range<Int> { list.lowerBound..<status.lowerBound }
  /// Rows of a page that lies over the list.
  let page: Range<Int>
  /// Rows of the summary, or of what there is to say at the moment.
  let status: Range<Int>

  /// The row below the tabs: a line, or a banner.
  static let line = 2
  var footer: Int { height - 1 }
  var isTooSmall: Bool { width < Self.least.width || height < Self.least.height }
  var isNarrow: Bool { width < 60 }

  /// The layout for a size, a number of entries and whether a banner has to be seen.
  init(width: Int, height: Int, entries: Int, hasBanner: Bool) {
    self.width = width
    self.height = height
    let footer = max(0, height - 1)
    let statusRows = height >= 20 && width < 110 ? 2 : 1
    let bottom = max(0, footer - statusRows)
    status = bottom..<footer
    let top = min(bottom, height >= 14 || hasBanner ? Self.line + 1 : Self.line)
    let hasPreview = height >= 20
    let end = hasPreview ? bottom - 1 : bottom
    page = min(end, Self.line)..<end
    let body = bottom - top
    let shown = hasPreview ? min(max(entries, 4), max(body - 14, body / 2)) : body
    list = top..<top + shown
    preview = hasPreview ? list.upperBound + 1..<end : bottom..<bottom
  }
}
