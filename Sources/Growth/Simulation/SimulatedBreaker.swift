/// A circuit breaker before one call, of all who make it.
///
/// As Hystrix does by default (https://github.com/Netflix/Hystrix/wiki/Configuration): it opens
/// when half of at least 20 calls within 10 s failed, and after each 5 s lets one through, which
/// closes it if it goes well.
struct SimulatedBreaker {
  private static let (fewest, share, window, sleep) = (20, 0.5, 10.0, 5.0)

  private var (calls, failures) = (0, 0)
  private var windowEnd = 0.0
  /// When the next call may be tried; nil while it is closed.
  private var nextTry: Double?
  private var isTrying = false

  /// Whether a call may be made now.
  mutating func admits(at now: Double) -> Bool {
    guard let nextTry else { return true }
    guard now >= nextTry else { return false }
    self.nextTry = now + Self.sleep
    isTrying = true
    return true
  }

  /// A call that was made has ended.
  mutating func note(isGood: Bool, at now: Double) {
    if nextTry != nil {
      guard isTrying else { return }
      isTrying = false
      if isGood { self = SimulatedBreaker() }
      return
    }
    if now >= windowEnd { (calls, failures, windowEnd) = (0, 0, now + Self.window) }
    calls += 1
    failures += isGood ? 0 : 1
    guard calls >= Self.fewest, Double(failures) >= Self.share * Double(calls) else { return }
    nextTry = now + Self.sleep
  }
}
