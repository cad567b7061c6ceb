import Findings
package import SourceText

/// The screen's state: one value from which every frame is drawn.
package struct ReviewScreen: Equatable, Sendable {
  /// A text that lies over the list.
  enum Page: Equatable {
    case detail
    case manual(rule: String, text: String)
    case help
  }

  /// A page with how far it is scrolled.
  struct OpenPage: Equatable {
    let page: Page
    var top = 0
  }

  /// Where a list stands.
  struct Cursor: Equatable {
    var index = 0
    var top = 0
    /// The selected entry, which keeps the selection when rows come and go.
    var id: String?
  }

  /// The description's path as the user named it.
  package let path: String
  /// What is shown; nil until the first review is made.
  package internal(set) var contents: Contents?
  /// The rows of the current list that pass the filters.
  package internal(set) var rows: [Entry] = []
  /// The current list.
  package internal(set) var tab = Tab.findings
  /// A sentence for the status line, until the next key.
  package internal(set) var notice: String?
  /// Why the last reload is not shown; the findings are those of the last good review.
  package internal(set) var banner: Problem?

  var pages: [OpenPage] = []
  var cursors: [Tab: Cursor] = [:]
  var filter = Filter()
  var leastSeverity = Severity.low
  /// Findings that the last reload brought.
  var fresh: Set<String> = []
  /// Columns of the screen.
  package internal(set) var width: Int
  /// Rows of the screen.
  package internal(set) var height: Int

  /// The screen before the first review.
  package init(path: String, width: Int = 80, height: Int = 24) {
    self.path = path
    self.width = width
    self.height = height
  }

  /// What is on the screen, as far as keys are concerned.
  package var mode: Mode {
    switch pages.last?.page {
    case _ where filter.isTyped: .filter
    case nil: .list
    case .detail: .detail
    case .manual: .manual
    case .help: .help
    }
  }

  /// The row the keys act on; nil in an empty list.
  package var selected: Entry? {
    let index = cursor.index
    return rows.indices.contains(index) ? rows[index] : nil
  }

  var cursor: Cursor {
    get { cursors[tab] ?? Cursor() }
    set { cursors[tab] = newValue }
  }
}
