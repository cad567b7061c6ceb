import SourceText

/// A list: its entries, the filter over them, the selection, and how far it is scrolled.
package struct ListModel: Sendable {
  /// All entries; the rows follow with `refresh`.
  package internal(set) var entries: [Entry] = [] {
    didSet {
      labels = entries.map(\.label.columns).max() ?? 0
      openCount = entries.count { !$0.isAccepted }
      isCompared = entries.contains { $0.mark != nil }
      isFilled = false
    }
  }
  /// Whether entries have signs of how they stand against earlier ones.
  private(set) var isCompared = false
  /// Whether the rows are of these entries.
  private var isFilled = false
  /// Entries that nobody has accepted.
  private(set) var openCount = 0
  /// Columns of the longest label.
  private(set) var labels = 0
  /// Which of them are shown; the rows follow with `refresh`.
  package internal(set) var filter = ListFilter()
  /// The entries that pass the filter.
  package private(set) var rows: [Entry] = []
  /// The selected row.
  package private(set) var index = 0
  /// The first row on the screen.
  package private(set) var top = 0
  /// The selected entry, which keeps the selection when rows come and go.
  private(set) var id: String?

  /// The row the keys act on; nil in an empty list.
  package var selected: Entry? { rows.indices.contains(index) ? rows[index] : nil }

  /// Fills the rows anew; the selection stays with its entry, or else with its number.
  mutating func refresh(selecting id: String? = nil) {
    let id = id ?? self.id
    rows = filter.isOff ? entries : entries.filter(filter.matches)
    isFilled = true
    keepSelection(on: id)
  }

  /// Changes the filter; the list follows at once.
  mutating func changeFilter(_ change: (inout ListFilter) -> Void) {
    let before = filter
    change(&filter)
    guard isFilled, !filter.isOff, filter.narrows(before) else { return refresh() }
    rows = rows.filter(filter.matches)
    keepSelection(on: id)
  }

  private mutating func keepSelection(on id: String?) {
    if selected?.id != id, let index = rows.firstIndex(where: { $0.id == id }) {
      self.index = index
    }
    clamp()
  }

  /// Puts the entries with some identities first, in their order; the rows follow.
  mutating func arrange(_ ids: [String]) {
    let places = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
    entries = entries.enumerated().map { (places[$1.id] ?? ids.count + $0, $1) }
      .sorted { $0.0 < $1.0 }.map(\.1)
    refresh()
  }

  /// Moves the selection, in a list of some visible rows.
  mutating func move(_ movement: Movement, page: Int) {
    index = movement.target(from: index, page: page, last: rows.count - 1)
  }

  /// Selects a row, if there is one.
  mutating func select(_ row: Int) {
    if rows.indices.contains(row) { index = row }
  }

  /// Goes to a neighbouring row; false at the end of the list.
  mutating func step(_ distance: Int) -> Bool {
    guard rows.indices.contains(index + distance) else { return false }
    index += distance
    return true
  }

  /// Keeps the selection on a row, and that row among the visible ones.
  mutating func settle(height: Int) {
    clamp()
    let height = max(1, height)
    top = max(min(top, index, max(0, rows.count - height)), index - height + 1, 0)
    id = selected?.id
  }

  private mutating func clamp() { index = max(0, min(index, rows.count - 1)) }
}
