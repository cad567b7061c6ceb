/// What is on the screen, as far as keys are concerned.
package enum Mode: CaseIterable, Sendable {
  case list, detail, manual, help
  /// What a number was computed from is shown.
  case why
  /// The filter is being typed; characters are its text.
  case filter
  /// Words of something to go to are being typed.
  case palette
  /// A value, or a name, is being typed.
  case input
  /// The answer to a question is being typed.
  case answer
  /// Lines that are to be written are shown.
  case proposal

  /// The modes in which text is read and scrolled.
  static let pages: [Mode] = [.detail, .why, .manual, .help, .proposal]
  /// The modes in which a text has values that can be gone to.
  static let values: [Mode] = [.detail, .why]
  /// The modes in which something is typed.
  static let typing: [Mode] = [.filter, .palette, .input, .answer]
  /// The modes in which something is asked for, its form below it.
  static let asking: [Mode] = [.input, .answer]
  /// The modes in which a list follows what is typed.
  static let searching: [Mode] = [.filter, .palette]
  /// The modes in which characters are commands.
  static let commands: [Mode] = [.list, .detail, .why, .manual, .help, .proposal]
}
