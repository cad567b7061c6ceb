/// Flags, commands, files and standard streams: the edge of the program.

import Description
import Glibc
import SourceText

/// The file system, as far as Tenfold touches it.
enum Files {
  /// Largest file that is read, in bytes; a description of 100,000 components has 33 MB.
  static let sizeLimit = 1 << 30

  /// How a description is read: the first file as the user named it, or guarded where it was found;
  /// others guarded.
  static func access(around description: String, isNamed: Bool = true) -> FileAccess {
    let root = root(of: description)
    let folder = realPath(folder(of: description)) ?? root
    return FileAccess(
      open: { path in
        guard path != "-" else { return readStandardInput() }
        guard isNamed else { return guarded(path, for: .description, inside: root, from: folder) }
        let result = read(path, mayBePipe: true)
        return switch result {
        case .failure(.directory) where descriptions(under: path).isEmpty:
          .failure(.directoryWithoutDescriptions)
        case .success where isOfProject(path): .failure(.configuration)
        default: result
        }
      },
      include: { guarded($0, for: .part, inside: root, from: folder) })
  }

  /// Reads a file that nobody named: a regular one of a kind that is read for a purpose, whose real
  /// path is inside a root.
  static func guarded(
    _ path: String, for purpose: Purpose, inside root: String, from folder: String? = nil
  ) -> Result<FileAccess.Contents, FileAccess.Failure> {
    guard let real = realPath(path) else { return read(path, mayBePipe: false) }
    guard let own = self.path(of: real, from: root) else { return .failure(.outsideRoot) }
    guard !isDirectory(real) else { return read(real, mayBePipe: false) }
    let start = folder.flatMap { self.path(of: $0, from: root) } ?? ""
    if let refusal = purpose.refusal(of: own, from: start) { return .failure(refusal) }
    return read(real, mayBePipe: false)
  }

  /// A file of the project itself, which need not be there but has to be readable when it is.
  static func ofProject(_ path: String) -> Result<FileAccess.Contents?, FileAccess.Failure> {
    switch guarded(path, for: .project, inside: root(of: path)) {
    case .success(let contents): .success(contents)
    case .failure(.notFound) where !isLink(path): .success(nil)
    case .failure(let failure): .failure(failure)
    }
  }

  /// The text of a file that the user named, unless a link of the project, which anybody may have
  /// laid, leads out of it.
  static func namedText(_ path: String, _ what: String) throws(UsageError) -> String {
    switch Links.refusal(of: path).map(Result.failure) ?? read(path, mayBePipe: true) {
    case .success(let contents): return String(decoding: contents.bytes, as: UTF8.self)
    case .failure(let failure):
      throw UsageError(
        message: "cannot read \(what) `\(path.printable)`: it \(failure.message)")
    }
  }

  /// A real path as told from a folder above it; nil where it lies elsewhere.
  static func path(of real: String, from root: String) -> String? {
    guard real != root else { return "" }
    let start = joined(root, "")
    return real.hasPrefix(start) ? String(real.dropFirst(start.count)) : nil
  }

  /// The bytes of a file that the program itself made, or nil.
  static func bytes(_ path: String) -> [UInt8]? {
    guard case .success(let contents) = read(path, mayBePipe: false) else { return nil }
    return contents.bytes
  }

  /// What bounds a description's project: the nearest folder above with `.git`, else with settings,
  /// else its own folder.
  static func root(of path: String) -> String {
    let own = ownFolder(of: path)
    return markedRoot(of: own) ?? own
  }

  /// The nearest folder above a real path, itself included, with `.git`, else with settings.
  static func markedRoot(of folder: String) -> String? {
    nearest(to: folder) { isThere(joined($0, ".git")) }
      ?? nearest(to: folder) { isThere(joined($0, configurationName)) }
  }

  /// Where a description's settings and decisions lie: the nearest folder above with `.git` or with
  /// settings, else its own folder.
  static func home(of path: String) -> String {
    let own = ownFolder(of: path)
    return nearest(to: own) {
      isThere($0 + "/.git") || isThere($0 + "/" + configurationName)
    } ?? own
  }

  private static func ownFolder(of path: String) -> String {
    let start = path == "-" ? "." : folder(of: path)
    return realPath(start) ?? start
  }

  /// The nearest folder above a real path, itself included, that is what is looked for.
  static func nearest(to path: String, where isRight: (String) -> Bool) -> String? {
    var folder = path
    while !isRight(folder) {
      guard folder.contains("/"), folder != "/" else { return nil }
      folder = self.folder(of: folder)
    }
    return folder
  }

