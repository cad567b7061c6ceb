/// What may stand in a mapping for people and for other tools: it says nothing to the reader.
package enum NoteKey {
  /// The key of a text for people.
  package static let text = "description"
  /// What the keys of other tools begin with, and those that hold anchors.
  package static let prefix = "x-"

  /// What they are, one or two sentences.
  package static let documentation =
    "As a key, a note for people: it changes nothing, and neither does any key that begins with "
    + "`x-`."

  /// Whether a key is one of them.
  package static func matches(_ name: String) -> Bool { name == text || name.hasPrefix(prefix) }
}
