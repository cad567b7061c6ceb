import Glibc

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
      name = []
    } else {
      guard let path, stat(Files.folder(of: path), &status) == 0 else { return nil }
      name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    }
    (device, inode) = (status.st_dev, status.st_ino)
  }
}
