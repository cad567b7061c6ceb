import Glibc

/// The right to read, change and write a file while no other run does.
enum FileLock {
  /// Seconds until it is said that the file is busy.
  private static let patience = 60

  /// Does something with the right to change a file.
  ///
  /// The folder is locked, since the file is replaced. Where the file system knows no locks, nobody
  /// waits for anybody. When another run does not end, that the file is `busy` is thrown.
  static func hold<Result, Failure: Error>(
    of path: String, else busy: Failure, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let folder = Paths.folder(of: Paths.real(path) ?? path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if descriptor >= 0 { close(descriptor) } }
    let start = time(nil)
    while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0,
      errno == EWOULDBLOCK || errno == EINTR
    {
      guard time(nil) - start < patience else { throw busy }
      usleep(10_000)
    }
    return try body()
  }
}
