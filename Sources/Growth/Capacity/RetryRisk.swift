import SourceText

/// A component that its callers' retries can hold down: once more is attempted than it carries,
/// every attempt times out and brings the next, although the load itself is carried.
///
/// The collapsed state exists as soon as the load times all attempts of all layers reaches the
/// capacity (N. Bronson et al., "Metastable Failures in Distributed Systems", HotOS 2021).
package struct RetryRisk: Sendable {
  /// The component, by its index.
  package let component: Int
  /// The component's name.
  package let element: String
  /// Times today's peak from which a spike can leave it down.
  package let multiple: Double
  /// Times today's peak from which it goes down without a spike, since there is no healthy state;
  /// nil where its callers' attempts are unknown.
  package var fold: Double? { outcome?.fold.value }
  /// Attempts per request in the healthy state at today's peak; nil where there is none.
  package var amplification: Double? { outcome?.loop.amplification(at: 1) }
  /// Requests per second that it carries.
  package let capacity: Double
  /// Attempts per request when all fail, over all layers of callers.
  package let attempts: Double
  /// Requests that may wait so that even a room that is always full answers nine of ten before
  /// their callers give up: capacity x (timeout - 90th percentile of its own work), 0 where the
  /// work alone takes as long.
  package let bound: Double
  /// Times today's peak up to which it stays healthy for hours; nil where its callers' attempts
  /// are unknown.
  var healthyUpTo: Double? { outcome?.healthy.value }
  /// The component with its callers, and what becomes of them.
  let outcome: RetryOutcome?

  /// Times today's peak from which it happens when callers add no more than a share of retries.
  package func multiple(withBudget share: Double) -> Double {
    multiple * max(1, attempts / (1 + share))
  }

  /// Times today's peak that it carries when nobody tries again.
  package var multipleWithoutRetries: Double { multiple * attempts }
}

/// A component with its callers who try again, and the loads up to which it stays healthy.
///
/// A class, because a changed model keeps what is known of loops that the change left alone.
final class RetryOutcome: Sendable {
  let loop: RetryLoop
  /// The multiple of today's load beyond which there is no healthy state.
  let fold: Lazy<Double>
  /// The multiple of today's load up to which it stays healthy for hours.
  let healthy: Lazy<Double>

  init(_ loop: RetryLoop) {
    self.loop = loop
    let fold = Lazy { loop.fold }
    self.fold = fold
    healthy = Lazy { loop.healthy(upTo: fold.value) }
  }
}
