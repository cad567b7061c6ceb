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
      let times = [sweep.low, sweep.high].map { $0.p99.map(Unit.seconds.format) ?? "no end" }
      return "p99 of \(journey) \(times[0]) to \(times[1])"
    }
    if sweep.low.headroom == sweep.high.headroom, sweep.low.element == sweep.high.element {
      return "no change of what is carried"
    }
    return sweep.low.words + ", then " + sweep.high.words
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
    let from = Unit.carried(multiple)
    let once = Unit.carried(multipleWithoutRetries)
    return """
      from \(from)x today's peak on, a spike can leave \(element) down for good: failing requests \
      are tried \(Unit.digits(attempts, significant: 3)) times over all layers, and it carries \
      \(GrowthNumber.rate(capacity)).\(healthy) \(remedies) to \(once)x; \(prevention).
      """
  }

  /// What moves it besides, and who tries once.
  private var remedies: String {
    let budget = multiple(withBudget: 0.1)
    guard budget > multiple * 1.01 else { return "One attempt moves that" }
    return "A retry budget of 10% moves that to \(Unit.carried(budget))x, one attempt"
  }

  /// What keeps it from staying down.
  private var prevention: String {
    guard bound >= 1 else {
      return "its work alone may take as long as its callers wait, so that no queue is short "
        + "enough; a breaker lets it recover"
    }
    return
      "a queue of at most \(GrowthNumber.short(bound)) (capacity x (timeout - p99 of its work)) "
      + "prevents it, and a breaker lets it recover"
  }

  /// Until where it holds without a spike, by the model of its queue.
  private var healthy: String {
    guard let fold else { return "" }
    let attempts = amplification.map {
      $0 < 1.005 ? "" : ", with \(Unit.digits($0, significant: 3)) attempts a request today"
    }
    return " Without one it holds up to \(Unit.carried(fold))x (model)\(attempts ?? ""); beyond, "
      + "late answers alone bring it down."
  }
}

extension GrowthForecast {
  /// Rings of calls behind which nothing can be told.
  var divergences: [String] {
    divergent.map { ring in
      let names = ring.elements.prefix(5).joined(separator: ", ")
      let more = ring.elements.count > 5 ? " and \(ring.elements.count - 5) more" : ""
      let factor = Unit.digits(ring.amplification, significant: 3)
      return "Calls of \(names)\(more) run in a ring in which each request becomes \(factor) per "
        + "hop, so that no rate settles, and nothing behind it can be told."
    }
  }
}
