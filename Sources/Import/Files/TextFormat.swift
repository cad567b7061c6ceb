import YAML

/// A format as far as its texts go: how they are known, and what in them nobody may quote.
protocol TextFormat: Sendable {
  /// How `--as` and `as:` call it; its page is `imports/ID.yaml`.
  static var id: String { get }

  /// Whether its texts are YAML or JSON, so that an error in that is one of the file.
  static var isYAML: Bool { get }

  /// Whether a text is in the format, by its contents; its name decides nothing.
  static func recognises(_ text: ParsedText) -> Bool

  /// What in a text may be secret, as byte ranges.
  static func secrets(in text: ParsedText) -> [Range<Int>]

  /// The files and folders that a text makes part of its system, relative to it.
  static func parts(in text: ParsedText) -> [String]
}

extension TextFormat {
  static var isYAML: Bool { true }

  static func parts(in text: ParsedText) -> [String] { [] }
}
