import Description
import Glibc

/// The file system, as far as Tenfold touches it.
enum Files {
  /// Largest file that is read, in bytes; a description of 100,000 components has 33 MB.
  static let sizeLimit = 1 << 30

  static func isThere(_ path: String) -> Bool { Glibc.access(path, F_OK) == 0 }

  /// Whether a path is a link, wherever that leads.
  static func isLink(_ path: String) -> Bool { kind(of: path) == S_IFLNK }

  static func isDirectory(_ path: String) -> Bool { mode(path) == S_IFDIR }

  static func isRegular(_ path: String) -> Bool { mode(path) == S_IFREG }

  /// All files below a folder whose name ends in a certain way, sorted; hidden ones are left out.
  ///
  /// A folder that nobody may look into stands for what it holds, and a pipe or a link to nowhere
  /// is found as well, so that reading them says so.
  ///
  /// A folder below it is looked into where it `isIncluded`.
  static func find(
    under folder: String, suffixes: [String], where isIncluded: (String) -> Bool = { _ in true }
  ) -> [String] {
    guard let directory = opendir(folder) else { return [folder] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !isHidden(name) else { continue }
      let path = Paths.joined(folder, name)
      if kind(of: path) == S_IFDIR {
        if isIncluded(path) { found += find(under: path, suffixes: suffixes, where: isIncluded) }
      } else if suffixes.contains(where: name.hasSuffix) {
        found.append(path)
      }
    }
    return found.sorted()
  }

  /// Whether what has this name is not looked at in folders.
  static func isHidden(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name == "node_modules"
  }

  /// What a path is itself, links not followed; nil where nothing is.
  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  // MARK: - Reading

  private static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The bytes of a file that the program itself made, or nil.
  static func bytes(_ path: String) -> [UInt8]? {
    guard case .success(let contents) = read(path, mayBePipe: false) else { return nil }
    return contents.bytes
  }

  /// The bytes of a file; a pipe is read where it may be one.
  static func read(
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
      FileAccess.Contents(identity: Paths.real(path) ?? path, bytes: $0)
    }
  }

  /// The bytes of standard input.
  static func readStandardInput() -> Result<FileAccess.Contents, FileAccess.Failure> {
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
