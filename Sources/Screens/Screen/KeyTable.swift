/// The keys that work in every view, each with what it does.
enum KeyTable {
  typealias Action = @Sendable (inout ReviewScreen) -> [Effect]
  typealias Command = KeyCommand<Action>

  /// All of them; the footer shows the first ones that fit.
  static let commands: [Command] = ways + suppositions + exports + movements

  /// What leads to views, texts and the outside.
  private static let ways: [Command] = [
    key([.enter], in: [.list], "open the row; answer the question", footer: "open") {
      $0.openRow()
    },
    key([.right, .character("l")], in: [.list], "open the row") { $0.openDetail() },
    asking([.enter], in: Mode.typing, "take what is typed", footer: "take") { $0.accept() },
    key(
      [.escape], in: Mode.typing, "leave it as it was; a decision goes one step back",
      footer: "leave"
    ) { $0.cancel() },
    key(
      [.down, .tab], in: [.answer], "the next question; what is typed stays as a draft",
      footer: "skip"
    ) { $0.skip(1) },
    key([.up, .backTab], in: [.answer], "the question before") { $0.skip(-1) },
    key([.character("a")], in: [.list, .detail], "accept the finding: reason, owner, last day") {
      $0.startDecision()
    },
    asking([.character("y")], in: [.proposal], "write it", footer: "write") { $0.write() },
    key(
      [.character("n")], in: [.detail], "go to the next row without leaving the text",
      footer: "next"
    ) { $0.step(1) },
    key([.character("N"), .character("p")], in: [.detail], "go to the previous row") {
      $0.step(-1)
    },
    key(
      [.character("/")], in: [.list],
      "filter by words: rule, element, message, severity, team, product; !word leaves out",
      footer: "filter"
    ) { $0.startFilter() },
    asking(
      [.character("m"), .enter, .right, .character("l")], in: [.detail], "read the rule's page",
      footer: "manual"
    ) { $0.openManual() },
    asking(
      [.enter, .character("e")], in: [.why], "edit the line of the value ($VISUAL, $EDITOR)",
      footer: "edit"
    ) { $0.editFigure() },
    asking([.character("m")], in: [.list], "read the rule's page") { $0.openManual() },
    key(
      [.control("p"), .character(":")], in: [.list, .detail, .manual], "go to anything by words"
    ) {
      $0.pages = []
      $0.openPalette()
    },
    key([.character("?")], in: [.list, .detail, .why, .manual], "show all keys", footer: "help") {
      $0.open(HelpPage())
    },
    asking([.character("q")], in: [.list], "quit", footer: "quit") { $0.quit() },
    key(
      [.escape, .character("q"), .left, .character("h")], in: Mode.pages, "go back", footer: "back"
    ) { $0.goBack() },
    key([.escape, .left, .character("h")], in: [.list], "drop the filters") { $0.goBack() },
    key(
      [.character("w")], in: [.list, .detail],
      "why the number is what it is: formula, values, origins, lines", footer: "why"
    ) { $0.openWhy() },
    key(
      [.character("z")], in: [.list, .detail, .why, .manual],
      "give the list or the text the whole screen, and back: side by side from 120x40 on",
      footer: "zoom", needsRoom: true
    ) { $0.zoom() },
    key([.tab], in: [.list], titles(Views.all), footer: titles(Views.all.dropFirst())) {
      $0.tabs.move(by: 1)
    },
    key([.enter], in: [.manual], "from a comparison to the list, its rows marked") {
      $0.openFindings()
    },
    key([.backTab], in: [.list], "the same, backwards") { $0.tabs.move(by: -1) },
    key(
      [.character("d")], in: [.list],
      "compare with a git revision: new, worse, better and fixed findings by name"
    ) { $0.askForRevision() },
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
  ]

