import SourceText

/// The way to anything on the screen: rows of all views and all keys, found by words.
extension ReviewScreen {
  /// Where a row of the palette leads.
  enum Destination {
    case view(Int)
    case row(tab: Int, id: String)
    /// A key of a view's own.
    case key(tab: Int, Key)
    case command(KeyTable.Command)
  }

  mutating func openPalette() {
    guard contents != nil else { return }
    var palette = ListModel()
    (palette.entries, destinations) = everything
    palette.refresh()
    self.palette = palette
    prompt = Prompt(
      purpose: .palette, label: "go to: ", hint: "words of what you look for, or of a key",
      field: TextField())
  }

  /// What there is to go to after a reload.
  mutating func refreshPalette() {
    guard palette != nil else { return }
    let (entries, destinations) = everything
    self.destinations = destinations
    palette?.entries = entries
    palette?.refresh()
  }

  /// Goes where the selected row of the palette leads.
  mutating func leavePalette() -> [Effect] {
    let destination = selected.map { destinations[$0.number] }
    closePalette()
    switch destination {
    case .view(let tab):
      tabs.select(tab)
      return []
    case .key(let tab, let key):
      tabs.select(tab)
      return inView { $0.press(key, in: .list, &$1) } ?? []
    case .row(let tab, let id):
      tabs.select(tab)
      list.changeFilter { $0.reset() }
      list.refresh(selecting: id)
      return []
    case .command(let command): return command.action(&self)
    case nil: return []
    }
  }

  mutating func closePalette() { (palette, prompt, destinations) = (nil, nil, []) }

  /// The views, their rows, then the keys that work in a list.
  private var everything: (entries: [Entry], destinations: [Destination]) {
    var (entries, destinations): ([Entry], [Destination]) = ([], [])
    func add(_ label: String, _ message: String, _ texts: [String], _ destination: Destination) {
      entries.append(
        Entry(
          id: "\(entries.count)", number: entries.count, label: label, role: .dim,
          message: message, place: nil, searching: texts))
      destinations.append(destination)
    }
    for (index, tab) in tabs.all.enumerated() {
      add("view", tab.view.title, ["view", tab.view.title], .view(index))
    }
    for (index, tab) in tabs.all.enumerated() {
      let noun = tab.view.noun.lowercased()
      for entry in tab.list.entries {
        let words = entry.label + "  " + entry.message
        add(noun, words, [noun, words, entry.rule ?? ""], .row(tab: index, id: entry.id))
      }
    }
    for command in KeyTable.commands where command.binding.modes.contains(.list) {
      let name = command.binding.keys[0].name
      add("key", "\(name)  \(command.binding.words)", [command.binding.words], .command(command))
    }
    for (index, tab) in tabs.all.enumerated() {
      for binding in tab.view.bindings where binding.modes.contains(.list) {
        let words = "\(binding.keys[0].name)  \(tab.view.title): \(binding.words)"
        add("key", words, [words, binding.footer ?? ""], .key(tab: index, binding.keys[0]))
      }
    }
    return (entries, destinations)
  }
}
