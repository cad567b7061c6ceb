import Glibc

/// Erlang's formulas for c servers that are offered a erlangs: a = arrival rate x service time.
package enum Erlang {
  /// The inverse of Erlang's loss formula, 1/B: how much more likely any state is than all busy.
  ///
  /// The recursion 1/B(k) = 1 + k/a x 1/B(k-1) with B(0) = 1 (R. B. Cooper, Introduction to
  /// Queueing Theory, 1981, ch. 3), unrolled from c downwards, so that it ends after some √a terms
  /// and no factorial is ever formed. Infinite when all busy is less likely than 1 in 10^15.
  package static func inverseLoss(load: Double, servers: Double) -> Double {
    guard load > 0, servers < load + 10 * load.squareRoot() + 20 else { return .infinity }
    guard load.isFinite else { return 1 }
    guard servers <= mostSteps else { return integral(load, servers) }
    var (sum, term, left) = (1.0, 1.0, servers)
    while left >= 1, term > sum * 1e-17 {
      term *= left / load
      sum += term
      left -= 1
    }
    return sum
  }

  /// Servers up to which the recursion is taken; it needs some √a steps, the integral always as
  /// many.
  private static let mostSteps = 1e4

  /// 1/B as the integral of e^-x (1 + x/a)^c over all x from 0 on.
  ///
  /// (D. L. Jagerman, "Some Properties of the Erlang Loss Function", Bell System Technical Journal
  /// 53, 1974.)
  ///
  /// The exponent is x (c - a)/a - c (y - log(1 + y)) with y = x/a, so that nothing cancels however
  /// many servers there are. It is largest at c - a, and √c wide there; under overload it falls
  /// from 0 on, by (a - c)/a at least.
  private static func integral(_ load: Double, _ servers: Double) -> Double {
    let (spare, width) = ((servers - load) / load, 10 * servers.squareRoot())
    let peak = max(0, servers - load)
    let low = max(0, peak - width)
    let falling = spare < 0 ? 45 / -spare : .infinity
    let high = min(falling, (peak + width) * max(1, load / servers))
    var sum = 0.0
    for part in 0..<4 {
      let ends = [part, part + 1].map { low + (high - low) * Double($0) / 4 }
      Quadrature.overPoints(from: ends[0], to: ends[1]) { x, weight in
        sum += weight * exp(x * spare - servers * Logarithm.rest(x / load))
      }
    }
    return sum
  }

  /// Erlang B: the share of requests lost when there is no waiting room (Erlang 1917).
  package static func loss(load: Double, servers: Double) -> Double {
    1 / inverseLoss(load: load, servers: servers)
  }

  /// Erlang C: the share of requests that have to wait, C = B / (1 - rho (1 - B)) (Erlang 1917);
  /// 1 when the servers cannot carry the load.
  package static func wait(load: Double, servers: Double) -> Double {
    guard load < servers else { return 1 }
    let loss = loss(load: load, servers: servers)
    return loss / (1 - load / servers * (1 - loss))
  }
}
