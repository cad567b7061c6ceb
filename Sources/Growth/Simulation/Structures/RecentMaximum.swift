/// The greatest of the last few of a row of numbers.
///
/// Only numbers that may still become the greatest are kept, which fall from the first to the last,
/// so that each is looked at twice at most.
struct RecentMaximum {
  private var candidates = Deque<(place: Int, number: Double)>()
  private var count = 0
  /// Over how many it is taken.
  private let most: Int

  init(over most: Int) { self.most = most }

  /// The greatest after one more.
  mutating func adding(_ number: Double) -> Double {
    if let first = candidates.first, first.place + most <= count { candidates.removeFirst() }
    while let last = candidates.last, !(last.number > number) { candidates.removeLast() }
    candidates.append((count, number))
    count += 1
    return candidates.first?.number ?? number
  }
}
