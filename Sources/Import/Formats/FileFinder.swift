import Description
import SourceText
import YAML

/// Finds what there is to read behind some inputs, and says what it is not.
struct FileFinder {
  /// The files in formats that are read, in order.
  private(set) var files: [ForeignFile] = []
  /// What was found and is not read.
  private(set) var notes: [ImportNote] = []
  private let opened: ForeignFiles
  private var yaml: YAMLReader { opened.yaml }

  init(_ opened: ForeignFiles) { self.opened = opened }

  mutating func read(_ inputs: [ForeignInput]) {
    for input in inputs {
      switch input {
      case .text(let text, let identity):
        opened.knows(text.text.path, as: identity)
        take(text, [], at: nil)
      case .path(let path, let format, let map, let span):
        let before = files.count
        read(path, format, at: span)
        for number in files.indices[before...] { files[number].map = map }
      }
    }
  }

  /// The name of the folder that all files lie in; nil where that is not known.
  var folderName: String? {
    let folders = files.compactMap { opened.identities[$0.path] }.map {
      $0.split(separator: "/").dropLast()
    }
    guard var common = folders.first else { return nil }
    for folder in folders.dropFirst() {
      common = common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
    }
    return common.last.map(String.init)
  }

  private mutating func read(_ path: String, _ name: String?, at span: SourceSpan?) {
    var format: (any ForeignFormat.Type)?
    if let name {
      format = Formats.named(name)
      if format == nil, let span {
        yaml.complain(
          "unknown-format", "`\(name.prefix(60))` is no format that is read", unknown: name,
          among: FormatNames.all,
          otherwise: "the formats are \(FormatNames.all.joined(separator: ", "))", at: span)
      }
    }
    switch opened.open(path) {
    case .text(let text, let flaws): take(text, flaws, format, at: span)
    case .again: break
    case .failure(.directory), .failure(.directoryWithoutDescriptions):
      readFolder(path, format, at: span)
    case .failure(let failure): miss(path, "`\(path)` \(failure.message)", at: span)
    }
  }

  /// All files below a folder that are in formats that are read.
  private mutating func readFolder(
    _ folder: String, _ format: (any ForeignFormat.Type)?, at span: SourceSpan?
  ) {
    let before = files.count
    for path in opened.list(folder).prefix(ForeignFiles.limit) {
      guard case .text(let text, let flaws) = opened.open(path) else { continue }
      if let format = format ?? Formats.format(of: text) {
        files.append(opened.keep(text, flaws, as: format))
      } else if let stranger = Stranger(text) {
        note(path, stranger)
      }
    }
    guard files.count == before else { return }
    miss(
      folder, "`\(folder)` holds no *.tenfold.yaml, and no file in a format that is read",
      at: span)
  }

  private mutating func take(
    _ text: ParsedText, _ flaws: [TextFlaw], _ format: (any ForeignFormat.Type)? = nil,
    at span: SourceSpan?
  ) {
    let path = text.text.path
    if let format = format ?? Formats.format(of: text) {
      files.append(opened.keep(text, flaws, as: format))
      files[files.count - 1].isNamed = true
    } else if let stranger = Stranger(text) {
      miss(path, "`\(path)` is \(stranger.name): \(stranger.reason)", at: span)
    } else {
      miss(path, "`\(path)` is in no format that is read", at: span)
    }
  }

  private mutating func note(_ path: String, _ stranger: Stranger) {
    var note = ImportNote(path: path, format: stranger.name)
    note.ignored = [ImportNote.Ignored(what: "all of it", why: stranger.reason)]
    notes.append(note)
  }

  private func miss(_ path: String, _ message: String, at span: SourceSpan?) {
    let formats = FormatNames.all.joined(separator: ", ")
    yaml.complain(
      "unread-import", message, "the formats are \(formats)", at: span ?? yaml.addEmpty(path))
  }
}
