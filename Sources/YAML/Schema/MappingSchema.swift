/// A key that may stand in a mapping, and what its value means to the reader.
///
/// A class, because every key of a text is looked up and handed on.
package final class KeySpec<Meaning: Sendable>: Sendable {
  /// The key as written.
  package let name: String
  /// What the reader takes its value for.
  package let meaning: Meaning
  /// What it says, one or two sentences.
  package let documentation: String

  /// A key from its parts.
  package init(_ name: String, _ meaning: Meaning, _ documentation: String) {
    self.name = name
    self.meaning = meaning
    self.documentation = documentation
  }
}

/// The keys of a mapping that all stand in one enumeration, so that a reader that forgets one does
/// not compile.
package protocol MappingKey: RawRepresentable<String>, CaseIterable, Sendable {
  /// What the key says, one or two sentences.
  var documentation: String { get }
}

/// The keys of one sort of mapping: the single definition for reader, schema and documentation.
package struct MappingSchema<Meaning: Sendable>: Sendable {
  /// The keys, in the order in which they are listed.
  package let keys: [KeySpec<Meaning>]
  /// Whether notes, which say nothing to the reader, may stand beside them.
  package let takesNotes: Bool
  private let byName: [String: KeySpec<Meaning>]
  private let hints: KeyHints

  /// A sort of mapping from its keys, no two of one name, whether it takes notes beside them, and
  /// what to answer to other keys.
  package init(
    _ keys: [KeySpec<Meaning>], takesNotes: Bool, hints: KeyHints = KeyHints()
  ) {
    self.keys = keys
    self.takesNotes = takesNotes
    self.hints = hints
    byName = Dictionary(keys.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The key of a name; nil when the mapping has none such.
  package subscript(name: String) -> KeySpec<Meaning>? { byName[name] }

  /// The key that a word stands for which is none: another spelling of it, or a synonym.
  package func meant(by word: String) -> String? {
    let spelling = KeyHints.spelling(of: word)
    return [spelling, hints.synonyms[spelling]].compactMap(\.self).first { self[$0] != nil }
  }

  /// Where a key belongs that does not stand here; nil for what is a key nowhere.
  package func home(of word: String) -> String? {
    let spelling = KeyHints.spelling(of: word)
    return [spelling, hints.synonyms[spelling]].compactMap(\.self).compactMap(hints.home).first
  }

  /// The keys in words, of very many the first.
  package var listed: String {
    let (shown, most) = (12, 20)
    guard keys.count > most else { return "its keys are \(names.joined(separator: ", "))" }
    return "its keys are \(names.prefix(shown).joined(separator: ", ")) and "
      + "\(keys.count - shown) more; `tenfold schema` has them all"
  }

  /// The names of all keys.
  package var names: [String] { keys.map(\.name) }
}

extension MappingSchema where Meaning: MappingKey {
  /// The sort of mapping that has the keys of an enumeration.
  package init(_: Meaning.Type = Meaning.self, takesNotes: Bool = false) {
    self.init(
      Meaning.allCases.map { KeySpec($0.rawValue, $0, $0.documentation) }, takesNotes: takesNotes)
  }
}
