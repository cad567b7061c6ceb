import Synchronization

/// A value that is made when somebody first asks for it, on the thread that asks; others wait.
///
/// A class, because all who may ask share it.
package final class Lazy<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let outcome = Mutex<Value?>(nil)

  /// A value that some work gives.
  package init(_ work: @escaping @Sendable () -> Value) { self.work = work }

  /// The value, made now or before.
  package var value: Value {
    outcome.withLock { outcome in
      let value = outcome ?? work()
      outcome = value
      return value
    }
  }
}
