import Glibc
import Synchronization

/// Ctrl-C as a wish to see what is known by now.
enum Interrupt {
  private static let count = Atomic(0)

  /// Whether the user asked.
  static var isAsked: Bool { count.load(ordering: .relaxed) > 0 }

  /// From now on the first Ctrl-C is a wish; a second one ends the program as usual.
  static func catchFirst() {
    signal(SIGINT) { _ in
      Interrupt.count.add(1, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
