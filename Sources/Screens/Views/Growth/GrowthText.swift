import Architecture
import Findings
import Growth
import Review
import SourceText

/// What is said about a row of growth: why something breaks, when, and what number moves it.
struct GrowthText {
  private let outline: SystemOutline
  private let state: GrowthVariant
  private let slider: Slider
  private(set) var lines: Lines

  init(_ outline: SystemOutline, _ state: GrowthVariant, at slider: Slider, width: Int) {
    self.outline = outline
    self.state = state
    self.slider = slider
    lines = Lines(width: width)
  }

  private var architecture: Architecture { outline.architecture }

  /// The text of a row, told by its identity.
  mutating func add(_ entry: Entry) {
    let number = entry.number
    if entry.id.hasPrefix("component "), architecture.components.indices.contains(number) {
      addComponent(number)
    } else if entry.id.hasPrefix("journey "), architecture.journeys.indices.contains(number) {
      addJourney(number)
    } else {
      addVariants()
    }
  }

  private mutating func addComponent(_ index: Int) {
    let name = architecture.components[index].name
    let limits = state.model.limits[index]
    guard let first = limits.first else { return lines.add(name, .title) }
    lines.add("\(name) saturates at \(first.multiple) today's peak: \(first.kind.rawValue)", .title)
    lines.add(when(name, first), .dim)
    lines.addList("Why", reasons(first))
    let change = state.model.change(of: index, carrying: outline.target)
    let carries = first.headroom >= outline.target
    let enough = carries ? "it carries that as it is" : "no single number does it"
    lines.addSection("Path to \(Unit.digits(outline.target))x", change ?? enough)
    lines.addList(
      "Limits at \(slider.words)",
      limits.map {
        let used = Unit.share($0.utilisation(at: slider.multiple))
        return "\($0.kind.rawValue): \(used), ends at \($0.multiple)"
      })
  }

  /// When growth gets there; of a variant nothing is known but the multiple.
  private func when(_ name: String, _ limit: Limit) -> String {
    guard limit.headroom > 1 else { return "beyond it at today's peak" }
    guard state.name == outline.today.name else { return state.name }
    return outline.months[name].map { "in " + Unit.months.format($0) + " of the declared growth" }
      ?? "growth does not lead there"
  }

  /// The law of the limit, and the values that it rests on.
  private func reasons(_ limit: Limit) -> [String] {
    let share = Unit.share(limit.utilisation(at: 1))
    let law = limit.kind.isLaw ? "an operational law" : "a queueing model"
    return ["\(share) in use at today's peak, by \(law) (\(limit.basis.word))"]
      + limit.inputs.compactMap { input in
        let facts = state.model.architecture.facts(of: input.element)
        return facts[input.property].map {
          "\(input.words(in: architecture)): " + outline.words($0, of: input.property)
        }
      }
  }

  private mutating func addJourney(_ index: Int) {
    lines.add(architecture.journeys[index].name, .title)
    let facts = architecture.journeys[index].facts
    if let response = state.model.response(of: index, at: slider.multiple) {
      lines.add("at \(slider.words): \(response.words)", .strong)
    }
    lines.addList(
      "Asked for",
      facts.entries.map { "\($0.property.name): \(outline.words($0.fact, of: $0.property))" })
    lines.addList(
      "On its way at \(slider.words)",
      state.way(of: index, outline).map { stop in
        let limits = state.limits(at: stop).map {
          "\(Unit.share($0.utilisation(at: slider.multiple))) of \($0.kind.rawValue)"
        }
        return architecture.components[stop.component].name + ": "
          + (limits.isEmpty ? "no limit known" : limits.joined(separator: ", "))
      })
  }

  private mutating func addVariants() {
    lines.add("\(slider.words) today's peak, \(state.name)", .title)
    lines.addList("Headroom", systems.map(words))
    let next = state.next(after: slider.multiple).map { component in
      architecture.components[component].name + " at "
        + (state.model.limits[component].first?.multiple ?? "")
    }
    lines.addSection("Breaks next", next ?? "nothing up to 1000x")
  }

  /// Today, with what is looked at, and with each loss alone.
  private var systems: [GrowthVariant] {
    [outline.today] + (state.switches.count > 1 ? [state] : []) + outline.variants
  }

  private func words(_ variant: GrowthVariant) -> String {
    variant.words + (variant.name == state.name ? "; shown" : "")
  }
}

extension ResponseTime {
  /// Mean and 99th percentile: `mean 31 ms, p99 120 ms`; at least that where some of it is unknown.
  fileprivate var words: String {
    guard isBounded else { return "requests wait ever longer" }
    let least = isAtLeast ? "at least " : ""
    let (mean, most) = (Self.rounded(mean), Self.rounded(percentile(0.99)))
    return "mean \(least)\(Unit.seconds.format(mean)), p99 \(least)\(Unit.seconds.format(most))"
  }

  /// In two digits.
  private static func rounded(_ seconds: Double) -> Double { RiskLevel.twoDigits(seconds, .up) }
}
