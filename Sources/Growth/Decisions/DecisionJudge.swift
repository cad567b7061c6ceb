package import Architecture
import Findings
package import SourceText
import YAML

/// Holds decisions against the model: what is known of a number is its least and its most.
struct DecisionJudge {
  private typealias Answer = JudgedDecision.Answer

  private let model: GrowthModel
  private let derived: DerivedFacts
  private let today: Day?
  private var architecture: Architecture { model.architecture }

  init(_ model: GrowthModel, _ derived: DerivedFacts, today: Day?) {
    (self.model, self.derived, self.today) = (model, derived, today)
  }

  func judged(_ decision: Decision) -> JudgedDecision {
    var answers = decision.tripwires.map { answer(to: $0, of: decision) }
    if let review = decision.review {
      let isOver = today.map { $0 > review } ?? false
      answers.append(
        Answer(
          verdict: isOver ? .reopened : .kept,
          words: isOver ? "its review was due by \(review.text)" : "review by \(review.text)",
          element: .system))
    }
    return JudgedDecision(decision: decision, answers: answers)
  }

  private func answer(to tripwire: Tripwire, of decision: Decision) -> Answer {
    let known = known(tripwire, of: decision)
    let verdict = verdict(known, tripwire)
    let number = known.words(tripwire.unit).map {
      "\(tripwire.words): \($0) (until \(tripwire.bound))"
    }
    var words = number ?? "\(tripwire.words) \(tripwire.bound)"
    if verdict == .undecided {
      words += " cannot be judged without \(missing(tripwire, of: decision))"
    }
    return Answer(verdict: verdict, words: words, element: tripwire.element)
  }

  /// A condition that holds at one end of what is known, and not at the other, is undecided.
  private func verdict(_ known: Known, _ tripwire: Tripwire) -> JudgedDecision.Verdict {
    let (near, far) =
      tripwire.comparison.isUpward ? (known.least, known.most) : (known.most, known.least)
    if tripwire.comparison.holds(near, tripwire.limit) { return .reopened }
    return tripwire.comparison.holds(far, tripwire.limit) ? .undecided : .kept
  }

  // MARK: - What is known

  /// What a number is at least, and at most.
  private struct Known {
    var least = 0.0
    var most = Double.infinity

    init() {}
    init(_ least: Double, _ most: Double) { (self.least, self.most) = (least, most) }

    /// Nil where nothing is known.
    func words(_ unit: Unit) -> String? {
      if least == most { return unit.format(least) }
      if most < .infinity { return "at most \(unit.format(most))" }
      return least > 0 ? "at least \(unit.format(least))" : nil
    }
  }

  private func known(_ tripwire: Tripwire, of decision: Decision) -> Known {
    switch tripwire.subject {
    case .demand:
      let peak = journeyPeaks()
      return decision.peak.map { Known(peak.least / $0, peak.most / $0) } ?? Known()
    case .load(let kind): return load(kind, on: tripwire.element)
    case .property(.headroom) where tripwire.element == .system:
      guard let headroom = model.headroom else { return Known() }
      return Known(headroom.isAtMost ? 0 : headroom.multiple, headroom.multiple)
    case .property(let property): return number(property, of: tripwire.element)
    }
  }

  private func journeyPeaks() -> Known {
    let peaks = model.journeys.map(\.peak)
    let least = peaks.filter { !$0.isNaN }.reduce(0, +)
    return Known(least, peaks.contains(where: \.isNaN) ? .infinity : least)
  }

  /// What relations of a kind bring to a component or an operation at today's peak.
  private func load(_ kind: RelationKind, on element: ElementID) -> Known {
    var rates = Rates()
    for (index, relation) in architecture.relations.enumerated() where relation.kind == kind {
      let target = relation.target
      let isIt =
        target.operation.map { element == .operation($0) } ?? false
        || element == .component(target.component)
      if isIt { rates.add(model.demand.relations[index]) }
    }
    return known(rates)
  }

  private func known(_ rates: Rates) -> Known {
    if rates.isUnknown { return Known() }
    return Known(rates.peak, rates.isAtLeast ? .infinity : rates.peak)
  }

  private func number(_ property: Property, of element: ElementID) -> Known {
    let facts = architecture.facts(of: element)
    guard let number = (facts[property] ?? derived.fact(of: element, property))?.value.number
    else { return Known() }
    guard facts[property] == nil else { return Known(number, number) }
    switch property {
    case .headroom where derived.isAtMost(element, property): return Known(0, number)
    case .utilisation where derived.isAtMost(element, .headroom): return Known(number, .infinity)
    case .rate, .peak, .worst:
      let isPartial = derived.fact(of: element, .demandPartial)?.value == .flag(true)
      return Known(number, isPartial ? .infinity : number)
    default: return Known(number, number)
    }
  }

  // MARK: - What is unknown

  /// The first fact that decides.
  private func missing(_ tripwire: Tripwire, of decision: Decision) -> String {
    if tripwire.subject == .demand, decision.peak == nil {
      let today = journeyPeaks().words(.perSecond).map { " (today: \($0))" } ?? ""
      return "`peak`, the load when it was made\(today)"
    }
    let rates = model.unknownRates.first
    let limits =
      tripwire.element == .system
      ? model.unknownLimits.first
      : model.firstUnknown(of: Set(architecture.components(of: tripwire.element)))
    let first: ElementProperty? =
      switch tripwire.subject {
      case .demand, .load, .property(.rate), .property(.peak), .property(.worst): rates
      case .property(.utilisation), .property(.headroom), .property(.capacity): limits ?? rates
      case .property: nil
      }
    if let first { return first.words(in: architecture) }
    let isModelled = tripwire.subject.isModelled
    return isModelled ? "undeclared values" : tripwire.words
  }
}

extension Tripwire.Subject {
  /// Whether it follows from many facts, none of which is it.
  fileprivate var isModelled: Bool {
    switch self {
    case .demand, .load: true
    case .property(let property): property.definition.declared.isEmpty
    }
  }
}

extension GrowthModel {
  /// Decisions held against the system; none ends by its day where no day is today.
  ///
  /// `derived` is all that follows from the description.
  package func judged(
    _ decisions: [Decision], _ derived: DerivedFacts, today: Day?
  ) -> [JudgedDecision] {
    let judge = DecisionJudge(self, derived, today: today)
    return decisions.map(judge.judged)
  }
}
