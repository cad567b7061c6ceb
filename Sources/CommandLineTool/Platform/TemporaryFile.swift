import Glibc

/// A file without a name, which is gone when the program is; a class, because it is closed once.
final class TemporaryFile {
  private let descriptor: Int32
  private var isWhole = true
  /// What to say when none can be made, or it cannot grow.
  static let noRoom = "no room for temporary files; TMPDIR may name a folder that has some"

  /// A new one; `fill` receives its name, which is good only for so long.
  init?(fill: (_ path: String) -> Void = { _ in }) {
    let asked = Environment.variable("TMPDIR")
    var (template, new) = ([CChar](), Int32(-1))
    for folder in [asked, "/tmp", "/var/tmp"].compactMap(\.self) where new < 0 {
      template = Array((folder + "/tenfold-XXXXXX").utf8CString)
      new = mkstemp(&template)
    }
    descriptor = new
    guard descriptor >= 0, fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { return nil }
    fill(String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
    unlink(template)
  }

  deinit { close(descriptor) }

  /// Appends a text; false when that cannot be done.
  func append(_ text: String) -> Bool {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty, isWhole {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        isWhole = count > 0
        if isWhole { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
      }
    }
    return isWhole
  }

  /// Hands on all of it, piece by piece.
  func copy(to write: (UnsafeRawBufferPointer) -> Void) {
    var status = stat()
    if fstat(descriptor, &status) == 0 { copy(Int(status.st_size), at: 0, to: write) }
  }

  /// Hands on some bytes of it, piece by piece.
  func copy(_ count: Int, at offset: Int, to write: (UnsafeRawBufferPointer) -> Void) {
    var (offset, rest) = (offset, count)
    while rest > 0 {
      let done = withUnsafeTemporaryAllocation(byteCount: min(rest, 1 << 16), alignment: 16) {
        let done = pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
        if done > 0 { write(UnsafeRawBufferPointer(rebasing: $0[..<done])) }
        return done
      }
      guard done > 0 else { return }
      (offset, rest) = (offset + done, rest - done)
    }
  }
}
