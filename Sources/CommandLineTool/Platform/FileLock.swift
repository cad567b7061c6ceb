import Glibc
import SourceText

/// The right to read, change and write a file while no other run does.
enum FileLock {
  /// Seconds until it is said that the file is busy.
  private static let patience = 60

  /// Does something with the right to change a file.
  ///
  /// The folder is locked, since the file is replaced. Where the file system knows no locks, nobody
  /// waits for anybody.
  static func hold<Result>(
    of path: String, _ body: () throws(UsageError) -> Result
  ) throws(UsageError) -> Result {
    let folder = Files.folder(of: Files.realPath(path) ?? path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    let start = time(nil)
    while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0,
      errno == EWOULDBLOCK || errno == EINTR
    {
      guard time(nil) - start < patience else {
        throw UsageError(
          message: "another run is writing \(path.printable); nothing was changed, try again")
      }
      usleep(10_000)
    }
    return try body()
  }
}
