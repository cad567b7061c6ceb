import Findings
import Growth
import SourceText

/// The answer of a forecast in sentences: what is carried, whether that reaches the target, what
/// would, and what the answer rests on.
struct GrowthHeadline {
  private let system: String
  private let forecast: GrowthForecast

  init(system: String, forecast: GrowthForecast) {
    self.system = system.abridged
    self.forecast = forecast
  }

  var text: String {
    guard let element = forecast.first, let limit = element.first else {
      return "\(system): what it carries cannot be told yet, because no limit is known of "
        + "anything that demand reaches."
    }
    return [carries(element.name, limit), target, batch, remedy, decision, assumption]
      .compactMap(\.self).joined(separator: " ")
  }

  private func carries(_ name: String, _ limit: LimitForecast) -> String {
    let binding =
      limit.kind == .measured
      ? "\(name) breaks first: it is \(limit.usedWords)"
      : "\(name) breaks first, by \(limit.kind.cause)"
    let words = Unit.carried(limit.headroom)
    let most = forecast.isAtMost ? "at most " : ""
    if limit.kind == .lost {
      return "\(system) does not carry today's peak: \(name) is lost, and it is needed."
    }
    return limit.headroom < 1
      ? "\(system) does not carry today's peak: at \(words)x of it \(binding)."
      : "\(system) carries \(most)\(words)x today's peak; \(binding)."
  }

  /// What ends earlier and is not the system.
  private var batch: String? {
    guard let element = forecast.firstOfBatch, let limit = element.first else { return nil }
    return "Beside it, \(element.name) ends at \(Unit.carried(limit.headroom))x, by "
      + "\(limit.kind.cause); no client waits for it."
  }

  private var target: String? {
    guard let growth = forecast.growth else {
      return forecast.firstInTime.map {
        "As its journeys grow, \(inTime($0))."
      } ?? "No growth is declared, so nothing says when."
    }
    let goal =
      "The target is \(Unit.digits(growth.factor))x in \(Unit.months.format(growth.months))"
    let due = forecast.elementsDue(within: growth.months)
    guard let first = forecast.firstInTime, !due.isEmpty else {
      return goal + (forecast.isAtMost ? ", and nothing known is in its way." : ", and it holds.")
    }
    let others =
      due.count > 1
      ? "; \(due.count - 1) more "
        + (due.count > 2 ? "follow before the target" : "follows before the target") : ""
    return "\(goal): \(inTime(first))\(others)."
  }

  /// When the first limit in time is due, and that it is another than the first in load.
  private func inTime(_ due: (element: ElementForecast, months: Double)) -> String {
    guard due.element.name != forecast.first?.name,
      let limit = due.element.limits.first(where: { $0.months == due.months })
    else { return "the limit of \(due.element.name) \(Self.when(due))" }
    return "first in time is \(due.element.name): its limit (\(limit.kind.rawValue)) "
      + Self.when(due)
  }

  private static func when(_ due: (element: ElementForecast, months: Double)) -> String {
    due.months > 0 ? "is reached after \(Unit.months.format(due.months))" : "is passed already"
  }

  /// What reaches the target; nil where nothing is needed or known.
  private var remedy: String? {
    let remedies = forecast.remedies
    guard forecast.growth != nil else { return nil }
    guard let first = remedies.steps.first else {
      return remedies.isReached ? nil : remedies.reason.map { "No one change reaches it: \($0)." }
    }
    let more = remedies.steps.count - 1
    let others = more > 0 ? ", and \(more) more \(more > 1 ? "changes" : "change")" : ""
    let change = "changing \(first.words)\(others)"
    guard let left = remedies.left else { return "It is reached by \(change)." }
    return "It comes nearer by \(change); \(left)."
  }

  /// The multiplicities that the number rests on; nil where all are declared.
  private var assumption: String? { forecast.assumes.words(\.abridged).map { "It assumes \($0)." } }

  /// What nobody declared and the answer depends on.
  private var decision: String? {
    let deciding = forecast.assumptions.filter(\.decides)
    guard let first = deciding.first else { return nil }
    let end = first.sweep.map { "; at \($0.worse.value) \($0.worse.words)" } ?? ""
    let more = deciding.count > 1 ? " \(deciding.count - 1) more below." : ""
    return "This depends on an undeclared value: \(first.text)\(end).\(more)"
  }
}

extension GrowthForecast {
  /// Why there is no change to make; nil where there is one.
  var noRemedy: String? {
    first == nil ? "no limit is known, so that no change can be named" : remedies.reason
  }
}

extension Remedies {
  /// Why there is no change to make; nil where there is one.
  var reason: String? {
    guard steps.isEmpty else { return nil }
    guard let rest else { return "nothing has to change: all known limits carry it" }
    let place = "\(rest.element) ends before, by \(rest.limit.cause)"
    switch rest.limit {
    case .lost: return "\(rest.element) is lost, and what needs it has no fallback"
    case .backlog: return "\(place); more consumers, more room or a shorter peak would move that"
    case .replay: return "\(place); a faster node, or fewer writes, would move that"
    case .servers, .autoscaler, .consumers, .measured, .partitions, .rateLimit, .pool,
      .connections, .bandwidth, .memory, .threads, .singleWriter, .writes, .reads, .room, .held,
      .retries, .timeouts, .target,
      .hottestShard:
      return isBeyondScaling
        ? "\(place), which more replicas do not carry"
        : "\(place), and no value of one property that makes sense moves that"
    }
  }

  /// What the steps do not move; nil when they reach the target.
  var left: String? {
    rest.map { rest in
      "then \(rest.element) is left, by \(rest.limit.cause)"
        + (isBeyondScaling ? ", which more replicas do not carry" : "")
    }
  }
}

extension Sensitivity.End {
  /// What the answer becomes there.
  var words: String {
    guard let headroom, let element else { return "no limit is known" }
    return "\(element) breaks first, at \(Unit.carried(headroom))x"
  }
}

extension LimitForecast {
  /// How full it is.
  var usedWords: String { "\(Unit.digits(used * 100, significant: 3)) % used at today's peak" }
}

extension LimitKind {
  /// The limit as what stops a component: `its servers`.
  var cause: String {
    switch self {
    case .autoscaler: "its autoscaler's maximum"
    case .pool: "its pool of connections"
    case .memory: "its memory, which connections and sessions take"
    case .threads: "its threads, which requests and its other replicas hold"
    case .held: "its servers, which calls hold while they wait"
    case .retries: "the retries of its callers"
    case .timeouts: "the timeouts of its callers"
    case .room: "its waiting room, which is full too often"
    case .backlog: "the backlog of a peak"
    case .target: "the latency target of a journey"
    case .lost, .servers, .consumers, .measured, .partitions, .rateLimit, .connections, .bandwidth,
      .singleWriter, .writes, .reads, .replay, .hottestShard:
      "its \(rawValue)"
    }
  }
}
