import Glibc

/// Calls, one after the other, that have to be answered within a time.
struct Deadline {
  let calls: [(node: Int, uses: Double)]
  let seconds: Double
  /// Share of them that may take longer.
  var misses: Double
  /// Tries until they fail.
  let attempts: Double
  /// Share of the calls that may be retries.
  var budget = Double.infinity
  let kind: LimitKind
  /// Where the time stands.
  let place: ElementProperty

  /// The same as far as it is kept at a load; nil where it is missed there already.
  ///
  /// What the work alone makes late is late in each attempt by chance, so that all of them may miss
  /// as often as one of the whole, unless more of them would be tried again than a budget allows. A
  /// long queue makes all attempts late together. Of callers that give up on the work itself more
  /// often than that, no load may add as many again.
  func kept(at times: ResponseTimes) -> Deadline? {
    if times.keeps(self) { return self }
    var tried = self
    tried.misses = max(misses, min(budget, pow(misses, 1 / attempts)))
    if attempts > 1, times.keeps(tried) { return tried }
    guard kind == .timeouts else { return nil }
    while tried.misses <= Self.mostAlone {
      tried.misses *= 1.5
      guard times.keeps(tried) else { continue }
      tried.misses += misses
      return tried
    }
    return nil
  }

  /// Share of the work that may be late by itself, where nothing is said of the load any more.
  private static let mostAlone = 0.5
}

extension ResponseTimes {
  /// Whether as many calls as have to be are answered within a time.
  func keeps(_ deadline: Deadline) -> Bool {
    let (response, share) = (response(of: deadline.calls), 1 - deadline.misses)
    guard response.isBounded else { return false }
    return response.keeps(deadline.seconds, for: share)
  }
}
