import Glibc
import Synchronization

/// What tells files apart however their paths are spelled.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let inode: ino_t
  /// The name of a file that is yet to be, in the folder that the numbers stand for.
  private let name: [UInt8]

  /// The identity of the file at a path, or of standard output; nil of a device, which several may
  /// write to, and of what cannot be.
  init?(of path: String?) {
    var status = stat()
    let isThere = path.map { stat($0, &status) } ?? fstat(STDOUT_FILENO, &status)
    if isThere == 0 {
      guard status.st_mode & S_IFMT != S_IFCHR else { return nil }
      self.init(status)
    } else {
      guard let path, stat(Paths.folder(of: path), &status) == 0 else { return nil }
      self.init(
        status, path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? [])
    }
  }

  private init(_ status: stat, _ name: [UInt8] = []) {
    (device, inode) = (status.st_dev, status.st_ino)
    self.name = name
  }

  // MARK: - What was read

  private static let read = Mutex<Set<FileIdentity>>([])

  /// Remembers that an open file was read by this run, which then does not write to it.
  static func noteRead(_ status: stat) {
    let identity = FileIdentity(status)
    _ = read.withLock { $0.insert(identity) }
  }

  /// Whether the file at a path was read by this run.
  static func wasRead(_ path: String) -> Bool {
    guard let identity = FileIdentity(of: path) else { return false }
    return read.withLock { $0.contains(identity) }
  }
}
