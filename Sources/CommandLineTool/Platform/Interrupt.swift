import Glibc
import Synchronization

/// Ctrl-C as a wish to see what is known by now, or as an end that leaves nothing behind.
enum Interrupt {
  private static let count = Atomic(0)
  /// Address of a list of paths in C, which a handler of signals may read.
  private static let litter = Atomic(UInt(0))

  /// Whether the user asked.
  static var isAsked: Bool { count.load(ordering: .relaxed) > 0 }

  /// From now on the first Ctrl-C is a wish; a second one ends the program as usual.
  static func catchFirst() {
    signal(SIGINT) { _ in
      Interrupt.count.add(1, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// From now on, whoever ends the program from outside removes files, and then folders, as well.
  static func remove(_ paths: [String]) {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: paths.count + 1)
    list.initialize(repeating: nil, count: paths.count + 1)
    for (index, path) in paths.enumerated() { list[index] = strdup(path) }
    litter.store(UInt(bitPattern: list), ordering: .releasing)
    for ending in [SIGINT, SIGTERM, SIGHUP] {
      signal(ending) { ending in
        Interrupt.tidy()
        signal(ending, SIG_DFL)
        raise(ending)
      }
    }
  }

  /// Calls only what a handler of signals may call.
  private static func tidy() {
    let address = litter.load(ordering: .acquiring)
    guard var path = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>(bitPattern: address) else {
      return
    }
    while let next = path.pointee {
      if unlink(next) != 0 { rmdir(next) }
      path += 1
    }
  }
}
