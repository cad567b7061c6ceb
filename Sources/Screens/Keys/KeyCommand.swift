/// A row of a table of keys with what the keys do.
package struct KeyCommand<Action: Sendable>: Sendable {
  /// The keys and what is said about them.
  package let binding: KeyBinding
  /// What they do.
  package let action: Action

  /// Some keys that do something in some modes.
  package init(
    _ action: Action, _ keys: [Key], in modes: [Mode], _ words: String, footer: String? = nil,
    needsRoom: Bool = false
  ) {
    binding = KeyBinding(
      keys: keys, modes: modes, words: words, footer: footer, needsRoom: needsRoom)
    self.action = action
  }
}

extension Array {
  /// What a key does; nil when it does nothing there.
  func action<Action: Sendable>(of key: Key, in mode: Mode) -> Action?
  where Element == KeyCommand<Action> {
    first { $0.binding.modes.contains(mode) && $0.binding.keys.contains(key) }?.action
  }
}
