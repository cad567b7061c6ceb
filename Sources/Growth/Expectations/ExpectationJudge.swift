import Architecture
import Findings
import YAML

/// Holds what is expected of a system against its model.
///
/// What only an upper bound is known of is undecided, unless that bound is too little already.
struct ExpectationJudge {
  private typealias Answer = Expectation.Answer

  private let model: GrowthModel
  private lazy var losses = JourneyLosses(model)
  private lazy var overloads = losses.overloads()
  private lazy var ends = losses.ends()
  /// What each loss takes, by its name, once somebody asked.
  private var losing: [String: [JourneyLoss]] = [:]
  private lazy var forecasts = model.journeys(at: [1])
  private var architecture: Architecture { model.architecture }

  init(_ model: GrowthModel) { self.model = model }

  /// Whether an element does what a key expects: a number, or to survive a loss.
  mutating func answer(
    _ property: Property, _ number: Double, _ loss: String?, of element: ElementID
  ) -> Expectation.Answer {
    if let loss { return survival(loss, of: element) }
    if property == .expectCarries { return load(number, of: element) }
    var answers: [Answer] = []
    for journey in journeys(of: element) {
      answers.append(
        property == .expectP99 ? time(number, of: journey) : availability(number, of: journey))
    }
    return worst(of: answers)
  }

  /// Whether all of today's peak is served after a loss: one of a kind, or of a zone or component.
  private mutating func survival(_ name: String, of element: ElementID) -> Answer {
    let kind = LossKind(rawValue: name)
    let loss = architecture.loss(named: name)
    let taken =
      losing[name]
      ?? kind.map { losses.all(of: [$0]) } ?? loss.map { losses.all(after: $0, name) } ?? []
    losing[name] = taken
    let covered = Set(journeys(of: element))
    let harm = (overloads + taken).filter { $0.served < 1 && covered.contains($0.journey) }
    if let worst = harm.min(by: { $0.served < $1.served }) {
      return Answer(.unmet, worst.words(in: architecture))
    }
    let isKnown = kind != nil || loss != nil
    let kinds = kind.map { [$0] } ?? (architecture.zones.contains(name) ? [.zone] : [])
    if let fact = unknown(of: element, kinds) ?? (isKnown ? nil : "the loss of \(name)") {
      return Answer(.undecided, "cannot be judged without \(fact)")
    }
    return Answer(.met, "all of the peak is served")
  }

  // MARK: - Single keys

  private mutating func load(_ least: Double, of element: ElementID) -> Answer {
    guard let end = end(of: element) else { return undecided(element) }
    let multiple =
      (end.isAtMost ? "at most " : "") + Unit.carried(end.headroom, isAtMost: end.isAtMost)
    let words = "it handles \(multiple)x: \(end.element) (\(end.limit.phrase)) saturates first"
    if end.headroom < least * (1 - 1e-9) { return Answer(.unmet, words) }
    return end.isAtMost ? undecided(element, words) : Answer(.met, words)
  }

  private mutating func time(_ most: Double, of journey: Int) -> Answer {
    let name = architecture.journeys[journey].name
    if let measured = architecture.journeys[journey].facts.number(.p99) {
      return Answer(
        measured > most ? .unmet : .met,
        "the measured p99 of \(name) is \(Unit.seconds.format(measured))")
    }
    guard let time = forecasts[journey].points.first?.response, time.mean > 0 || !time.isBounded
    else { return undecided(.journey(journey)) }
    guard time.isBounded else { return Answer(.unmet, "\(name) is overloaded at its peak") }
    let p99 = time.percentile(0.99)
    let words =
      "the modelled p99 of \(name) is \(time.isAtLeast ? "at least " : "")"
      + Unit.seconds.format(p99)
    if p99 > most { return Answer(.unmet, words) }
    return time.isAtLeast ? undecided(.journey(journey), words) : Answer(.met, words)
  }

  private mutating func availability(_ least: Double, of journey: Int) -> Answer {
    guard let availability = forecasts[journey].availability else {
      return Answer(
        .undecided, "cannot be judged without the availability of its dependencies")
    }
    let words =
      "the hard dependencies of \(architecture.journeys[journey].name) allow at most "
      + Unit.ratio.format(availability.value)
    if availability.value < least { return Answer(.unmet, words) }
    guard availability.isAtMost else { return Answer(.met, words) }
    return Answer(.undecided, words + "; cannot be judged without that of all")
  }

  // MARK: - What is covered

  /// The journeys that an expectation covers: of the system, all that somebody waits for.
  private func journeys(of element: ElementID) -> [Int] {
    if case .journey(let index) = element { return [index] }
    let served = architecture.servedJourneys
    return served.indices.filter { served[$0] }
  }

  private mutating func end(of element: ElementID) -> JourneyStanding.End? {
    guard case .journey(let index) = element else {
      return model.headroom.map { JourneyStanding.End($0, in: architecture) }
    }
    return ends[index].later ?? ends[index].end
  }

  private func worst(of answers: [Answer]) -> Answer {
    let verdicts: [Expectation.Verdict] = [.unmet, .undecided, .met]
    return verdicts.lazy.compactMap { verdict in answers.first { $0.verdict == verdict } }.first
      ?? Answer(.undecided, "cannot be judged without a journey")
  }

  // MARK: - What is unknown

  private mutating func undecided(_ element: ElementID, _ words: String? = nil) -> Answer {
    let reason = "cannot be judged without \(unknown(of: element, []) ?? "undeclared values")"
    return Answer(.undecided, [words, reason].compactMap(\.self).joined(separator: "; "))
  }

  /// The first fact that decides what an element does: a rate, copies, or a limit on its way.
  private mutating func unknown(of element: ElementID, _ kinds: [LossKind]) -> String? {
    let missing = losses.missing(for: kinds)
    let reached: Set<Int>? =
      if case .journey(let index) = element { losses.today[index].reached } else { nil }
    let first = missing.first { fact in
      // The load of other journeys may meet it anywhere.
      guard let reached, fact.property != .rate else { return true }
      return !reached.isDisjoint(with: architecture.components(of: fact.element))
    }
    return first.map { $0.words(in: architecture) }
  }
}
