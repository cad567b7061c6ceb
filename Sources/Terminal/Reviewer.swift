import Description
import Glibc
import Review
import Screens
import Synchronization

/// Makes reviews beside the screen; a byte in a pipe says that one is there.
final class Reviewer: Sendable {
  /// Readable when a review is there.
  let descriptor: Int32
  private let writing: Int32
  private let make: ScreenJob.Making
  private let made = Mutex<Made?>(nil)
  private let solved = Mutex<SolvedVariant?>(nil)
  private let compared = Mutex<Compared?>(nil)

  /// A review, the files that it was made from or would have been, the values that were supposed,
  /// and what the screen shows of it, which takes time to put together.
  typealias Made = (review: Review, files: [String], changes: [Change], contents: Contents)

  /// A revision, and how the findings of a review stand against it.
  typealias Compared = (
    revision: String, difference: Result<ReviewDiff, DescriptionChange.Refusal>
  )

  /// A reviewer with its pipe; nil when the process has too many files open.
  init?(_ make: @escaping ScreenJob.Making) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (descriptor, writing) = (ends[0], ends[1])
    self.make = make
  }

  deinit {
    close(descriptor)
    close(writing)
  }

  /// Starts a review, with values in place of those in the file that another one is of.
  func start(_ changes: [Change] = [], of file: Review? = nil) {
    Task.detached { [self] in
      let (review, files) = make(changes)
      let contents =
        file.map { Contents(ReviewDiff(old: $0, new: review)) } ?? Contents(review)
      made.withLock { $0 = (review, files, changes, contents) }
      wake()
    }
  }

  /// Starts to solve a system without some things.
  func solve(_ outline: SystemOutline, with switches: Set<LossSwitch>) {
    Task.detached { [self] in
      let variant = outline.solve(with: switches)
      solved.withLock { $0 = variant }
      wake()
    }
  }

  /// Starts to compare a review with a revision.
  func compare(
    _ review: Review, with revision: String, by comparing: @escaping ScreenJob.Comparing
  ) {
    Task.detached { [self] in
      let difference = comparing(review, revision)
      compared.withLock { $0 = (revision, difference) }
      wake()
    }
  }

  /// Says that something is there.
  private func wake() {
    var byte: UInt8 = 0
    _ = write(writing, &byte, 1)
  }

  /// Takes what is there: a review, a solved system, a difference, or several of them.
  func take() -> (made: Made?, solved: SolvedVariant?, compared: Compared?) {
    var byte: UInt8 = 0
    _ = read(descriptor, &byte, 1)
    return (made.taken(), solved.taken(), compared.taken())
  }
}

extension Mutex {
  /// Takes a value out.
  fileprivate borrowing func taken<Wrapped: Sendable>() -> Wrapped? where Value == Wrapped? {
    withLock { value in
      defer { value = nil }
      return value
    }
  }
}
