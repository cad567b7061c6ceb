import SourceText
import YAML

/// Reads mappings from names that the author chose, such as those of components.
struct NameReader {
  let yaml: YAMLReader

  /// The entries of a mapping from names, with the names checked.
  func entries(_ node: NodeReference, of what: String) -> [Entry] {
    if yaml.isNull(node) { return [] }
    guard yaml.kind(node) == .mapping else {
      yaml.losesNames = true
      if yaml.isCutOff(node) { return [] }
      yaml.complain(
        "not-a-mapping", "`\(what)` must be a mapping from names",
        "write `name: { ... }` lines below it", at: node)
      return []
    }
    let entries = yaml.entries(node)
    return entries.map(checked)
  }

  /// A name has letters, digits, `-` and `_`: a dot would part component and operation.
  ///
  /// A hyphen that is none, as text processors write it, is read as one.
  private func checked(_ entry: Entry) -> Entry {
    let isFine =
      !entry.name.isEmpty
      && entry.name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" || $0 == "_"
      }
    guard !isFine, !yaml.isCutOff(entry.value) else { return entry }
    let plain = entry.name.replacing(/[\u{2010}-\u{2015}\u{2212}]/, with: "-")
    yaml.complain(
      "invalid-name", "`\(entry.name.prefix(60))` is not a name",
      plain == entry.name ? "a name has letters, digits, - and _" : didYouMean(plain),
      at: entry.key)
    return entry.renamed(plain)
  }
}

/// The names of one sort of element in all files of a description, to report a second one.
struct DeclaredNames {
  /// What is named, in one word.
  let what: String
  private var spans: [String: SourceSpan] = [:]

  init(of what: String) { self.what = what }

  /// Whether nothing else has the name of an entry; a second one is a problem.
  mutating func isNew(_ entry: Entry, _ yaml: YAMLReader) -> Bool {
    guard let first = spans[entry.name] else {
      spans[entry.name] = yaml.span(entry.key)
      return true
    }
    let place = yaml.sources.place(of: first)
    yaml.complain(
      "duplicate-\(what)", "a \(what) `\(entry.name)` is already defined",
      "it is defined in \(place.path) on line \(place.start.line); rename one of them",
      at: entry.key)
    return false
  }
}
