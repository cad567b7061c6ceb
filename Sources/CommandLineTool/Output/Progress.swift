import Synchronization

/// A line on a terminal that says how far a long run is; nothing where nobody looks.
final class Progress: Sendable {
  private let total: Int
  private let what: String
  private let isShown: Bool
  private let done = Mutex((count: 0, shown: Double.zero))
  private let start = Clock.seconds

  /// Of how many of what.
  init(of total: Int, _ what: String = "descriptions") {
    self.total = total
    self.what = what
    isShown = total > 1 && StandardStreams.isErrorTerminal
  }

  /// One more is done; the line appears after a second and changes ten times a second at most.
  func advance() { change { $0 + 1 } }

  /// So many are done.
  func reach(_ count: Int) { change { _ in count } }

  private func change(_ count: (Int) -> Int) {
    guard isShown else { return }
    done.withLock { done in
      done.count = count(done.count)
      let now = Clock.seconds
      guard now - start > 1, now - done.shown > 0.1 else { return }
      done.shown = now
      StandardStreams.writeError("\r\(done.count) of \(total) \(what)")
    }
  }

  /// Takes the line away.
  func finish() {
    let wasShown = done.withLock { $0.shown > 0 }
    if wasShown { StandardStreams.writeError("\r\u{1B}[K") }
  }
}
