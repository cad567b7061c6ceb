import CCrashGuard
import CNcurses
import Glibc

/// Signals as something to read instead of interruptions, and the guard against crashes.
///
/// The signals are blocked and arrive at a descriptor that is polled with the others, so that no
/// handler runs between two lines of Swift. Crashes cannot wait; their handler is in C.
struct Signals {
  /// Readable when a signal has arrived.
  let descriptor: Int32
  private let watched: sigset_t
  private static let numbers = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGWINCH, SIGTSTP,
    SIGCONT,
  ]

  /// Blocks the signals and starts to collect them; remembers the terminal's modes for a crash.
  init() {
    crash_guard_remember_modes()
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in Self.numbers { sigaddset(&signals, number) }
    watched = signals
    descriptor = tui_signal_descriptor(&signals)
    block(SIG_BLOCK)
  }

  /// Lets crashes restore the terminal; to be called once ncurses has set its own handlers.
  func guardTerminal() {
    for number in Self.numbers { tui_default_action(number) }
    crash_guard_start()
  }

  /// The next signal that has arrived, if any.
  func next() -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(descriptor, &information, size) == size else { return nil }
    return Int32(information.ssi_signo)
  }

  /// Runs something with the signals doing what they do by default.
  func released<Result>(_ body: () -> Result) -> Result {
    block(SIG_UNBLOCK)
    defer { block(SIG_BLOCK) }
    return body()
  }

  /// Gives the signals back, and the crashes where they were guarded.
  func close(wasGuarded: Bool) {
    if wasGuarded { crash_guard_stop() }
    _ = Glibc.close(descriptor)
    block(SIG_UNBLOCK)
  }

  /// Ends the process by a signal.
  func die(by number: Int32) -> Never {
    tui_default_action(number)
    kill(getpid(), number)
    exit(128 + number)
  }

  private func block(_ how: Int32) {
    var signals = watched
    pthread_sigmask(how, &signals, nil)
  }
}
