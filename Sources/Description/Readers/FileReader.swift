import Findings
import SourceText
import YAML

/// Reads the files that a description consists of: the first one, and what they include.
struct FileReader {
  /// The documents found, in the order in which they are read.
  private(set) var roots: [NodeReference] = []
  /// What is to be read in other formats, in the order of the text.
  private(set) var imports: [ForeignInput] = []
  private let yaml: YAMLReader
  private let files: FileAccess
  private let foreign: (any ForeignReader)?
  /// The files that have been read, by their real paths.
  private var seen: Set<String> = []

  init(_ yaml: YAMLReader, _ files: FileAccess, _ foreign: (any ForeignReader)?) {
    self.yaml = yaml
    self.files = files
    self.foreign = foreign
  }

  /// Reads the first file and all that it includes; whether it could be opened.
  mutating func read(_ path: String) -> Bool {
    switch files.open(path) {
    case .failure(.directoryWithoutDescriptions) where foreign != nil:
      imports = [.path(path, format: nil, span: nil)]
      return true
    case .failure(let failure):
      yaml.add(Problem(.error, failure.code, "`\(path)` \(failure.message)", path: path))
      return false
    case .success(let contents):
      seen = [contents.identity]
      open(path, contents.bytes)
      return true
    }
  }

  /// Most files one description may consist of.
  private static let fileLimit = 1000

  /// Reads one file, its documents and what they include.
  private mutating func open(_ path: String, _ bytes: [UInt8]) {
    if seen.count == 1, let decoded = UTF16Text.decoded(bytes), let foreign {
      let parsed = ParsedText(SourceText.clean(path: path, bytes: decoded).0)
      if foreign.recognises(parsed) {
        imports.append(.text(parsed, identity: seen.first ?? path))
        return
      }
    }
    let (text, flaws) = SourceText.clean(path: path, bytes: bytes)
    let parsed = ParsedText(text)
    if seen.count == 1, !Self.isDescription(parsed), let foreign, foreign.recognises(parsed) {
      imports.append(.text(parsed, identity: seen.first ?? path))
      return
    }
    switch yaml.recognise(parsed, having: DescriptionKeys.root.names, as: "a description") {
    case .other: break
    case .nothing:
      let source = yaml.sources.texts.count - 1
      guard flaws.isEmpty else { return yaml.complain(of: flaws, in: source) }
      yaml.complain(
        "empty-file", "`\(path)` describes nothing",
        "start with `system: name` and `components:`", at: SourceSpan(source: source, 0..<0))
    case .known(let tree, let failure):
      yaml.complain(of: flaws, in: tree.source)
      yaml.complain(of: failure, in: tree.source)
      read(tree, path)
    }
  }

  /// Whether a text has a key that only descriptions have at their top, or else their name: one
  /// that only includes others says no more.
  private static func isDescription(_ text: ParsedText) -> Bool {
    if DescriptionName.fits(text.text.path) { return true }
    let own: Set = ["tenfold", "system", "journeys", "import", "scenarios", "accepted"]
    return text.documents.contains { $0.contains { own.contains($0.key) } }
  }

  /// Reads the documents of one file and what they include.
  private mutating func read(_ tree: SourceTree, _ path: String) {
    for root in tree.roots where !tree.isNull(root) {
      let reference = NodeReference(tree: tree.source, node: root)
      guard tree.kind(root) == .mapping else {
        yaml.complain(
          "not-a-mapping", "a description must be a mapping",
          "start with `system: name` and `components:`", at: reference)
        continue
      }
      roots.append(reference)
      imports += ImportReader(yaml: yaml).inputs(reference, of: path)
      for include in includes(reference) { follow(include, from: path) }
    }
  }

  private func includes(_ root: NodeReference) -> [NodeReference] {
    let tree = yaml.trees[root.tree]
    guard let pair = tree.pairs(root.node).first(where: { tree.text($0.key) == "include" }) else {
      return []
    }
    let node = NodeReference(tree: root.tree, node: pair.value)
    return yaml.value(node, .list, key: "include") == nil ? [] : yaml.oneOrMore(node)
  }

  private mutating func follow(_ include: NodeReference, from path: String) {
    guard seen.count < Self.fileLimit else {
      yaml.complain(
        "too-many-files", "a description has at most \(Self.fileLimit) files",
        "merge some of them", at: include)
      return
    }
    let target = RelativePath.joined(path, yaml.text(include))
    switch files.include(target) {
    case .failure(let failure):
      yaml.complain(
        failure.code, "the included file `\(target)` \(failure.message)",
        "the path is relative to \(path)", at: include)
    case .success(let contents):
      guard seen.insert(contents.identity).inserted else {
        yaml.complain(
          "include-twice", "`\(target)` is already part of this description",
          "include a file once; files that include each other go in circles", at: include)
        return
      }
      open(target, contents.bytes)
    }
  }
}
