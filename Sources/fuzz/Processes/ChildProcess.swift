import Glibc

/// Another process, whose output is read here; it has no input.
final class ChildProcess {
  /// How it ended.
  enum End { case exited(Int32), signalled(Int32), hung }

  private let child: pid_t
  private let output: Int32
  private var isWaitedFor = false
  /// The most memory it had, in megabytes; known when it has ended.
  private(set) var peakMegabytes = 0

  /// Starts a program by its path; its complaints go to its output, or to nowhere.
  init?(_ arguments: [String], merging: Bool = false) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    if merging {
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawn(&child, arguments[0], &actions, nil, &words, environ)
    close(ends[1])
    guard failure == 0 else {
      close(ends[0])
      return nil
    }
    (self.child, output) = (child, ends[0])
  }

  deinit {
    if !isWaitedFor {
      kill(child, SIGKILL)
      _ = end()
    }
    close(output)
  }

  /// What it says within some milliseconds; empty when that is nothing yet, nil at its end.
  func some(milliseconds: Int32) -> [UInt8]? {
    var question = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&question, 1, milliseconds) > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(output, &bytes, bytes.count)
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  /// All it says and how it ends; it may be silent for so many seconds.
  func outcome(seconds: Double) -> (output: [UInt8], end: End) {
    var all: [UInt8] = []
    let start = Stopwatch.now
    while let bytes = some(milliseconds: 200) {
      all += bytes
      if Stopwatch.now - start > seconds {
        kill(child, SIGKILL)
        _ = end()
        return (all, .hung)
      }
    }
    return (all, end())
  }

  /// Seconds that its threads have worked.
  var secondsWorked: Double {
    var (clock, time) = (clockid_t(), timespec())
    guard clock_getcpuclockid(child, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return 0
    }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Ends it at once.
  func stop() { kill(child, SIGKILL) }

  /// Waits for it.
  func end() -> End {
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    isWaitedFor = true
    peakMegabytes = usage.ru_maxrss / 1024
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }
}

/// Wall clock.
enum Stopwatch {
  /// Seconds since some moment in the past.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
