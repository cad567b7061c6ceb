import Glibc
import SourceText

/// Standard streams and files that appear whole or not at all.
enum Output {
  /// Writes to standard output; false when nobody reads it any more.
  @discardableResult
  static func print(_ text: String) -> Bool { write(text, to: STDOUT_FILENO) }

  /// Writes to standard error.
  static func complain(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes a file under a temporary name beside it, then renames it; nil, or what went wrong.
  static func save(_ text: String, as path: String) -> String? {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return "cannot write \(path): \(reason())" }
    let isWritten = write(text, to: descriptor) && fsync(descriptor) == 0
    let why = reason()
    guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return "cannot write \(path): \(why)"
    }
    return nil
  }

  /// Writes reports to their files, or to standard output; whether all could be written.
  static func write<Format>(
    _ reports: [(format: Format, file: String?)], render: (Format, _ isScreen: Bool) -> String
  ) -> Bool {
    var isWhole = true
    for (format, file) in reports {
      let text = render(format, file == nil)
      guard let file else {
        print(text)
        continue
      }
      if let failure = save(text, as: file) {
        complain("tenfold: \(failure.printable)\n")
        isWhole = false
      }
    }
    return isWhole
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }
}
