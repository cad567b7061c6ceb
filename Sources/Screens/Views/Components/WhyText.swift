import Architecture
import Findings
import Growth
import Review
import SourceText

/// A number as a tree: what it is, its formula, and below it the values that it rests on, each with
/// its origin and line.
struct WhyText {
  private let state: GrowthVariant
  private let outline: SystemOutline
  private(set) var lines: Lines

  /// A text about a system, today or without something.
  init(_ state: GrowthVariant, _ outline: SystemOutline, width: Int) {
    (self.state, self.outline) = (state, outline)
    lines = Lines(width: width)
  }

  private var architecture: Architecture { outline.architecture }

  /// A component's headroom by each of its limits, the first one reached in front.
  mutating func add(component index: Int) {
    let name = architecture.components[index].name
    let limits = state.model.limits[index]
    guard let first = limits.first else {
      lines.add("no limit of \(name) is known", .title)
      return
    }
    lines.add("\(name): headroom \(first.multiple) (\(first.kind.rawValue))", .title)
    lines.add(state.name, .dim)
    for limit in limits { add(limit, of: index) }
    addDemand(of: index)
  }

  private mutating func add(_ limit: Limit, of index: Int) {
    lines.addHeading("\(limit.kind.rawValue): headroom \(limit.multiple) (\(limit.basis.word))")
    lines.add(HeadroomFormula.words(limit), .strong, head: Lines.Run(text: "  = ", role: .dim))
    addHolding(limit, of: index)
    for input in limit.inputs { add(input.element, input.property) }
  }

  /// What a limit on servers handles: their number over the time for which each piece of work holds
  /// one, and what that time consists of.
  private mutating func addHolding(_ limit: Limit, of index: Int) {
    guard [.servers, .autoscaler, .consumers, .partitions].contains(limit.kind),
      let handled = limit.carried, handled > 0
    else { return }
    let servers = Unit.digits(limit.capacity)
    let mean = Unit.seconds.format(limit.capacity / handled)
    lines.add(
      "\(Unit.perSecond.format(handled)) = \(servers) at a time / \(mean) each", .strong,
      head: Lines.Run(text: "    ", role: .dim))
    for time in state.model.holdingTimes(of: index) {
      lines.add(words(time), head: Lines.bullet)
    }
  }

  private func words(_ time: HoldingTime) -> String {
    let stretched =
      time.contention == 1 ? "" : " (contention: x \(Unit.digits(time.contention)))"
    let calls = time.calls.filter { $0.seconds > 0 }.map { call in
      let uses = call.uses == 1 ? "" : "\(Unit.digits(call.uses)) x "
      return uses + "\(Unit.seconds.format(call.seconds)) in \(architecture.name(of: call.target))"
    }
    let own = Unit.seconds.format(time.own) + " of its own" + stretched
    return "\(architecture.name(of: time.element)): "
      + "\(Unit.seconds.format(time.seconds)) = \(([own] + calls).joined(separator: " + "))"
  }

  /// How often the journeys come that lead there.
  private mutating func addDemand(of index: Int) {
    guard !outline.journeys[index].isEmpty else { return }
    lines.addHeading("Demand")
    for journey in outline.journeys[index] {
      for property in [Property.rate, .peak] { add(.journey(journey), property) }
    }
  }

  /// A value that something rests on, below it; nothing where it is unknown.
  private mutating func add(_ element: ElementID, _ property: Property) {
    guard let fact = state.model.architecture.facts(of: element)[property] else { return }
    lines.add(
      ElementProperty(element: element, property: property).words(in: architecture) + ": "
        + outline.words(fact, of: property),
      head: Lines.bullet, figure: Figure(element: element, property: property))
  }

  /// A value: what it is, where it comes from, and the limits that rest on it.
  mutating func add(_ figure: Figure) {
    let own = ElementProperty(element: figure.element, property: figure.property)
    lines.add(own.words(in: architecture), .title)
    add(figure.element, figure.property)
    let resting = state.model.limits.indices.flatMap { index in
      state.model.limits[index].filter { $0.inputs.contains(own) }.map {
        "\(architecture.components[index].name): headroom \($0.multiple) (\($0.kind.rawValue))"
          + " = \(HeadroomFormula.words($0))"
      }
    }
    lines.addList("Limits that rest on it", resting)
  }
}
