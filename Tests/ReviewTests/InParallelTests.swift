import Review
import Synchronization
import Testing

/// Work on many descriptions at a time.
@Suite struct InParallelTests {
  @Test func `results come in the order of the items, whichever is ready first`() {
    let items = Array(0..<300)
    var results: [Int] = []
    inParallel(items) { item in
      // The first of ten has the most to do.
      (0..<(9 - item % 10) * 20_000).reduce(item) { $0 ^ ($1 & 0) }
    } handOver: {
      results.append($0)
    }
    #expect(results == items)
    #expect(inParallel(items) { $0 * 2 } == items.map { $0 * 2 })
    #expect(inParallel([Int]()) { $0 }.isEmpty)
  }

  @Test func `only a few items are begun before they are needed`() {
    final class Counter: Sendable { let begun = Atomic(0) }
    let counter = Counter()
    var (handedOver, most) = (0, 0)
    inParallel(Array(0..<1000)) { _ in
      counter.begun.add(1, ordering: .relaxed)
    } handOver: { _ in
      handedOver += 1
      most = max(most, counter.begun.load(ordering: .relaxed) - handedOver)
    }
    #expect(handedOver == 1000 && most < 500)
  }
}
