/// Erlang's formulas for c servers that are offered a erlangs: a = arrival rate x service time.
package enum Erlang {
  /// The inverse of Erlang's loss formula, 1/B: how much more likely any state is than all busy.
  ///
  /// The recursion 1/B(k) = 1 + k/a x 1/B(k-1) with B(0) = 1 (R. B. Cooper, Introduction to
  /// Queueing Theory, 1981, ch. 3), unrolled from c downwards, so that it ends after some √a terms
  /// and no factorial is ever formed. Infinite when all busy is less likely than 1 in 10^15.
  package static func inverseLoss(load: Double, servers: Double) -> Double {
    guard load > 0, servers < load + 10 * load.squareRoot() + 20 else { return .infinity }
    var (sum, term, left) = (1.0, 1.0, servers)
    while left >= 1, term > sum * 1e-17 {
      term *= left / load
      sum += term
      left -= 1
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
