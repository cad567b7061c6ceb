/// A key, whatever bytes the terminal sends for it.
package enum Key: Hashable, Sendable {
  /// A printable character.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case control(Character)
  case up, down, left, right, pageUp, pageDown, home, end
  case tab, backTab, enter, escape, backspace, delete
  /// A key the screen knows nothing about.
  case other

  /// What the keyboard calls it.
  package var name: String {
    switch self {
    case .character(let character): String(character)
    case .control(let character): "Ctrl-" + String(character).uppercased()
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .other: "?"
    }
  }
}