  /// The path with the links in its folder resolved; what is not there is taken as written.
  static func located(_ path: String) -> String {
    let folder = folder(of: path)
    let isTop = folder == "." || folder == "/"
    let real = realPath(folder) ?? (isTop ? folder : located(folder))
    let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
    return joined(real, String(name))
  }

  /// Name of the configuration file in the project's root.
  static let configurationName = ".tenfold.yaml"

  /// Whether a file says something about the project, not about a system.
  static func isOfProject(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init)
    return name == configurationName || name == AcceptedFile.name
  }

  /// How the names of descriptions end.
  private static let descriptionSuffixes = [".tenfold.yaml", ".tenfold.yml", ".tenfold.json"]

  /// Whether what has this name in a folder is a description.
  static func isDescription(_ name: String) -> Bool {
    descriptionSuffixes.contains(where: name.hasSuffix)
  }

  /// The path as seen from the working folder, when it lies below it.
  static func relative(_ path: String) -> String {
    guard let here = realPath("."), path.hasPrefix(here + "/") else { return path }
    return String(path.dropFirst(here.count + 1))
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of what has a name in a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder + (folder.hasSuffix("/") ? "" : "/") + name
  }

  static func isThere(_ path: String) -> Bool { Glibc.access(path, F_OK) == 0 }

  /// Whether a path is a link, wherever that leads.
  static func isLink(_ path: String) -> Bool { kind(of: path) == S_IFLNK }

  static func isDirectory(_ path: String) -> Bool { mode(path) == S_IFDIR }

  static func isRegular(_ path: String) -> Bool { mode(path) == S_IFREG }

  /// All descriptions below a folder, sorted.
  static func descriptions(under folder: String) -> [String] {
    find(under: folder, suffixes: descriptionSuffixes)
  }

  /// All files below a folder whose name ends in a certain way, sorted; hidden ones are left out.
  ///
  /// A folder that nobody may look into stands for what it holds, and a pipe or a link to nowhere
  /// is found as well, so that reading them says so.
  static func find(under folder: String, suffixes: [String]) -> [String] {
    guard let directory = opendir(folder) else { return [folder] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !isHidden(name) else { continue }
      let path = joined(folder, name)
      if kind(of: path) == S_IFDIR {
        found += find(under: path, suffixes: suffixes)
      } else if suffixes.contains(where: name.hasSuffix) {
        found.append(path)
      }
    }
    return found.sorted()
  }

  /// What a path is itself, links not followed; nil where nothing is.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Whether what has this name is not looked at in folders.
  static func isHidden(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name == "node_modules"
  }

  // MARK: - Reading

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func read(
    _ path: String, mayBePipe: Bool
  ) -> Result<FileAccess.Contents, FileAccess.Failure> {
    switch mode(path) {
    case nil where errno == EACCES: return .failure(.notReadable)
    // What cannot stand in a text was replaced when the name was read.
    case nil: return .failure(path.unicodeScalars.contains("\u{FFFD}") ? .nameNotUTF8 : .notFound)
    case S_IFDIR:
      return .failure(Glibc.access(path, R_OK | X_OK) == 0 ? .directory : .notReadable)
    case S_IFREG: break
    case S_IFIFO where mayBePipe: break
    default: return .failure(.notAFile)
    }
    // What has become a pipe since keeps nobody waiting.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | (mayBePipe ? 0 : O_NONBLOCK))
    guard descriptor >= 0 else { return .failure(.notReadable) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0 { FileIdentity.noteRead(status) }
    return bytes(from: descriptor).map {
      FileAccess.Contents(identity: realPath(path) ?? path, bytes: $0)
    }
  }

  private static func readStandardInput() -> Result<FileAccess.Contents, FileAccess.Failure> {
    bytes(from: STDIN_FILENO).map { FileAccess.Contents(identity: "-", bytes: $0) }
  }

  private static func bytes(from descriptor: Int32) -> Result<[UInt8], FileAccess.Failure> {
    var status = stat()
    let expected = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    guard expected <= sizeLimit else { return .failure(.tooLarge) }
    var bytes: [UInt8] = []
    var chunk = max(65536, expected + 1)
    while true {
      let start = bytes.count
      let count = withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
        return count
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .failure(.notReadable) }
      if count == 0 { return .success(bytes) }
      guard start + count <= sizeLimit else { return .failure(.tooLarge) }
      chunk = 65536
    }
  }
}
