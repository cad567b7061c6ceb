import Glibc
import Synchronization

/// A line on a terminal that says how far a long run is; nothing where nobody looks.
final class Progress: Sendable {
  private let total: Int
  private let isShown: Bool
  private let done = Mutex((count: 0, shown: Double.zero))
  private let start = Progress.seconds

  /// Of how many descriptions.
  init(of total: Int) {
    self.total = total
    isShown = total > 1 && isatty(STDERR_FILENO) == 1
  }

  /// One more is done; the line appears after a second and changes ten times a second at most.
  func advance() {
    guard isShown else { return }
    done.withLock { done in
      done.count += 1
      let now = Self.seconds
      guard now - start > 1, now - done.shown > 0.1 else { return }
      done.shown = now
      Output.complain("\r\(done.count) of \(total) descriptions")
    }
  }

  /// Takes the line away.
  func finish() {
    let wasShown = done.withLock { $0.shown > 0 }
    if wasShown { Output.complain("\r\u{1B}[K") }
  }

  private static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }
}
