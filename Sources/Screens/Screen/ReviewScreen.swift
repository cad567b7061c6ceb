package import SourceText

/// The screen's state: one value from which every frame is drawn.
package struct ReviewScreen: Sendable {
  /// The description's path as the user named it.
  package let path: String
  /// What is shown; nil until the first review is made.
  package internal(set) var contents: Contents?
  var tabs: Tabs
  var pages: [OpenPage] = []
  /// What is being typed; nil while nothing is.
  package internal(set) var prompt: Prompt?
  /// What there is to go to, and where each row leads; nil while nobody asks.
  var palette: ListModel?
  var destinations: [Destination] = []
  /// What is looked at beyond the file.
  var suppositions = Suppositions()
  /// The owner and the last day of the decision before, which the next one begins with.
  var usual = (owner: "", until: "")
  /// The revision that is compared with next.
  var revision: String
  /// The revision that was asked for, until it is known how the findings stand against it.
  var askedRevision: String?
  /// The questions that are being asked; nil while none is.
  var interview: Interview?
  /// Whether the key before asked to leave.
  var isLeaving = false
  /// Whether what is looked at has the whole screen, however large that is.
  var isZoomed = false
  /// Whether the mouse scrolls and selects here, or else is the terminal's.
  package internal(set) var hasMouse: Bool
  var notices = Notices()
  /// Findings whose text was opened.
  private(set) var lookedAt: Set<String> = []
  /// Where the screen is to begin; nil once it has begun.
  private var start: ScreenStart?
  /// Columns of the screen.
  package internal(set) var width: Int
  /// Rows of the screen.
  package internal(set) var height: Int

  /// The screen before the first review, with at least one view.
  package init(
    path: String, width: Int = 80, height: Int = 24, views: [any View] = Views.all,
    start: ScreenStart? = nil
  ) {
    self.path = path
    self.width = width
    self.height = height
    tabs = Tabs(views)
    self.start = start
    revision = start?.revision ?? "HEAD"
    hasMouse = start?.hasMouse ?? false
  }

  /// Goes where the screen is to begin, at the first contents.
  mutating func beginOnce() {
    defer { start = nil }
    if let start { begin(start) }
  }

  /// What is on the screen, as far as keys are concerned.
  package var mode: Mode {
    switch prompt?.purpose {
    case .filter: .filter
    case .palette: .palette
    case .answer: .answer
    case .value, .decision, .scenario, .export, .revision: .input
    case nil: pages.last?.page.mode ?? .list
    }
  }

  /// The view that is shown.
  package var view: any View { tabs.current.view }

  /// The rows of the current list that pass the filter.
  package var rows: [Entry] { list.rows }

  /// The row the keys act on; nil in an empty list.
  package var selected: Entry? { list.selected }

  /// A sentence for the status line, until the next key.
  package var notice: String? { notices.notice }

  /// Why the last reload is not shown; the findings are those of the last good review.
  package var banner: Problem? { notices.banner }

  /// All keys of the screen, whatever the mode; those of the view come first.
  package var keys: [KeyBinding] { view.bindings + KeyBinding.all }

  var list: ListModel {
    get { palette ?? tabs.current.list }
    set { if palette == nil { tabs.current.list = newValue } else { palette = newValue } }
  }

  /// Which part of the list is shown, such as `/pay 12/87`; nil when all of it is.
  var filterWords: String? {
    let words = list.filter.words(ofFindings: view.showsFindings)
    guard !words.isEmpty || mode == .filter else { return nil }
    return (words + ["\(rows.count)/\(list.entries.count)"]).joined(separator: " ")
  }

  /// How many of the findings that nobody has accepted were opened; nil where none was.
  var progress: String? {
    guard view.showsFindings, palette == nil, !lookedAt.isEmpty else { return nil }
    let open = contents?.index.openIDs ?? []
    let count = lookedAt.count(where: open.contains)
    return count == 0 ? nil : "\(count) of \(list.openCount) looked at"
  }

  /// Remembers whose text is open.
  mutating func noteLook() {
    if view.showsFindings, pages.last?.page is DetailPage, let selected {
      lookedAt.insert(selected.id)
    }
  }

  /// The screen as its pages see it.
  var pageContext: PageContext {
    PageContext(contents: contents, view: view, list: list, keys: keys)
  }

  /// The text of the page on top, for the columns that it has.
  func pageLines(_ width: Int) -> Lines {
    pages.last?.page.lines(in: pageContext, width: width - 2) ?? Lines(width: width - 2)
  }

  /// What is wrong with what is typed, or its right form.
  var promptNotes: [String] {
    let words = notices.notice ?? prompt?.hint ?? ""
    return words.wrapped(width: width - 2, breakingWords: true).filter { !$0.isEmpty }
  }

  var layout: Layout {
    Layout(
      width: width, height: height, entries: list.entries.count, hasBanner: banner != nil,
      promptRows: Mode.asking.contains(mode) ? 1 + promptNotes.count : 0,
      splits: !isZoomed && palette == nil && pages.last?.page.isAboutEntry ?? true)
  }
}
