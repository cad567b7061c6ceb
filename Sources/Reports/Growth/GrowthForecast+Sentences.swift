import Findings
import Growth

/// What a list of the forecast says of each of its items.
extension Assumption {
  /// Where it comes from: the product whose default it is, or the convention.
  func words(isComplete: Bool) -> String {
    guard let source else { return origin.word }
    guard origin == .default else { return source }
    let product = source.split(separator: ": http").first.map(String.init) ?? source
    return "default of \(isComplete ? source : product)"
  }

  /// Its range; nil where none is known.
  var range: String? {
    sweep.map { "\(property.map { $0 + " " } ?? "")\($0.low.value) to \($0.high.value)" }
  }

  /// What the answer becomes in its range.
  var effect: String? {
    guard let sweep else { return nil }
    if let journey = sweep.journey {
      let times = [sweep.low, sweep.high].map { $0.p99.map(Unit.seconds.format) ?? "unbounded" }
      return "p99 of \(journey) \(times[0]) to \(times[1])"
    }
    if sweep.low.headroom == sweep.high.headroom, sweep.low.element == sweep.high.element {
      return "no change in headroom"
    }
    guard sweep.low.element == sweep.high.element, let low = sweep.low.carried,
      let high = sweep.high.carried, let element = sweep.low.element
    else { return "headroom \(sweep.low.noun) to \(sweep.high.noun)" }
    return low == high
      ? "headroom \(low) at both ends" : "headroom \(low) to \(high), at \(element)"
  }
}

extension Remedy {
  /// What the system carries before and after it.
  func carries(_ signs: GrowthSigns = GrowthSigns(isUnicode: true)) -> (
    before: String, after: String
  ) {
    (
      GrowthNumber.multiple(before, isAtMost: isAtMost.before, signs),
      GrowthNumber.multiple(after, isAtMost: isAtMost.after, signs)
    )
  }

  /// The change and what it gains.
  func sentence(_ signs: GrowthSigns = GrowthSigns(isUnicode: true)) -> String {
    let carries = carries(signs)
    return "\(words): \(carries.before) before, \(carries.after) after"
  }
}

extension RetryRisk {
  /// From where a spike can leave something down for good, and what each remedy moves that to.
  var words: String {
    """
    from \(Unit.carried(multiple))x today's peak on, a spike can keep \(element) down \
    (metastable failure): failing requests are attempted \
    \(Unit.digits(attempts, significant: 3)) times over all layers, and its capacity is \
    \(GrowthNumber.rate(capacity)). \(remedies).\(healthy) \(prevention).
    """
  }

  /// From where it can with fewer retries.
  private var remedies: String {
    let (budget, once) = (multiple(withBudget: 0.1), Unit.carried(multipleWithoutRetries) + "x")
    guard budget > multiple * 1.01 else { return "With a single attempt, only from \(once) on" }
    return "With a retry budget of 10%, only from \(Unit.carried(budget))x on; with a single "
      + "attempt, from \(once)"
  }

  /// What keeps it from staying down.
  private var prevention: String {
    guard bound >= 1 else {
      return "Its p99 service time alone reaches the timeout of its callers, so no queue is short "
        + "enough; a circuit breaker lets it recover"
    }
    return "At most \(GrowthNumber.short(bound)) waiting requests (`queue`; capacity x (timeout - "
      + "p99 of its work)) prevent it; a circuit breaker lets it recover"
  }

  /// Until where it holds without a spike, by the model of its queue.
  private var healthy: String {
    guard let fold else { return "" }
    let attempts = amplification.map {
      $0 < 1.005 ? "" : ", with \(Unit.digits($0, significant: 3)) attempts per request today"
    }
    return " Without a spike, it holds up to \(Unit.carried(fold))x (model)\(attempts ?? ""); "
      + "beyond, late responses alone bring it down."
  }
}

extension GrowthForecast {
  /// Cycles of calls whose load diverges.
  var divergences: [String] {
    divergent.map { ring in
      let names = ring.elements.prefix(5).joined(separator: ", ")
      let more = ring.elements.count > 5 ? " and \(ring.elements.count - 5) more" : ""
      let factor = Unit.digits(ring.amplification, significant: 3)
      return "\(names)\(more) call each other in a cycle that turns each request into "
        + "\(factor) per hop: the load diverges, and nothing downstream of it can be computed."
    }
  }
}
