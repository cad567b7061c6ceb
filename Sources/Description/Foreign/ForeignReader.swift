package import SourceText
package import YAML

/// What reads files in the formats of other tools; the module that knows the formats supplies it.
package protocol ForeignReader: Sendable {
  /// Whether a text is in a format of another tool, whether that is read or not.
  func recognises(_ text: ParsedText) -> Bool

  /// What some inputs say about one system; what is wrong with them goes to the reader.
  func read(
    _ inputs: [ForeignInput], _ files: FileAccess, into yaml: YAMLReader
  ) -> ForeignReading
}

/// Something to read in the format of another tool.
package enum ForeignInput: Sendable {
  /// A text that has been read already, from the file of a real path.
  case text(ParsedText, identity: String)
  /// A file or a folder, in a format where that is said, and where a description names it.
  case path(String, format: String?, map: [ForeignName] = [], span: SourceSpan?)
}

/// What a name of another tool means in the words of descriptions, as one of them says.
package struct ForeignName: Sendable {
  /// The name, such as that of a metric.
  package let name: String
  /// What it means, such as `used of db`.
  package let meaning: String
  /// Where that is written.
  package let span: SourceSpan
}

/// What was read in the formats of other tools.
package struct ForeignReading: Sendable {
  /// The system.
  package var draft: Draft
  /// What was read of each input, and what was not.
  package var notes: [ImportNote]

  /// A reading from its parts.
  package init(draft: Draft, notes: [ImportNote]) {
    self.draft = draft
    self.notes = notes
  }
}
