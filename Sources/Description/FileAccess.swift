import Synchronization

/// How a description's files are read; the command line supplies it, tests fake it.
package struct FileAccess: Sendable {
  /// A file's bytes, and the one path that stands for it however it was reached.
  package struct Contents: Sendable {
    /// The real path.
    package let identity: String
    /// What is in it.
    package let bytes: [UInt8]

    /// Contents from their parts.
    package init(identity: String, bytes: [UInt8]) {
      self.identity = identity
      self.bytes = bytes
    }
  }

  /// Why a file could not be read.
  package enum Failure: Error, Hashable, Sendable {
    case notFound, directory, directoryWithoutDescriptions, notReadable, outsideRoot, tooLarge,
      notAFile, nameNotUTF8, configuration, hidden, unreadKind
  }

  /// Reads the file that starts a description.
  package let open: @Sendable (_ path: String) -> Result<Contents, Failure>
  /// Reads an included file; it must lie inside the project's root.
  package let include: @Sendable (_ path: String) -> Result<Contents, Failure>
  /// Reads a file in another format, that a description imports, that leads to another one or that
  /// holds its measurements; it must lie inside the project's root.
  package let foreign: @Sendable (_ path: String) -> Result<Contents, Failure>
  /// The files below a folder that may be in another format, sorted; none for what is no folder.
  package let list: @Sendable (_ folder: String) -> [String]

  /// An access from its ways of reading.
  package init(
    open: @escaping @Sendable (_ path: String) -> Result<Contents, Failure>,
    include: @escaping @Sendable (_ path: String) -> Result<Contents, Failure>,
    foreign: @escaping @Sendable (_ path: String) -> Result<Contents, Failure>,
    list: @escaping @Sendable (_ folder: String) -> [String]
  ) {
    self.open = open
    self.include = include
    self.foreign = foreign
    self.list = list
  }

  /// The same access, and what tells the paths it was asked for, whether they could be read or not.
  package func noting() -> (access: FileAccess, paths: @Sendable () -> [String]) {
    let paths = Notes()
    let access = FileAccess(
      open: { [open] path in
        paths.add(path)
        return open(path)
      },
      include: { [include] path in
        paths.add(path)
        return include(path)
      },
      foreign: { [foreign] path in
        paths.add(path)
        return foreign(path)
      }, list: list)
    return (access, { paths.all })
  }

  /// The same access, where the file at a path says something else.
  package func replacing(_ path: String, with text: String) -> FileAccess {
    let replaced = { (read: @escaping @Sendable (String) -> Result<Contents, Failure>) in
      { @Sendable (asked: String) in
        read(asked).map { contents in
          guard asked == path else { return contents }
          return Contents(identity: contents.identity, bytes: Array(text.utf8))
        }
      }
    }
    return FileAccess(
      open: replaced(open), include: replaced(include), foreign: replaced(foreign), list: list)
  }

  /// The same access, where the files at some paths say something else.
  package func replacing(_ texts: [String: String]) -> FileAccess {
    texts.sorted { $0.key < $1.key }.reduce(self) { $0.replacing($1.key, with: $1.value) }
  }

  private final class Notes: Sendable {
    private let paths = Mutex<[String]>([])
    func add(_ path: String) { paths.withLock { $0.append(path) } }
    var all: [String] { paths.withLock(\.self) }
  }

  /// An access to texts in memory, by path.
  package static func memory(_ files: [String: [UInt8]]) -> FileAccess {
    let read: @Sendable (String) -> Result<Contents, Failure> = { path in
      guard let bytes = files[path] else {
        let isFolder = files.keys.contains { $0.hasPrefix(path + "/") }
        return .failure(isFolder ? .directory : .notFound)
      }
      return .success(Contents(identity: path, bytes: bytes))
    }
    let guarded = { @Sendable (path: String) in
      path.hasPrefix("../") ? .failure(.outsideRoot) : read(path)
    }
    return FileAccess(
      open: read, include: guarded, foreign: guarded,
      list: { folder in
        let start = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
        return files.keys.filter { $0.hasPrefix(start) && !$0.contains("/.") }.sorted()
      })
  }
}

extension FileAccess.Failure {
  /// What is wrong with the file, to follow its path.
  package var message: String {
    switch self {
    case .notFound: "does not exist"
    case .directory: "is a directory"
    case .directoryWithoutDescriptions: "is a directory that holds no *.tenfold.yaml"
    case .notReadable: "cannot be read; check its permissions"
    case .outsideRoot: "lies outside the project's root, it or what it links to"
    case .tooLarge: "is larger than 1 GB"
    case .notAFile: "is not a regular file"
    case .nameNotUTF8: "has a name that is not UTF-8; rename it"
    case .configuration: "belongs to the project's configuration; it is no description"
    case .hidden: "is hidden, it or a folder above it; what begins with a dot is not read"
    case .unreadKind: "is of no kind that is read here"
    }
  }

  /// Stable name of the mistake.
  var code: String {
    switch self {
    case .notFound: "file-not-found"
    case .directory: "file-is-directory"
    case .directoryWithoutDescriptions: "no-descriptions"
    case .notReadable: "file-not-readable"
    case .outsideRoot: "include-outside-root"
    case .tooLarge: "file-too-large"
    case .notAFile: "file-not-regular"
    case .nameNotUTF8: "file-name-not-utf8"
    case .configuration: "file-is-configuration"
    case .hidden: "file-hidden"
    case .unreadKind: "file-kind"
    }
  }
}
