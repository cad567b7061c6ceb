import Description
import SourceText

extension ReviewScreen {
  /// Takes an event in and says what has to be done outside.
  package mutating func update(_ event: Event) -> [Effect] {
    defer {
      settle()
      noteLook()
    }
    switch event {
    case .key(let key): return press(key)
    case .pointer(let pointer): point(pointer)
    case .paste(let text): paste(text)
    case .resize(let width, let height): (self.width, self.height) = (width, height)
    case .reloaded(let contents): return reload(contents)
    case .manual(let rule, let text): open(manual: text, of: rule)
    case .supposed(let contents, let changes): return show(supposed: contents, changes)
    case .solved(let variant): show(solved: variant)
    case .compared(.success(let text)): open(DifferencePage(text: text))
    case .compared(.failure(let refusal)): notices.notice = refusal.message
    case .differs(let revision, let difference): show(difference, from: revision)
    case .written(let failure, let next): show(written: failure, next)
    case .notice(let words): notices.notice = words
    }
    return []
  }

  /// Keeps the selection on a row and every region on the screen.
  mutating func settle() {
    let layout = layout
    list.settle(height: layout.list.count)
    guard !pages.isEmpty else { return }
    let last = pageLines(layout.text.count).all.count - layout.page.count
    pages[pages.count - 1].top = max(0, min(pages[pages.count - 1].top, last))
  }

  /// A character of the filter, a key that works everywhere, or one of the view's own.
  private mutating func press(_ key: Key) -> [Effect] {
    notices.notice = nil
    if key != .character("q") { isLeaving = false }
    if Mode.typing.contains(mode), case .character(let character) = key {
      type { $0.insert(String(character)) }
      return []
    }
    if walk(key) { return [] }
    if mode == .list, let selected,
      let effects = inView({ $0.press(key, on: selected, &$1) })
    {
      return effects
    }
    if let action = KeyTable.commands.action(of: key, in: mode) { return action(&self) }
    let mode = mode
    if let effects = inView({ $0.press(key, in: mode, &$1) }) { return effects }
    notices.notice =
      Mode.typing.contains(mode) ? "this key does nothing here" : "unknown key, ? for help"
    return []
  }

  /// The screen as the view's own keys see it.
  var viewContext: ViewContext {
    ViewContext(
      contents: contents, list: list, body: (width, layout.body.count), notice: nil)
  }

  /// Lets the view take an arrow that leads elsewhere than in a list.
  private mutating func walk(_ key: Key) -> Bool {
    var context = viewContext
    guard mode == .list, view.walk(key, in: &context) else { return false }
    notices.notice = context.notice
    list.refresh(selecting: context.selecting)
    return true
  }

  /// Lets the view take a key; nil when it has no use for it.
  mutating func inView(
    _ press: (inout any View, inout ViewContext) -> [Effect]?
  ) -> [Effect]? {
    var context = viewContext
    guard let effects = press(&tabs.current.view, &context) else { return nil }
    notices.notice = context.notice
    refill(selecting: context.selecting)
    return effects
  }

  /// Pasted text is text: it is typed where something is typed, on one line, and never taken for
  /// keys.
  private mutating func paste(_ text: String) {
    guard Mode.typing.contains(mode) else {
      notices.notice = "text can be pasted into the filter, / opens it"
      return
    }
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    type { $0.insert(words.printable) }
  }
}
