import Synchronization

/// The value that was made last, which serves for as long as it is asked for by the same key.
final class Latest<Key: Equatable & Sendable, Value: Sendable>: Sendable {
  private let kept = Mutex<(key: Key, value: Value)?>(nil)

  /// The value of a key: the one that is kept, or else one that is made now.
  func value(of key: Key, making make: () -> Value) -> Value {
    if let kept = kept.withLock({ $0?.key == key ? $0?.value : nil }) { return kept }
    let value = make()
    kept.withLock { $0 = (key, value) }
    return value
  }
}
