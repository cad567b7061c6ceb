/// The keys that work in every view, each with what it does.
enum KeyTable {
  typealias Action = @Sendable (inout ReviewScreen) -> [Effect]
  typealias Command = KeyCommand<Action>

  /// All of them; the footer shows the first ones that fit.
  static let commands: [Command] = [
    key([.enter, .right, .character("l")], in: [.list], "open the row", footer: "open") {
      $0.openDetail()
    },
    key([.enter], in: [.filter], "keep the filter", footer: "keep") { $0.prompt = nil },
    key([.escape], in: [.filter], "restore the filter from before", footer: "restore") {
      $0.restoreFilter()
    },
    key(
      [.character("n")], in: [.detail], "go to the next row without leaving the text",
      footer: "next"
    ) { $0.step(1) },
    key([.character("N"), .character("p")], in: [.detail], "go to the previous row") {
      $0.step(-1)
    },
    key(
      [.character("/")], in: [.list], "filter by rule, element and message", footer: "filter"
    ) { $0.startFilter() },
    asking(
      [.character("m"), .enter, .right, .character("l")], in: [.detail], "read the rule's page",
      footer: "manual"
    ) { $0.openManual() },
    asking([.character("m")], in: [.list], "read the rule's page") { $0.openManual() },
    key([.character("?")], in: [.list, .detail, .manual], "show all keys", footer: "help") {
      $0.open(HelpPage())
    },
    asking([.character("q")], in: [.list], "quit", footer: "quit") { _ in [.quit] },
    key(
      [.escape, .character("q"), .left, .character("h")], in: Mode.pages, "go back", footer: "back"
    ) { $0.goBack() },
    key([.escape, .left, .character("h")], in: [.list], "drop the filters") { $0.goBack() },
    key([.tab], in: [.list], titles(Views.all), footer: titles(Views.all.dropFirst())) {
      $0.tabs.move(by: 1)
    },
    key([.backTab], in: [.list], "the same, backwards") { $0.tabs.move(by: -1) },
    key(
      [.character("s")], in: [.list],
      "show all findings, critical ones, high ones and above, medium ones and above",
      footer: "severity"
    ) { $0.changeSeverity() },
    asking(
      [.character("e")], in: [.list, .detail], "edit the place ($VISUAL, $EDITOR)", footer: "edit"
    ) { $0.edit() },
    asking(
      [.character("r")], in: Mode.commands, "review again; a saved file is reviewed by itself",
      footer: "reload"
    ) { $0.reload() },
    key([.up, .character("k")], in: Mode.allCases, "one row up") { $0.move(.up) },
    key([.down, .character("j")], in: Mode.allCases, "one row down") { $0.move(.down) },
    key([.pageUp, .control("b"), .control("u")], in: Mode.commands, "one page up") {
      $0.move(.pageUp)
    },
    key(
      [.pageDown, .character(" "), .control("f"), .control("d")], in: Mode.commands,
      "one page down"
    ) { $0.move(.pageDown) },
    key([.home, .character("g")], in: Mode.commands, "the first row") { $0.move(.first) },
    key([.end, .character("G")], in: Mode.commands, "the last row") { $0.move(.last) },
    key([.backspace, .delete], in: [.filter], "erase a character") {
      $0.changeFilter { _ = $0.popLast() }
    },
    key([.control("w")], in: [.filter], "erase a word") {
      $0.changeFilter { $0.removeLastWord() }
    },
    key([.control("u")], in: [.filter], "erase the filter") { $0.changeFilter { $0 = "" } },
    asking([.control("l")], in: Mode.allCases, "paint the screen anew") { _ in [.repaint] },
    asking([.control("z")], in: Mode.allCases, "suspend; `fg` comes back") { _ in [.suspend] },
    asking([.control("c")], in: Mode.allCases, "quit from anywhere") { _ in [.quit] },
  ]

  /// A key that changes the screen.
  private static func key(
    _ keys: [Key], in modes: [Mode], _ words: String, footer: String? = nil,
    does change: @escaping @Sendable (inout ReviewScreen) -> Void
  ) -> Command {
    asking(keys, in: modes, words, footer: footer) { screen in
      change(&screen)
      return []
    }
  }

  /// A key that asks for something outside.
  private static func asking(
    _ keys: [Key], in modes: [Mode], _ words: String, footer: String? = nil,
    action: @escaping Action
  ) -> Command {
    Command(action, keys, in: modes, words, footer: footer)
  }

  /// What the views are called, one after the other.
  private static func titles(_ views: some Sequence<any View>) -> String {
    views.map { $0.title.lowercased() }.joined(separator: ", ")
  }
}

extension KeyBinding {
  /// The keys that work in every view.
  package static let all: [KeyBinding] = KeyTable.commands.map(\.binding)
}
