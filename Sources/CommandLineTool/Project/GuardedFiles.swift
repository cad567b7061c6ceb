import Description
import SourceText

/// Files as reviews read them: those that the user named, and guarded those that were found or led
/// to.
enum GuardedFiles {
  /// How a description is read: the first file as the user named it, or guarded where it was found;
  /// others guarded.
  ///
  /// A folder that the user named bounds what was found in it, where no project does.
  static func access(
    around description: String, isNamed: Bool = true, within named: String? = nil
  ) -> FileAccess {
    let root = Project.root(of: description, within: named)
    let folder = Paths.real(Paths.folder(of: description)) ?? root
    return FileAccess(
      open: { path in
        guard path != "-" else { return Files.readStandardInput() }
        guard isNamed else {
          let result = guarded(path, for: .description, inside: root, from: folder)
          if case .failure(.directory) = result { return .failure(.directoryWithoutDescriptions) }
          return result
        }
        let result = Files.read(path, mayBePipe: true)
        return switch result {
        case .failure(.directory) where Project.descriptions(under: path).isEmpty:
          .failure(.directoryWithoutDescriptions)
        case .success where Project.isOwnFile(path): .failure(.configuration)
        default: result
        }
      },
      include: { guarded($0, for: .part, inside: root, from: folder) },
      foreign: { guarded($0, for: .foreign, inside: root, from: folder) },
      list: { Purpose.foreign.files(under: $0) })
  }

  /// How files in the formats of other tools are read: those that the user named as they are, and
  /// guarded what they lead to.
  static func access(to named: [String], around first: String) -> FileAccess {
    let guarded = access(around: first)
    return FileAccess(
      open: guarded.open, include: guarded.include,
      foreign: { path in
        guard path != "-" else { return Files.readStandardInput() }
        return named.contains(path) ? Files.read(path, mayBePipe: true) : guarded.foreign(path)
      }, list: guarded.list)
  }

  /// Reads a file that nobody named: a regular one of a kind that is read for a purpose, whose real
  /// path is inside a root.
  static func guarded(
    _ path: String, for purpose: Purpose, inside root: String, from folder: String? = nil
  ) -> Result<FileAccess.Contents, FileAccess.Failure> {
    guard let real = Paths.real(path) else { return Files.read(path, mayBePipe: false) }
    guard let own = Paths.path(of: real, from: root) else { return .failure(.outsideRoot) }
    guard !Files.isDirectory(real) else { return Files.read(real, mayBePipe: false) }
    let start = folder.flatMap { Paths.path(of: $0, from: root) } ?? ""
    if let refusal = purpose.refusal(of: own, from: start) { return .failure(refusal) }
    return Files.read(real, mayBePipe: false)
  }

  /// A file of the project itself, which need not be there but has to be readable when it is.
  static func ofProject(_ path: String) -> Result<FileAccess.Contents?, FileAccess.Failure> {
    switch guarded(path, for: .project, inside: Project.root(of: path)) {
    case .success(let contents): .success(contents)
    case .failure(.notFound) where !Files.isLink(path): .success(nil)
    case .failure(let failure): .failure(failure)
    }
  }

  /// The text of a file that the user named, unless a link of the project, which anybody may have
  /// laid, leads out of it.
  static func namedText(_ path: String, _ what: String) throws(UsageError) -> String {
    switch Links.refusal(of: path).map(Result.failure) ?? Files.read(path, mayBePipe: true) {
    case .success(let contents): return String(decoding: contents.bytes, as: UTF8.self)
    case .failure(let failure):
      throw UsageError(
        message: "cannot read \(what) `\(path.printable)`: it \(failure.message)")
    }
  }
}
