import Glibc

/// Works on many items on all cores and hands over the results in the items' order, as they come.
///
/// Only a few items are begun beyond the one that is handed over next, so that what is held does
/// not grow with the items.
package func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result, handOver: (Result) -> Void
) {
  let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  guard cores > 1, items.count > 1 else { return items.forEach { handOver(work($0)) } }
  var begun: [Future<Result>] = []
  for item in items {
    if begun.count == 2 * cores { handOver(begun.removeFirst().value) }
    begun.append(Future { work(item) })
  }
  for future in begun { handOver(future.value) }
}

/// The results of some work on many items, in their order, dealt over the processor's cores.
package func inParallel<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  var results: [Result] = []
  inParallel(items, work) { results.append($0) }
  return results
}
