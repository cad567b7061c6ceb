import Glibc
import Synchronization

/// The results of some work on many items, in their order, dealt over the processor's cores.
///
/// Each core takes the next item when it is done with one, so that one slow item holds up nothing.
package func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let cores = max(1, min(items.count, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  guard cores > 1 else { return items.map(work) }
  let next = Share(0)
  let hands = (0..<cores).map { _ in
    Later {
      var results: [(index: Int, result: Result)] = []
      while true {
        let index = next.value.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < items.count else { return results }
        results.append((index, work(items[index])))
      }
    }
  }
  return hands.flatMap(\.value).sorted { $0.index < $1.index }.map(\.result)
}

/// A value that several threads hold.
private final class Share<Value: Sendable>: Sendable {
  let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }
}
