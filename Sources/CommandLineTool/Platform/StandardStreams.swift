import Glibc

/// Standard input, output and error, as the program finds them.
enum StandardStreams {
  /// Makes ready for writing.
  ///
  /// What is closed of the streams is opened, so that no file takes its place: in the wrong
  /// direction, as gnulib's `stdopen` does, so that who reads or writes it gets an error.
  static func prepare() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
    // A file that may grow no more is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// From now on, a reader who has seen enough does not keep other files from being written.
  static func outliveReaders() { signal(SIGPIPE, SIG_IGN) }

  /// Whether somebody sees standard output as it comes.
  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether somebody sees standard error as it comes.
  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes to standard error, where all is obeyed that a terminal obeys.
  static func writeError(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(STDERR_FILENO, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
