import Findings
import SourceText

/// What happens to the screen from outside.
package enum Event: Sendable {
  /// A key was pressed.
  case key(Key)
  /// A text was pasted.
  case paste(String)
  /// The screen has another size.
  case resize(width: Int, height: Int)
  /// A review was made.
  case reloaded(Contents)
  /// The page of a rule, or that there is none.
  case manual(rule: String, text: String?)
  /// Something to tell, such as an editor that did not start.
  case notice(String)
}

/// What the screen asks for; drawing needs no asking.
package enum Effect: Equatable, Sendable {
  case quit, repaint, suspend, reload
  case edit(path: String, line: Int)
  /// The page of a rule is to be shown.
  case lookUp(rule: String)
}

extension ReviewScreen {
  /// Takes an event in and says what has to be done outside.
  package mutating func update(_ event: Event) -> [Effect] {
    defer { settle() }
    switch event {
    case .key(let key): return press(key)
    case .paste(let text): paste(text)
    case .resize(let width, let height): (self.width, self.height) = (width, height)
    case .reloaded(let contents): show(contents)
    case .manual(let rule, let text): open(manual: text, of: rule)
    case .notice(let words): notice = words
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    if mode == .filter, case .character(let character) = key {
      changeFilter { $0.append(character) }
      return []
    }
    guard let action = KeyBinding.action(of: key, in: mode) else {
      notice = "unknown key, ? for help"
      return []
    }
    return perform(action)
  }

  /// Pasted text is text: it is typed into the filter, on one line, and never taken for keys.
  private mutating func paste(_ text: String) {
    guard mode == .filter else {
      notice = "text can be pasted into the filter, / opens it"
      return
    }
    let words = text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
    changeFilter { $0 += words.printable }
  }

  private mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .leave, .quit: return [.quit]
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .reload:
      notice = "reading \(path) ..."
      return [.reload]
    case .edit: return edit()
    case .up, .down, .pageUp, .pageDown, .first, .last: move(action)
    case .open: if selected != nil { pages.append(OpenPage(page: .detail)) }
    case .help: pages.append(OpenPage(page: .help))
    case .manual:
      if let rule = selected?.rule { return [.lookUp(rule: rule)] }
      open(manual: nil, of: "")
    case .back: goBack()
    case .next: step(1)
    case .previous: step(-1)
    case .nextTab: change(tabBy: 1)
    case .previousTab: change(tabBy: -1)
    case .severity: changeSeverity()
    case .filter: startFilter()
    case .keepFilter: filter.isTyped = false
    case .dropFilter: restoreFilter()
    case .eraseCharacter: changeFilter { _ = $0.popLast() }
    case .eraseWord: changeFilter { $0.removeLastWord() }
    case .eraseFilter: changeFilter { $0 = "" }
    }
    return []
  }

  private mutating func edit() -> [Effect] {
    let place = selected?.place ?? banner?.place
    return [.edit(path: place?.path ?? path, line: place?.start.line ?? 1)]
  }

  private mutating func open(manual text: String?, of rule: String) {
    guard let text else {
      notice = "there is no manual for this"
      return
    }
    pages.append(OpenPage(page: .manual(rule: rule, text: text)))
  }

  private mutating func goBack() {
    if pages.popLast() != nil { return }
    guard filter.text.isEmpty, leastSeverity == .low else {
      leastSeverity = .low
      filter.text = ""
      refresh()
      return
    }
    notice = "q quits"
  }
}

extension String {
  /// Removes the last word with the blanks behind it.
  fileprivate mutating func removeLastWord() {
    while last == " " { removeLast() }
    while let last, last != " " { removeLast() }
  }
}
