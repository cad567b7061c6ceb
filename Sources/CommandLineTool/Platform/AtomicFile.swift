import Glibc

/// A file that appears whole or not at all, or a stream that is written as things come.
///
/// Until it is finished the file has no name, so that nothing is left behind when the program is
/// killed. Where the file system knows no files without a name, it has a temporary one.
struct AtomicFile {
  private enum Place { case stream, nameless(String), named(String, temporary: String) }

  private let place: Place
  private let descriptor: Int32
  /// Why it cannot be written; nil when it can.
  private(set) var failure: String?

  /// Whether nobody reads the stream any more; that is no failure.
  private var isClosedByReader = false

  private init(_ place: Place, _ descriptor: Int32) {
    (self.place, self.descriptor) = (place, descriptor)
  }

  /// Standard output.
  static var standardOutput: AtomicFile { AtomicFile(.stream, STDOUT_FILENO) }

  /// None, which somebody has a reason not to write.
  init(refused why: String) {
    self.init(.stream, -1)
    failure = why
  }

  /// The file at a path, which is replaced; what is there and no file, such as /dev/null or a pipe,
  /// is written as it is.
  init(at target: String) {
    if Files.isThere(target), !Files.isRegular(target) {
      self.init(.stream, open(target, O_WRONLY | O_CLOEXEC))
    } else {
      self = Self.temporary(beside: target)
    }
    guard descriptor >= 0 else {
      fail()
      return
    }
    var status = stat()
    if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  private static func temporary(beside target: String) -> AtomicFile {
    // Linux's O_TMPFILE, a macro that Swift does not see (include/uapi/asm-generic/fcntl.h).
    let nameless = 0o20_000_000 | O_DIRECTORY
    let descriptor = open(Paths.folder(of: target), nameless | O_WRONLY | O_CLOEXEC, 0o666)
    if descriptor >= 0 { return AtomicFile(.nameless(target), descriptor) }
    let temporary = name(beside: target)
    // What a crash of this process has left.
    unlink(temporary)
    return AtomicFile(
      .named(target, temporary: temporary),
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666))
  }

  private static func name(beside target: String) -> String { "\(target).\(getpid()).tmp" }

  /// Whether it takes the place of what is there.
  var isReplacement: Bool {
    if case .stream = place { false } else { true }
  }

  /// Writes nothing more, for a reason; the first one counts.
  mutating func refuse(_ why: String) { failure = failure ?? why }

  /// Writes some more.
  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    let isPrinted = descriptor == STDOUT_FILENO
    var rest = isPrinted ? Restart.unprinted(bytes) : bytes
    while !rest.isEmpty, failure == nil, !isClosedByReader {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if errno == EPIPE { isClosedByReader = true } else { fail() }
        return
      }
      if isPrinted { Restart.notePrinted(count) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Gives the file its name; when it cannot be written, the old file is as it was.
  mutating func finish() {
    switch place {
    case .stream: if descriptor > STDERR_FILENO { close(descriptor) }
    case .nameless(let target):
      let temporary = Self.name(beside: target)
      let own = "/proc/self/fd/\(descriptor)"
      appear(target, temporary) { linkat(AT_FDCWD, own, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) }
    case .named(let target, let temporary): appear(target, temporary) { 0 }
    }
  }

  private mutating func appear(_ target: String, _ temporary: String, link: () -> Int32) {
    if failure == nil, fsync(descriptor) != 0 || link() != 0 { fail() }
    if descriptor >= 0, close(descriptor) != 0 { fail() }
    if failure == nil, rename(temporary, target) != 0 { fail() }
    if failure != nil { unlink(temporary) }
  }

  private mutating func fail() { refuse(String(cString: strerror(errno))) }
}
