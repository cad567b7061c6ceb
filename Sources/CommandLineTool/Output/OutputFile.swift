import CRestart
import Description
import Glibc

/// A file that appears whole or not at all, or a stream that is written as things come.
///
/// Until it is finished the file has no name, so that nothing is left behind when the program is
/// killed. Where the file system knows no files without a name, it has a temporary one.
struct OutputFile {
  private enum Place { case stream, nameless(String), named(String, temporary: String) }

  /// What the user called it.
  private let path: String
  private let place: Place
  private var descriptor: Int32
  private(set) var failure: String?

  /// Whether nobody reads the stream any more; that is no failure.
  private var isClosedByReader = false

  /// Whether the run has read the file in order to change it.
  private let isEdited: Bool

  /// The file at a path, or standard output; one that the run has read is left alone, unless it is
  /// edited.
  init(_ path: String?, isEdited: Bool = false) {
    self.path = path ?? "standard output"
    self.isEdited = isEdited
    // A trial shows nothing but whether it ends well.
    let path = Supervisor.trialNumber == nil ? path : "/dev/null"
    guard let path else {
      (place, descriptor) = (.stream, STDOUT_FILENO)
      return
    }
    if let refusal = Links.refusal(of: path) {
      (place, descriptor) = (.stream, -1)
      let destination =
        refusal == .hidden ? "to what is hidden in the project" : "out of the project"
      failure = "cannot write \(path): a link on the way leads \(destination)"
      return
    }
    // Links are followed; what is no file, such as /dev/null or a pipe, is written as it is.
    let target = Files.realPath(path) ?? path
    if Files.isThere(target), !Files.isRegular(target) {
      place = .stream
      descriptor = open(target, O_WRONLY | O_CLOEXEC)
    } else {
      (place, descriptor) = Self.temporary(beside: target)
    }
    guard descriptor >= 0 else {
      fail()
      return
    }
    refuseInput(target)
    var status = stat()
    if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  private static func temporary(beside target: String) -> (Place, Int32) {
    // Linux's O_TMPFILE, a macro that Swift does not see (include/uapi/asm-generic/fcntl.h).
    let nameless = 0o20_000_000 | O_DIRECTORY
    let descriptor = open(Files.folder(of: target), nameless | O_WRONLY | O_CLOEXEC, 0o666)
    if descriptor >= 0 { return (.nameless(target), descriptor) }
    let temporary = name(beside: target)
    // What a crash of this process has left.
    unlink(temporary)
    return (
      .named(target, temporary: temporary),
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    )
  }

  private static func name(beside target: String) -> String { "\(target).\(getpid()).tmp" }

  // MARK: - Writing

  /// Writes some more.
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
  }

  /// Writes some more.
  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    let isPrinted = descriptor == STDOUT_FILENO
    var rest = isPrinted ? Supervisor.unprinted(bytes) : bytes
    while !rest.isEmpty, failure == nil, !isClosedByReader {
      let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if errno == EPIPE { isClosedByReader = true } else { fail() }
        return
      }
      if isPrinted { restart_count_printed(count) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Gives the file its name; nil, or what went wrong, and then the old file is as it was.
  mutating func finish() -> String? {
    switch place {
    case .stream: if descriptor > STDERR_FILENO { close(descriptor) }
    case .nameless(let target):
      let temporary = Self.name(beside: target)
      let own = "/proc/self/fd/\(descriptor)"
      appear(target, temporary) { linkat(AT_FDCWD, own, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) }
    case .named(let target, let temporary): appear(target, temporary) { 0 }
    }
    return failure
  }

  /// Throws away what was written, and says why.
  mutating func abandon(_ why: String) -> String? {
    failure = failure ?? "cannot write \(path): \(why)"
    return finish()
  }

  /// Leaves alone what other files of the project are for, and what was read.
  private mutating func refuseInput(_ target: String) {
    guard !isEdited, failure == nil, Files.isThere(target) else { return }
    let isRead = FileIdentity.wasRead(target)
    guard isRead || Files.isDescription(target) || Files.isOfProject(target) else { return }
    failure =
      "cannot write \(path): it is \(isRead ? "read by this run" : "a file that Tenfold reads")"
  }

  private mutating func appear(_ target: String, _ temporary: String, link: () -> Int32) {
    refuseInput(target)
    if failure == nil, fsync(descriptor) != 0 || link() != 0 { fail() }
    if descriptor >= 0, close(descriptor) != 0 { fail() }
    if failure == nil, rename(temporary, target) != 0 { fail() }
    if failure != nil { unlink(temporary) }
  }

  private mutating func fail() {
    failure = failure ?? "cannot write \(path): \(String(cString: strerror(errno)))"
  }
}
