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
