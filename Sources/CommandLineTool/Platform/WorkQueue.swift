import Review
import Synchronization

/// Work that is done one after the other on a thread of its own, while the main thread listens.
final class WorkQueue: Sendable {
  /// What may wait before whoever adds more has to wait as well.
  private static let most = 64

  private struct State {
    var waiting: [@Sendable () -> Void] = []
    var isRunning = false
  }

  private let state = Mutex(State())
  private let thread = Mutex<Future<Void>?>(nil)

  /// Adds some work behind what waits.
  func add(_ work: @escaping @Sendable () -> Void) {
    let (isFirst, isFull) = state.withLock { state in
      state.waiting.append(work)
      defer { state.isRunning = true }
      return (!state.isRunning, state.waiting.count >= Self.most)
    }
    if isFirst {
      let new = Future { [self] in drain() }
      thread.withLock { $0 = new }
    }
    if isFull { finish() }
  }

  /// Waits until all is done.
  func finish() { thread.withLock(\.self)?.value }

  private func drain() {
    while let work = next() { work() }
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isRunning = false
        return nil
      }
      return state.waiting.removeFirst()
    }
  }
}
