import YAML

/// A format of another tool: one folder of this module, one page in `rules/imports`, and its line
/// in `Formats.all`.
protocol ForeignFormat: Sendable {
  /// How `--as` and `as:` call it; its page is `imports/ID.yaml`.
  static var id: String { get }

  /// Whether a text is in the format, by its contents; its name decides nothing.
  static func recognises(_ text: ParsedText) -> Bool

  /// What in a text may be secret, as byte ranges: nobody ever quotes it.
  static func secrets(in text: ParsedText) -> [Range<Int>]

  /// Reads all files of the format among the inputs of one system, in their order.
  static func read(_ files: [ForeignFile], into system: ForeignSystem)
}