  /// What looks at other values than those in the file, and writes them.
  private static let suppositions: [Command] = [
    key(
      [.tab], in: Mode.values, "go to the next value that can be changed, or section",
      footer: "value"
    ) { $0.goToStop(1) },
    key([.backTab], in: Mode.values, "go to the one before") { $0.goToStop(-1) },
    asking(
      [.character("+")], in: Mode.values, "suppose more of it: what if", footer: "what if"
    ) { $0.step(figure: 1) },
    asking([.character("-")], in: Mode.values, "suppose less of it") {
      $0.step(figure: -1)
    },
    key([.character("=")], in: Mode.values, "suppose another value") { $0.askForValue() },
    asking([.character("u")], in: [.list, .detail], "take back what was supposed last") {
      $0.undo()
    },
    asking([.control("r")], in: [.list, .detail], "suppose it again") { $0.redo() },
    asking([.character("W")], in: [.list, .detail], "write what is supposed into the file") {
      $0.propose()
    },
    key([.character("S")], in: [.list, .detail], "keep what is supposed as a scenario") {
      $0.keepAsScenario()
    },
  ]

  /// What takes something out of the screen.
  private static let exports: [Command] = [
    asking([.character("c")], in: Mode.commands, "copy the row, or the text that is open") {
      $0.copy()
    },
    key([.character("E")], in: [.list], "export the list as shown to a file: .txt, .csv, .md") {
      $0.askForFile(of: .list)
    },
    key([.character("D")], in: [.list], "export the review document: .html, .md") {
      $0.askForFile(of: .document)
    },
  ]

  /// What moves, in lists, texts and what is typed.
  private static let movements: [Command] = [
    key([.up, .character("k")], in: Mode.commands + Mode.searching, "one row up") { $0.move(.up) },
    key([.down, .character("j")], in: Mode.commands + Mode.searching, "one row down") {
      $0.move(.down)
    },
    key([.pageUp, .control("b"), .control("u")], in: Mode.commands, "one page up") {
      $0.move(.pageUp)
    },
    key(
      [.pageDown, .character(" "), .control("f"), .control("d")], in: Mode.commands,
      "one page down"
    ) { $0.move(.pageDown) },
    key([.home, .character("g")], in: Mode.commands, "the first row") { $0.move(.first) },
    key([.end, .character("G")], in: Mode.commands, "the last row") { $0.move(.last) },
    typing([.left, .control("b")], .left, "one character to the left"),
    typing([.right, .control("f")], .right, "one character to the right"),
    typing([.home, .control("a")], .start, "to the start"),
    typing([.end, .control("e")], .end, "to the end"),
    typing([.backspace, .control("h")], .eraseBefore, "erase a character"),
    typing([.delete, .control("d")], .eraseAfter, "erase the character behind the cursor"),
    typing([.control("w")], .eraseWord, "erase a word"),
    typing([.control("u")], .eraseToStart, "erase to the start"),
    typing([.control("k")], .eraseToEnd, "erase to the end"),
    asking(
      [.character("M")], in: Mode.commands,
      "take the mouse: the wheel scrolls, a click selects; or leave it to the terminal"
    ) { $0.toggleMouse() },
    asking([.control("l")], in: Mode.allCases, "paint the screen anew") { _ in [.repaint] },
    asking([.control("z")], in: Mode.allCases, "suspend; `fg` comes back") { _ in [.suspend] },
    asking([.control("c")], in: Mode.allCases, "quit from anywhere") { _ in [.quit] },
  ]

  /// A key that changes the screen.
  private static func key(
    _ keys: [Key], in modes: [Mode], _ words: String, footer: String? = nil,
    needsRoom: Bool = false, does change: @escaping @Sendable (inout ReviewScreen) -> Void
  ) -> Command {
    asking(keys, in: modes, words, footer: footer, needsRoom: needsRoom) { screen in
      change(&screen)
      return []
    }
  }

  /// A key that asks for something outside.
  private static func asking(
    _ keys: [Key], in modes: [Mode], _ words: String, footer: String? = nil,
    needsRoom: Bool = false, action: @escaping Action
  ) -> Command {
    Command(action, keys, in: modes, words, footer: footer, needsRoom: needsRoom)
  }

  /// A key that changes what is typed.
  private static func typing(_ keys: [Key], _ edit: TextField.Edit, _ words: String) -> Command {
    key(keys, in: Mode.typing, words) { $0.type { $0.apply(edit) } }
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
