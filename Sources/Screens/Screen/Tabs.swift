/// The views of the screen, each with its list, and which of them is shown.
struct Tabs {
  /// A view and its list.
  struct Tab {
    var view: any View
    var list = ListModel()
  }

  private(set) var all: [Tab]
  private(set) var index = 0

  /// The first of at least one view is shown.
  init(_ views: [any View]) { all = views.map { Tab(view: $0) } }

  /// The view that is shown.
  var current: Tab {
    get { all[index] }
    set { all[index] = newValue }
  }

  /// Shows the view some steps further; the filter goes with the reader.
  mutating func move(by distance: Int) {
    select((index + distance + all.count) % all.count)
  }

  /// Shows the view that is urgent, or else the first one.
  mutating func selectFirst(for contents: Contents) {
    select(all.firstIndex { $0.view.isUrgent(in: contents) } ?? 0)
  }

  /// Shows the first view that something is true of; the same one where it is true of none.
  mutating func select(where isMeant: (any View) -> Bool) {
    if let index = all.firstIndex(where: { isMeant($0.view) }) { select(index) }
  }

  /// Hands new contents to all lists; each finds its rows and selection when it is refreshed.
  mutating func fill(from contents: Contents) {
    for index in all.indices { all[index].list.entries = all[index].view.entries(of: contents) }
  }

  /// Shows a view by its place; the filter goes with the reader.
  mutating func select(_ new: Int) {
    let filter = current.list.filter
    index = new
    current.list.changeFilter { $0 = filter }
  }
}
