import Glibc
import Synchronization

/// Runs two pieces of work at the same time and gives both results.
///
/// The only concurrency of the pipeline: the second piece has a thread of its own, and nothing is
/// shared but values. Where no thread can be had, the pieces run one after the other.
func onBothCores<First: Sendable, Second: Sendable>(
  _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  let errand = Errand(second)
  var thread = pthread_t()
  let context = Unmanaged.passRetained(errand as AnyObject)
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  // As much stack as the main thread has by default.
  pthread_attr_setstacksize(&attributes, 8 << 20)
  defer { pthread_attr_destroy(&attributes) }
  let failure = pthread_create(&thread, &attributes, runErrand, context.toOpaque())
  let result = first()
  if failure == 0 {
    pthread_join(thread, nil)
  } else {
    context.release()
    errand.run()
  }
  return (result, errand.result ?? second())
}

private protocol Runnable: AnyObject, Sendable {
  func run()
}

/// Work with a place for its result; a class, because two threads hold it.
private final class Errand<Result: Sendable>: Runnable {
  private let work: @Sendable () -> Result
  private let outcome = Mutex<Result?>(nil)

  init(_ work: @escaping @Sendable () -> Result) { self.work = work }

  var result: Result? { outcome.withLock { $0 } }

  func run() {
    let result = work()
    outcome.withLock { $0 = result }
  }
}

private func runErrand(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let errand = Unmanaged<AnyObject>.fromOpaque(context).takeRetainedValue()
  (errand as? any Runnable)?.run()
  return nil
}
