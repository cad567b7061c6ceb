import Glibc

/// Another program at work, started without a shell: a socket is its standard input and output.
///
/// It ends with its value: it reads the end of its input, and is waited for. What else is started
/// meanwhile does not get the socket, and writing to a program that is gone is no signal.
struct Subprocess: ~Copyable, Sendable {
  private let child: pid_t
  private let socket: Int32

  /// Starts a program found on the path, whose complaints are part of its output where that is
  /// asked for; nil when it cannot be started.
  ///
  /// It has the environment of this one, but for some variables that are set, or are not there.
  init?(
    _ arguments: [String], _ changes: [String: String?] = [:], withErrors: Bool = false
  ) {
    var ends: [Int32] = [0, 0]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    if withErrors {
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var words = arguments.map { strdup($0) } + [nil]
    var environment = Environment.variables(changes).map { strdup($0) } + [nil]
    defer { (words + environment).forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawnp(&child, arguments[0], &actions, nil, &words, &environment)
    close(ends[1])
    guard failure == 0 else {
      close(ends[0])
      return nil
    }
    (self.child, socket) = (child, ends[0])
  }

  deinit { _ = Self.end(child, socket) }

  /// Exit status and output of a program without input; nil when it cannot be started.
  ///
  /// One that says nothing for as many seconds as it may is ended.
  static func run(
    _ arguments: [String], _ changes: [String: String?] = [:], withErrors: Bool = false,
    seconds limit: Int? = nil
  ) -> (status: Int32, output: [UInt8])? {
    guard let program = Subprocess(arguments, changes, withErrors: withErrors) else { return nil }
    shutdown(program.socket, Int32(SHUT_WR))
    let start = time(nil)
    if let limit {
      var patience = timeval(tv_sec: limit, tv_usec: 0)
      setsockopt(
        program.socket, SOL_SOCKET, SO_RCVTIMEO, &patience,
        socklen_t(MemoryLayout<timeval>.size))
    }
    var output: [UInt8] = []
    while let bytes = program.some(flags: 0) { output += bytes }
    if let limit, time(nil) - start >= limit { kill(program.child, SIGKILL) }
    return (program.end(), output)
  }

  /// Waits for its end; its exit status.
  private consuming func end() -> Int32 {
    let status = Self.end(child, socket)
    discard self
    return status
  }

  private static func end(_ child: pid_t, _ socket: Int32) -> Int32 {
    close(socket)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }

  // MARK: - Question and answer

  /// Tells it something; false when it is gone.
  borrowing func write(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = send(socket, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return true
    }
  }

  /// What it says up to the end of a line; nil when it is gone.
  borrowing func line() -> String? {
    var line: [UInt8] = []
    while let seen = some(flags: Int32(MSG_PEEK)) {
      let end = seen.firstIndex(of: UInt8(ascii: "\n"))
      guard let part = bytes(end.map { $0 + 1 } ?? seen.count) else { return nil }
      line += part
      if end != nil { return String(decoding: line.dropLast(), as: UTF8.self) }
    }
    return nil
  }

  /// So many bytes of what it says; nil when it is gone before.
  borrowing func bytes(_ count: Int) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let new = recv(socket, buffer.baseAddress.map { $0 + filled }, count - filled, 0)
        if new < 0, errno == EINTR { continue }
        guard new > 0 else { return }
        filled += new
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// Some bytes of what it says; nil when there are no more.
  private borrowing func some(flags: Int32) -> [UInt8]? {
    let most = 65536
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      var count = -1
      repeat {
        count = recv(socket, buffer.baseAddress, most, flags)
      } while count < 0 && errno == EINTR
      filled = max(count, 0)
    }
    return bytes.isEmpty ? nil : bytes
  }
}
