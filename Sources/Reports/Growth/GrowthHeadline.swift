import Findings
import Growth
import SourceText

/// The answer of a forecast in sentences: the headroom, whether that reaches the target, what
/// would, and what the answer rests on.
struct GrowthHeadline {
  private let system: String
  private let forecast: GrowthForecast

  init(system: String, forecast: GrowthForecast) {
    self.system = system.abridged
    self.forecast = forecast
  }

  var text: String { rest.isEmpty ? answer : "\(answer) \(rest)" }

  /// What saturates first, and at which load.
  var answer: String {
    guard let element = forecast.first, let limit = element.first else {
      return "\(system): headroom unknown, because no limit is known of anything that demand "
        + "reaches."
    }
    return carries(element.name, limit)
  }

  /// Whether that reaches the target, what would, and what it rests on; empty where it is unknown.
  var rest: String {
    guard forecast.first?.first != nil else { return "" }
    return [unlimited, target, batch, remedy, decision, assumption].compactMap(\.self)
      .joined(separator: " ")
  }

  private func carries(_ name: String, _ limit: LimitForecast) -> String {
    let binding =
      limit.kind == .measured
      ? "\(name) saturates first (\(limit.usedWords))"
      : "\(name) saturates first (\(limit.kind.phrase))"
    let words = Unit.carried(limit.headroom, isAtMost: forecast.isAtMost)
    let (most, end) = forecast.isAtMost ? ("at most ", " at most") : ("", "")
    if limit.kind == .lost {
      return "\(system) cannot sustain today's peak: \(name) is lost, and it has no fallback."
    }
    return limit.headroom < 1
      ? "\(system) cannot sustain today's peak: \(binding), at \(words)x of it\(end)."
      : "\(system) sustains \(most)\(words)x today's peak: \(binding)."
  }

  /// What could saturate earlier, for all that is known.
  private var unlimited: String? {
    let open = Set(forecast.unknownLimits.map(\.element)).count
    guard open > 0 else { return nil }
    return "No limit is known of \(open) other component\(open == 1 ? "" : "s") under load."
  }

  /// What ends earlier and is not the system.
  private var batch: String? {
    guard let element = forecast.firstOfBatch, let limit = element.first else { return nil }
    let multiple = Unit.carried(limit.headroom)
    let when = "\(element.name) saturates at \(multiple)x (\(limit.kind.phrase))"
    return element.hasStandIn
      ? "Before that \(when), and its callers fall back."
      : "In the background, \(when); no client waits for it."
  }

  private var target: String? {
    guard let growth = forecast.growth else {
      return forecast.firstInTime.map {
        "As its journeys grow, \(inTime($0))."
      } ?? "No growth is declared, so there are no dates."
    }
    let goal =
      "Target \(Unit.digits(growth.factor))x in \(Unit.months.format(growth.months))"
    let due = forecast.elementsDue(within: growth.months)
    guard let first = forecast.firstInTime, !due.isEmpty else {
      if let last = forecast.saturatedAtTarget {
        return "\(goal): reached, with nothing to spare, since \(last.name) saturates just there."
      }
      return goal + (forecast.isAtMost ? ": no known limit is in the way." : ": met.")
    }
    let others =
      due.count > 1
      ? "; \(due.count - 1) more "
        + (due.count > 2 ? "limits are" : "limit is") + " reached before the target" : ""
    return "\(goal): \(inTime(first))\(others)."
  }

  /// When the first limit in time is due, and that it is another than the first in load.
  private func inTime(_ due: (element: ElementForecast, months: Double)) -> String {
    guard due.element.name != forecast.first?.name,
      let limit = due.element.limits.first(where: { $0.months == due.months })
    else { return "\(due.element.name) \(Self.when(due))" }
    return "earliest in time, \(due.element.name) (\(limit.kind.phrase)) \(Self.when(due))"
  }

  private static func when(_ due: (element: ElementForecast, months: Double)) -> String {
    due.months > 0
      ? "reaches its limit in \(Unit.months.format(due.months))" : "is over its limit today"
  }

  /// What reaches the target; nil where nothing is needed or known.
  private var remedy: String? {
    let remedies = forecast.remedies
    guard forecast.growth != nil else { return nil }
    guard let first = remedies.steps.first else {
      return remedies.isReached
        ? nil : remedies.reason.map { "No single change reaches it: \($0)." }
    }
    let count = remedies.steps.count
    let target = Unit.digits(remedies.target) + "x"
    let change = count > 1 ? "\(count) changes" : "Changing \(first.words)"
    let start = count > 1 ? ", the first of them \(first.words)" : ""
    let end = count > 1 ? "" : "s"
    guard let left = remedies.left else {
      let spare = remedies.isTight ? " with nothing to spare" : ""
      return "\(change) reach\(count > 1 ? "" : "es") \(target)\(spare)\(start)."
    }
    return "\(change) come\(end) closer to \(target)\(start); \(left)."
  }

  /// The multiplicities that the number rests on; nil where all are declared.
  private var assumption: String? { forecast.assumes.words(\.abridged).map { "Assumes \($0)." } }

  /// What nobody declared and the answer depends on.
  private var decision: String? {
    let deciding = forecast.assumptions.filter(\.decides)
    guard let first = deciding.first else { return nil }
    let end = first.sweep.map { ". With \($0.worse.value) instead, \($0.worse.words)" } ?? ""
    let more = deciding.count > 1 ? " \(deciding.count - 1) more below." : ""
    return "This depends on an assumption: \(first.text)\(end).\(more)"
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
    guard let rest else { return "no change is needed: all known limits are above it" }
    let place = "\(rest.element) saturates earlier (\(rest.limit.phrase))"
    switch rest.limit {
    case .lost: return "\(rest.element) is lost, and its callers have no fallback"
    case .fallback: return "\(place); more room there, or in what is called first, would raise that"
    case .backlog: return "\(place); more consumers, more room or a shorter peak would raise that"
    case .replay: return "\(place); a faster node, or fewer writes, would raise that"
    case .servers, .autoscaler, .consumers, .measured, .partitions, .rateLimit, .pool,
      .connections, .bandwidth, .memory, .threads, .singleWriter, .writes, .reads, .room, .held,
      .retries, .timeouts, .target,
      .hottestShard:
      return isBeyondScaling
        ? "\(place), and more replicas do not help"
        : "\(place), and no plausible value of a single property changes that"
    }
  }

  /// Whether the steps carry hardly more than the target.
  var isTight: Bool { isReached && steps.last.map { $0.after < target * 1.05 } ?? false }

  /// What is said of the steps after them: that they leave no room, or what they do not move.
  var end: String? {
    let room = isTight ? "each value carries \(Unit.digits(target))x with nothing to spare" : nil
    return left ?? room
  }

  /// What the steps do not move; nil when they reach the target.
  var left: String? {
    rest.map { rest in
      "then \(rest.element) saturates (\(rest.limit.phrase))"
        + (isBeyondScaling ? ", and more replicas do not help" : "")
    }
  }
}

extension Sensitivity.End {
  /// What the answer becomes there, as a clause.
  var words: String {
    guard let carried, let element else { return "no limit is known" }
    return "\(element) saturates first, at \(carried)"
  }

  /// Times today's peak.
  var carried: String? { headroom.map { Unit.carried($0) + "x" } }

  /// The same as a noun: `1.1x (ledger-db)`.
  var noun: String {
    guard let carried, let element else { return "unknown" }
    return "\(carried) (\(element))"
  }
}

extension LimitForecast {
  /// How full it is.
  var usedWords: String { "\(Unit.digits(used * 100, significant: 3)) % used at today's peak" }
}
