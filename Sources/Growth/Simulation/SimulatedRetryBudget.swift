/// A budget of retries before one call, of all who make it: within 10 s no more than a share of the
/// calls are tried again.
///
/// As Finagle's `RetryBudget`, whose deposits expire after 10 s
/// (https://twitter.github.io/finagle/guide/Clients.html#retries), without its floor of retries
/// that are always allowed.
struct SimulatedRetryBudget {
  private static let window = 10.0

  private var (calls, retries) = (0.0, 0.0)
  private var windowEnd = 0.0

  /// A call is made for the first time.
  mutating func note(at now: Double) {
    if now >= windowEnd { (calls, retries, windowEnd) = (0, 0, now + Self.window) }
    calls += 1
  }

  /// Whether one more may be tried again, of a share of the calls; it counts as a retry then.
  mutating func admits(_ share: Double) -> Bool {
    guard retries + 1 <= share * calls else { return false }
    retries += 1
    return true
  }
}
