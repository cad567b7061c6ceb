import Architecture
import Findings
import Growth
import Review
import SourceText

/// The rows of growth at a multiple: demand, what can be lost, the journeys, and the components by
/// what breaks first.
struct GrowthRows {
  private let outline: SystemOutline
  private let state: GrowthVariant
  private let slider: Slider

  /// Journeys, and components, that are shown at most; the first to break are among them.
  private static let most = 200

  init(_ outline: SystemOutline, _ state: GrowthVariant, at slider: Slider) {
    self.outline = outline
    self.state = state
    self.slider = slider
  }

  /// The identity of a component's row.
  static func id(ofComponent name: String) -> String { "component " + name }

  /// The identity of a switch's row.
  static func id(of one: LossSwitch) -> String { switchMark + one.words }

  /// Whether a row is a switch.
  static func isSwitch(_ entry: Entry) -> Bool { entry.id.hasPrefix(switchMark) }

  /// The component whose limit decides about a row: of a journey, what is fullest on its way.
  static func component(
    of entry: Entry, _ state: GrowthVariant, _ outline: SystemOutline
  ) -> Int? {
    let architecture = outline.architecture
    if entry.id.hasPrefix("journey "), architecture.journeys.indices.contains(entry.number) {
      return state.worst(of: entry.number, at: 1, outline)?.component
    }
    if entry.id.hasPrefix("component "), architecture.components.indices.contains(entry.number) {
      return entry.number
    }
    return state.order.first
  }

  private static let switchMark = "switch "

  /// All of them, with some switches on and the name of what is looked at; none where no limit is
  /// known.
  func all(_ lost: Set<LossSwitch>, name: String, showsSwitches: Bool) -> [Entry] {
    guard !state.order.isEmpty else { return [] }
    let switches = showsSwitches ? outline.switches.indices.map { row($0, lost) } : []
    return [demand(name, lost)] + switches
      + outline.architecture.journeys.indices.prefix(Self.most).map(journey)
      + state.order.prefix(Self.most).map(component)
  }

  private func demand(_ name: String, _ lost: Set<LossSwitch>) -> Entry {
    let broken = state.order.prefix { state.headroom($0) <= slider.multiple }.count
    let words =
      broken == 0
      ? "nothing is at its limit"
      : "\(broken) of \(state.order.count) at or beyond the limit"
    let load = slider.words + (lost.isEmpty ? "" : " " + name)
    return Entry(
      id: "demand", number: -1, label: "demand", role: .title,
      message: "\(load): \(words)", place: nil,
      bar: Bar(
        share: Bar.place(of: slider.multiple, in: Slider.range),
        marks: [Bar.place(of: outline.target, in: Slider.range)]),
      searching: ["demand"])
  }

  /// A switch, and the headroom with nothing else lost.
  private func row(_ index: Int, _ lost: Set<LossSwitch>) -> Entry {
    let one = outline.switches[index]
    let isOn = lost.contains(one)
    let alone = outline.variants.first { $0.switches == [one] }.map { "; alone: \($0.standing)" }
    return Entry(
      id: Self.id(of: one), number: index, label: isOn ? "[x]" : "[ ]", role: isOn ? .key : .dim,
      message: one.words + (alone ?? ""), place: nil, searching: [one.words])
  }

  private func journey(_ index: Int) -> Entry {
    let journey = outline.architecture.journeys[index]
    let worst = state.worst(of: index, at: slider.multiple, outline)
    let words = worst.map { worst in
      let name = outline.architecture.components[worst.component].name
      return "\(Unit.share(worst.used).padded(to: 8))\(name) (\(worst.limit.kind.rawValue))"
    }
    return Entry(
      id: "journey " + journey.name, number: index, label: journey.name, role: .strong,
      message: words ?? "no limit known", place: outline.sources.place(of: journey.span),
      bar: worst.map { .use($0.used) } ?? Bar(share: nil), searching: [journey.name])
  }

  private func component(_ index: Int) -> Entry {
    let name = outline.architecture.components[index].name
    let (used, limit) = state.use(of: index, at: slider.multiple)
    let words = limit.map {
      "\(Unit.share(used).padded(to: 8))\($0.kind.rawValue), saturates at \($0.multiple)"
    }
    return Entry(
      id: Self.id(ofComponent: name), number: index, label: name, role: .text,
      message: words ?? "", place: outline.place(of: index), bar: .use(used), searching: [name])
  }
}
