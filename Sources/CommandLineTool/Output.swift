import Facts
import Findings
import Glibc
import SourceText

/// Standard streams and files that appear whole or not at all.
enum Output {
  /// Writes to standard output; false when nobody reads it any more.
  @discardableResult
  static func print(_ text: String) -> Bool { print(Array(text.utf8)) }

  /// Writes bytes to standard output; false when nobody reads it any more.
  @discardableResult
  static func print(_ bytes: [UInt8]) -> Bool { write(bytes, to: STDOUT_FILENO) }

  /// Writes to standard error.
  static func complain(_ text: String) { _ = write(Array(text.utf8), to: STDERR_FILENO) }

  /// Writes problems to standard error, a line each.
  static func complain(_ problems: [Problem]) {
    for problem in problems { complain(problem.line.printable + "\n") }
  }

  /// Writes a file under a temporary name beside it, then renames it; nil, or what went wrong.
  static func save(_ text: String, as path: String) -> String? { save(Array(text.utf8), as: path) }

  /// Writes a file of bytes whole or not at all; nil, or what went wrong.
  static func save(_ bytes: [UInt8], as path: String) -> String? {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return "cannot write \(path): \(reason())" }
    let isWritten = write(bytes, to: descriptor) && fsync(descriptor) == 0
    let why = reason()
    guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
      unlink(temporary)
      return "cannot write \(path): \(why)"
    }
    return nil
  }

  /// Writes reports to their files, or to standard output; whether all could be written.
  static func write<Format>(
    _ reports: [(format: Format, file: String?)],
    render: (Format, _ isScreen: Bool) throws(QueryFailure) -> [UInt8]
  ) -> Bool {
    var isWhole = true
    for (format, file) in reports {
      guard
        let failure = write(
          to: file,
          { () throws(QueryFailure) in
            try render(format, file == nil)
          })
      else { continue }
      complain("tenfold: \(failure.printable)\n")
      isWhole = false
    }
    return isWhole
  }

  private static func write(
    to file: String?, _ render: () throws(QueryFailure) -> [UInt8]
  ) -> String? {
    do {
      let report = try render()
      if let file { return save(report, as: file) }
      print(report)
      return nil
    } catch {
      return error.message
    }
  }

  private static func reason() -> String { String(cString: strerror(errno)) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes
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
