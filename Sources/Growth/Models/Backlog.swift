import Glibc

/// What happens to a queue while more arrives than is taken out of it, and afterwards.
///
/// A fluid of messages: what arrives less what is worked off, without randomness; within 1 % from
/// an overload of 1.2 and a thousand messages on.
package struct Backlog: Sendable {
  /// Messages per second that arrive during the peak.
  package let peak: Double
  /// Messages per second that arrive at other times.
  package let mean: Double
  /// Messages per second that are worked off at most.
  package let capacity: Double
  /// Seconds the peak lasts.
  package let duration: Double
  /// Messages the queue holds before it overflows; infinite when nothing stops it.
  package let bound: Double

  /// A backlog from its rates.
  package init(
    peak: Double, mean: Double, capacity: Double, duration: Double, bound: Double = .infinity
  ) {
    self.peak = peak
    self.mean = mean
    self.capacity = capacity
    self.duration = duration
    self.bound = bound
  }

  /// Messages per second by which it grows during the peak; 0 when the consumers keep up.
  package var growth: Double { max(0, peak - capacity) }

  /// Messages that wait when the peak ends, no more than the bound.
  package var length: Double { min(bound, growth * duration) }

  /// Seconds until the bound is reached, should the peak go on; nil when it never is.
  ///
  /// From an empty queue with one message worked off at a time: `meanTimeToOverflow`, which for
  /// large bounds is bound / growth.
  package var timeToOverflow: Double? {
    guard growth > 0, bound.isFinite else { return nil }
    return meanTimeToOverflow(arrivals: peak, capacity: capacity, bound: bound)
  }

  /// Greatest age in seconds that a message reaches, first in first out: the last one of the peak
  /// waits for Q / capacity; nil when nothing is worked off.
  package var oldest: Double? {
    guard length > 0 else { return 0 }
    return capacity > 0 ? length / capacity : nil
  }

  /// Seconds after the peak until the queue is empty again: Q / (capacity - mean); nil when the
  /// consumers do not even keep up with the mean.
  package var timeToDrain: Double? {
    guard length > 0 else { return 0 }
    return capacity > mean ? length / (capacity - mean) : nil
  }
}

/// Mean seconds until a queue that starts empty first holds `bound` messages, one worked off at a
/// time at `capacity` per second.
///
/// First passage of a birth-death chain: h(0) = 1/lam, h(n) = 1/lam + mu/lam h(n-1), T = sum h (S.
/// Karlin and H. M. Taylor, A First Course in Stochastic Processes, 1975, ch. 4), in closed form
/// for mu/lam = r: T = (K - r (1 - r^K) / (1 - r)) / (lam (1 - r)). Infinite when that is more than
/// a number holds.
package func meanTimeToOverflow(arrivals: Double, capacity: Double, bound: Double) -> Double {
  let ratio = capacity / arrivals
  if abs(1 - ratio) * bound < 1e-4 { return bound * (bound + 1) / 2 / arrivals }
  let power = pow(ratio, bound)
  return (bound - ratio * (1 - power) / (1 - ratio)) / (arrivals * (1 - ratio))
}
