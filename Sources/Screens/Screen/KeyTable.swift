/// What a key can do.
package enum Action: String, CaseIterable, Sendable {
  case open, filter, help, leave, nextTab, severity, next, previous, manual, edit, reload
  case up, down, pageUp, pageDown, first, last, back, previousTab
  case keepFilter, dropFilter, eraseCharacter, eraseWord, eraseFilter
  case repaint, suspend, quit
}

/// What is on the screen, as far as keys are concerned.
package enum Mode: CaseIterable, Sendable {
  case list, detail, manual, help
  /// The filter is being typed; characters are its text.
  case filter

  /// The modes in which text is read and scrolled.
  static let pages: [Mode] = [.detail, .manual, .help]
  /// The modes in which characters are commands.
  static let commands: [Mode] = [.list, .detail, .manual, .help]
}

/// One row of the table of keys: dispatch, footer and help all come from it.
package struct KeyBinding: Sendable {
  /// What the keys do.
  package let action: Action
  /// The keys; the first one stands in the footer.
  package let keys: [Key]
  /// Where they do it.
  package let modes: [Mode]
  /// The footer's word; nil where the footer says nothing.
  package let footer: String?
  /// The manual's sentence.
  package let words: String

  private init(
    _ action: Action, _ keys: [Key], in modes: [Mode], _ words: String, footer: String? = nil
  ) {
    self.action = action
    self.keys = keys
    self.modes = modes
    self.footer = footer
    self.words = words
  }

  /// What a key does; nil when it does nothing there.
  static func action(of key: Key, in mode: Mode) -> Action? {
    all.first { $0.modes.contains(mode) && $0.keys.contains(key) }?.action
  }

  /// All keys; the footer shows the first ones that fit.
  package static let all: [KeyBinding] = [
    KeyBinding(
      .open, [.enter, .right, .character("l")], in: [.list], "open the row", footer: "open"),
    KeyBinding(.keepFilter, [.enter], in: [.filter], "keep the filter", footer: "keep"),
    KeyBinding(
      .dropFilter, [.escape], in: [.filter], "restore the filter from before", footer: "restore"),
    KeyBinding(
      .next, [.character("n")], in: [.detail], "go to the next row without leaving the text",
      footer: "next"),
    KeyBinding(
      .previous, [.character("N"), .character("p")], in: [.detail], "go to the previous row"),
    KeyBinding(
      .filter, [.character("/")], in: [.list], "filter by rule, element and message",
      footer: "filter"),
    KeyBinding(
      .manual, [.character("m"), .enter, .right, .character("l")], in: [.detail],
      "read the rule's page", footer: "manual"),
    KeyBinding(.manual, [.character("m")], in: [.list], "read the rule's page"),
    KeyBinding(
      .help, [.character("?")], in: [.list, .detail, .manual], "show all keys", footer: "help"),
    KeyBinding(
      .leave, [.character("q")], in: [.list], "quit", footer: "quit"),
    KeyBinding(
      .back, [.escape, .character("q"), .left, .character("h")], in: Mode.pages, "go back",
      footer: "back"),
    KeyBinding(
      .back, [.escape, .left, .character("h")], in: [.list], "drop the filters"),
    KeyBinding(
      .nextTab, [.tab], in: [.list], "findings, questions, problems",
      footer: "questions, problems"),
    KeyBinding(.previousTab, [.backTab], in: [.list], "the same, backwards"),
    KeyBinding(
      .severity, [.character("s")], in: [.list],
      "show all findings, critical ones, high ones and above, medium ones and above",
      footer: "severity"),
    KeyBinding(
      .edit, [.character("e")], in: [.list, .detail], "edit the place ($VISUAL, $EDITOR)",
      footer: "edit"),
    KeyBinding(
      .reload, [.character("r")], in: Mode.commands,
      "review again; a saved file is reviewed by itself", footer: "reload"),
    KeyBinding(
      .up, [.up, .character("k")], in: Mode.allCases, "one row up"),
    KeyBinding(.down, [.down, .character("j")], in: Mode.allCases, "one row down"),
    KeyBinding(
      .pageUp, [.pageUp, .control("b"), .control("u")], in: Mode.commands, "one page up"),
    KeyBinding(
      .pageDown, [.pageDown, .character(" "), .control("f"), .control("d")], in: Mode.commands,
      "one page down"),
    KeyBinding(.first, [.home, .character("g")], in: Mode.commands, "the first row"),
    KeyBinding(.last, [.end, .character("G")], in: Mode.commands, "the last row"),
    KeyBinding(
      .eraseCharacter, [.backspace, .delete], in: [.filter], "erase a character"),
    KeyBinding(.eraseWord, [.control("w")], in: [.filter], "erase a word"),
    KeyBinding(.eraseFilter, [.control("u")], in: [.filter], "erase the filter"),
    KeyBinding(.repaint, [.control("l")], in: Mode.allCases, "paint the screen anew"),
    KeyBinding(.suspend, [.control("z")], in: Mode.allCases, "suspend; `fg` comes back"),
    KeyBinding(.quit, [.control("c")], in: Mode.allCases, "quit from anywhere"),
  ]
}
