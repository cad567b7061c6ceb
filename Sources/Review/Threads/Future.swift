import Glibc
import Synchronization

/// Work on a thread of its own, and its result when somebody asks for it.
///
/// The only concurrency of the pipeline: nothing is shared but values. Where no thread can be had,
/// the work is done at once. A class, because two threads hold it.
package final class Future<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let outcome: Mutex<Value?>
  private let thread = Mutex<pthread_t?>(nil)

  /// Starts the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    outcome = Mutex(nil)
    start()
  }

  /// Whether the work is done.
  package var isDone: Bool { outcome.withLockIfAvailable { $0 != nil } ?? false }

  /// The result, once the work is done.
  package var value: Value {
    thread.withLock { running in
      if let thread = running { pthread_join(thread, nil) }
      running = nil
    }
    return outcome.withLock { outcome in
      let value = outcome ?? work()
      outcome = value
      return value
    }
  }

  deinit {
    thread.withLock { running in if let thread = running { _ = pthread_detach(thread) } }
  }

  private func start() {
    let context = Unmanaged.passRetained(self as AnyObject)
    let new = withUnsafeTemporaryAllocation(of: pthread_attr_t.self, capacity: 1) {
      Self.startThread(context.toOpaque(), $0.baseAddress)
    }
    thread.withLock { $0 = new }
    guard new == nil else { return }
    context.release()
    run()
  }

  private static func startThread(
    _ context: UnsafeMutableRawPointer, _ attributes: UnsafeMutablePointer<pthread_attr_t>?
  ) -> pthread_t? {
    guard let attributes, pthread_attr_init(attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(attributes) }
    // As much stack as the main thread has by default.
    pthread_attr_setstacksize(attributes, 8 << 20)
    var new = pthread_t()
    return pthread_create(&new, attributes, runWork, context) == 0 ? new : nil
  }
}

extension Future: Work {
  fileprivate func run() {
    let value = work()
    outcome.withLock { $0 = value }
  }
}

private protocol Work: AnyObject, Sendable {
  func run()
}

private func runWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  let work = Unmanaged<AnyObject>.fromOpaque(context).takeRetainedValue()
  (work as? any Work)?.run()
  return nil
}
