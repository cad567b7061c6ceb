/// What is on the screen, as far as keys are concerned.
package enum Mode: CaseIterable, Sendable {
  case list, detail, manual, help
  /// The filter is being typed; characters are its text.
  case filter
  /// Words of something to go to are being typed.
  case palette
  /// A value, or a name, is being typed.
  case input
  /// Lines that are to be written are shown.
  case proposal

  /// The modes in which text is read and scrolled.
  static let pages: [Mode] = [.detail, .manual, .help, .proposal]
  /// The modes in which something is typed.
  static let typing: [Mode] = [.filter, .palette, .input]
  /// The modes in which characters are commands.
  static let commands: [Mode] = [.list, .detail, .manual, .help, .proposal]
}
