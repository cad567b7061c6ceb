package import Review

/// A list of the screen with what is said about each of its entries, and the keys of its own.
package protocol View: Sendable {
  /// What its own keys do; a view without keys says nothing here.
  associatedtype Action: Sendable = Never

  /// The name over the list.
  var title: String { get }
  /// What one entry is called.
  var noun: String { get }
  /// What the list says when it has no entries.
  var emptyWords: String { get }
  /// Whether the entries are findings, with severities to filter by.
  var showsFindings: Bool { get }
  /// Whether the entries are questions, which are answered instead of opened.
  var asks: Bool { get }
  /// Whether the screen opens with it rather than with the first view.
  func isUrgent(in contents: Contents) -> Bool

  /// The rows of the list, asked for when the contents are new or an action has changed the view.
  func entries(of contents: Contents) -> [Entry]
  /// Everything there is to say about an entry, for a width in columns.
  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines
  /// What the number of an entry was computed from; nil where it has none.
  func why(_ entry: Entry, in contents: Contents, width: Int) -> Lines?
  /// What saturates first of what it shows, behind what differs from today; nil where it shows
  /// today.
  func verdict(in contents: Contents) -> (name: String, verdict: GrowthVerdict?)?
  /// Draws the pane below the list; the text of the entry unless the view has a picture of it.
  func draw(_ entry: Entry, in contents: Contents, on pane: inout CellGrid, marks: Marks)

  /// Draws all below the tabs in place of the list and the pane; false where those are shown.
  func drawBody(
    _ selected: Entry?, in contents: Contents, on body: inout CellGrid, marks: Marks
  ) -> Bool
  /// Goes where an arrow key leads in what it draws; false where the key moves in the list.
  func walk(_ key: Key, in context: inout ViewContext) -> Bool

  /// Selects what it draws in a cell below the tabs; false where there is a list.
  func pick(column: Int, row: Int, in context: inout ViewContext) -> Bool

  /// What a key does on an entry where it means something else than in other lists.
  func action(of key: Key, on entry: Entry) -> Action?
  /// What it needs of new contents that they do not have.
  func wishes(of contents: Contents) -> [Effect]

  /// The keys it takes beyond those that work everywhere.
  static var keys: [KeyCommand<Action>] { get }
  /// Does what one of its keys asks for; the list is filled anew afterwards.
  mutating func update(_ action: Action, in context: inout ViewContext) -> [Effect]
  /// Shows another multiple of today's demand, where that means something.
  mutating func show(at multiple: Double)
  /// Takes back what its keys have changed, before the filter goes; false when there is nothing.
  mutating func goBack() -> Bool
}

extension View {
  /// Few views show findings.
  package var showsFindings: Bool { false }

  /// One view asks.
  package var asks: Bool { false }

  /// The screen opens with its first view.
  package func isUrgent(in contents: Contents) -> Bool { false }

  /// Few entries are about a number.
  package func why(_ entry: Entry, in contents: Contents, width: Int) -> Lines? { nil }

  /// Most views show today.
  package func verdict(in contents: Contents) -> (name: String, verdict: GrowthVerdict?)? { nil }

  /// The text of the entry.
  package func draw(_ entry: Entry, in contents: Contents, on pane: inout CellGrid, marks: Marks) {
    let lines = detail(of: entry, in: contents, width: pane.width - 2)
    pane.write(lines, from: 0, rows: 0..<pane.height)
  }

  /// Most views are a list with a pane.
  package func drawBody(
    _ selected: Entry?, in contents: Contents, on body: inout CellGrid, marks: Marks
  ) -> Bool { false }

  /// In a list there is up and down.
  package func walk(_ key: Key, in context: inout ViewContext) -> Bool { false }

  /// The rows of a list are known.
  package func pick(column: Int, row: Int, in context: inout ViewContext) -> Bool { false }

  /// In most rows it means the same.
  package func action(of key: Key, on entry: Entry) -> Action? { nil }

  /// Most views need nothing beyond the contents.
  package func wishes(of contents: Contents) -> [Effect] { [] }

  /// Most views show what is today.
  package mutating func show(at multiple: Double) {}

  /// What no key changes needs no way back.
  package mutating func goBack() -> Bool { false }

  /// What its own keys are, for the footer and the help.
  package var bindings: [KeyBinding] { Self.keys.map(\.binding) }

  /// Takes a key in that means something else on an entry; nil when it does not.
  mutating func press(
    _ key: Key, on entry: Entry, _ context: inout ViewContext
  ) -> [Effect]? {
    action(of: key, on: entry).map { update($0, in: &context) }
  }

  /// Takes a key in; nil when the view has no use for it.
  mutating func press(_ key: Key, in mode: Mode, _ context: inout ViewContext) -> [Effect]? {
    Self.keys.action(of: key, in: mode).map { update($0, in: &context) }
  }
}

extension View where Action == Never {
  /// A view without actions has no keys.
  package static var keys: [KeyCommand<Never>] { [] }

  /// Never called.
  package mutating func update(_ action: Never, in context: inout ViewContext) -> [Effect] {}
}
