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

  /// The same as far as it is kept where a share of the calls is late; nil where it is missed there
  /// already.
  ///
  /// What the work alone makes late is late in each attempt by chance, so that all of them may miss
  /// as often as one of the whole, unless more of them would be tried again than a budget allows. A
  /// long queue makes all attempts late together. Of callers that give up on the work itself more
  /// often than that, no load may add as many again.
  func kept(where late: Double) -> Deadline? {
    if late <= misses { return self }
    var tried = self
    tried.misses = mostMissed
    if late <= mostMissed { return tried }
    guard kind == .timeouts else { return nil }
    while tried.misses <= Self.mostAlone {
      tried.misses *= 1.5
      guard late <= tried.misses else { continue }
      tried.misses += misses
      return tried
    }
    return nil
  }

  /// The share of attempts that may be late where it is chance which of them are.
  var mostMissed: Double { max(misses, min(budget, pow(misses, 1 / attempts))) }

  /// Share of the work that may be late by itself, where nothing is said of the load any more.
  private static let mostAlone = 0.5
}

extension ResponseTimes {
  /// The deadlines that are kept, as far as they are, and those that are missed more often than
  /// they may be.
  func kept(_ deadlines: [Deadline]) -> (kept: [Deadline], outlasted: [Deadline]) {
    let shares = Array(zip(deadlines, lateShares(deadlines)))
    return (
      shares.compactMap { $0.kept(where: $1) }, shares.filter { $1 > $0.mostMissed }.map(\.0)
    )
  }

  /// The deadlines that are missed.
  func missed(_ deadlines: [Deadline]) -> [Deadline] {
    zip(deadlines, lateShares(deadlines)).filter { $1 > $0.misses }.map(\.0)
  }

  /// The deadline that is missed most for what it allows, and the logarithm of how many times as
  /// often as it may be, which is nearly linear in the load; nil without deadlines.
  func worst(of deadlines: [Deadline]) -> (deadline: Deadline, excess: Double)? {
    zip(deadlines, lateShares(deadlines)).map { deadline, share in
      (deadline, log(max(share, Self.leastShare) / deadline.misses))
    }.max { $0.1 < $1.1 }
  }

  /// What transforms cannot tell from nothing.
  private static let leastShare = 1e-9

  /// Per deadline, the share of its calls that is late; none where mean and deviation show that it
  /// is kept, and all where calls wait longer and longer.
  private func lateShares(_ deadlines: [Deadline]) -> [Double] {
    let responses = deadlines.map { response(of: $0.calls) }
    let rests = zip(responses, deadlines).map { $0.rest(of: $1.seconds) }
    var shares = responses.map { $0.isBounded ? 0.0 : 1.0 }
    let open = deadlines.indices.filter { index in
      let deadline = deadlines[index]
      return responses[index].isBounded
        && !responses[index].surelyKeeps(deadline.seconds, for: 1 - deadline.misses)
    }
    var points = TransformPoints(waits)
    var rest = Double.nan
    for index in open.sorted(by: { (rests[$0], $0) < (rests[$1], $1) }) {
      if rests[index] != rest { (rest, points) = (rests[index], TransformPoints(waits)) }
      shares[index] = responses[index].tail(deadlines[index].seconds, &points)
    }
    return shares
  }
}
