import Description
import SourceText
import YAML

/// Opens texts for readers and keeps each once, its secrets hidden.
///
/// A class: the readers of all formats share it.
final class ForeignFiles {
  let yaml: YAMLReader
  private let access: FileAccess
  /// The files that have been read, by their real paths.
  private var seen: Set<String> = []
  /// The real paths of files, by the paths that lead to them.
  private(set) var identities: [String: String] = [:]

  /// Most files that one system is read from.
  static let limit = 2000

  init(_ yaml: YAMLReader, _ access: FileAccess) {
    self.yaml = yaml
    self.access = access
  }

  /// Takes note of a text that was read before.
  func knows(_ path: String, as identity: String) {
    seen.insert(identity)
    identities[path] = identity
  }

  /// What a path gives.
  enum Opening {
    case text(ParsedText, [TextFlaw])
    /// It is part of the system already.
    case again
    case failure(FileAccess.Failure)
  }

  /// Reads and parses a file; UTF-16 is read as what it says.
  func open(_ path: String) -> Opening {
    switch access.foreign(path) {
    case .failure(let failure): return .failure(failure)
    case .success(let contents):
      guard seen.insert(contents.identity).inserted else { return .again }
      identities[path] = contents.identity
      let bytes = UTF16Text.decoded(contents.bytes) ?? contents.bytes
      let (text, flaws) = SourceText.clean(path: path, bytes: bytes)
      return .text(ParsedText(text), flaws)
    }
  }

  /// The bytes of a file whose values stay unseen, such as `.env`; nil when it cannot be read.
  func secretText(_ path: String) -> String? {
    guard case .success(let contents) = access.foreign(path), contents.bytes.count < 1 << 20 else {
      return nil
    }
    return String(decoding: contents.bytes, as: UTF8.self)
  }

  /// The files below a folder.
  func list(_ folder: String) -> [String] { access.list(folder) }

  /// Keeps a text in a format; what is wrong with its bytes and its YAML is said.
  func keep(
    _ text: ParsedText, _ flaws: [TextFlaw] = [], as format: any TextFormat.Type
  ) -> ForeignFile {
    var secrets = format.secrets(in: text)
    if format.isYAML, let failure = text.failure { secrets += SecretKeys.rest(of: text, failure) }
    let tree = yaml.keep(text, hiding: secrets)
    yaml.complain(of: flaws, in: tree.source)
    if format.isYAML { yaml.complain(of: text.failure, in: tree.source) }
    return ForeignFile(
      path: text.text.path, format: format.id, text: text.text, source: tree.source,
      roots: tree.roots.filter { !tree.isNull($0) }.map {
        NodeReference(tree: tree.source, node: $0)
      })
  }
}
