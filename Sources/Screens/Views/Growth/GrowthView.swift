import Architecture
import Findings
import Growth
import Review
import SourceText

/// What becomes of journeys and components while demand grows: a slider, and bars that follow it.
struct GrowthView: View {
  /// What its keys do.
  enum Action { case more, less, next, previous, target, switches, toggle }

  let title = "Growth"
  let noun = "Row"
  let emptyWords = "no limit is known"
  private var slider = Slider()
  /// What is lost.
  private var lost: Set<LossSwitch> = []
  /// Whether what can be lost is shown.
  private var showsSwitches = false

  static let keys = [
    KeyCommand(
      Action.next, [.character("]")], in: [.list, .detail], "grow to the next saturation",
      footer: "next break"),
    KeyCommand(
      Action.previous, [.character("[")], in: [.list, .detail], "go back to the break before"),
    KeyCommand(Action.target, [.character("t")], in: [.list], "grow to the target"),
    KeyCommand(
      Action.more, [.character("+"), .character("=")], in: [.list],
      "more demand, up to 1000x", footer: "more"),
    KeyCommand(
      Action.less, [.character("-")], in: [.list], "less demand, down to 1x",
      footer: "less"),
    KeyCommand(
      Action.switches, [.character("x")], in: [.list],
      "losses: show what can be lost, and scenarios; Space or Enter switches one on or off",
      footer: "lose"),
  ]

  func entries(of contents: Contents) -> [Entry] {
    guard let outline = contents.outline else { return [] }
    let rows = GrowthRows(outline, state(outline), at: slider)
    return rows.all(lost, name: name(outline), showsSwitches: showsSwitches)
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    guard let outline = contents.outline else { return Lines(width: width) }
    var text = GrowthText(outline, state(outline), at: slider, width: width)
    text.add(entry)
    return text.lines
  }

  func why(_ entry: Entry, in contents: Contents, width: Int) -> Lines? {
    guard let outline = contents.outline,
      let index = GrowthRows.component(of: entry, state(outline), outline)
    else { return nil }
    var text = WhyText(state(outline), outline, width: width)
    text.add(component: index)
    return text.lines
  }

  func verdict(in contents: Contents) -> (name: String, verdict: GrowthVerdict?)? {
    guard let outline = contents.outline, !on(outline).isEmpty else { return nil }
    let variant = outline.variant(with: on(outline))
    return (name(outline), variant.flatMap(outline.verdict))
  }

  mutating func update(_ action: Action, in context: inout ViewContext) -> [Effect] {
    guard let outline = context.contents?.outline else { return [] }
    switch action {
    case .more: slider.step(1)
    case .less: slider.step(-1)
    case .next: jump(to: state(outline).next(after: slider.multiple), outline, &context)
    case .previous: goBack(outline, &context)
    case .target: slider.go(to: outline.target)
    case .switches: showSwitches(outline, &context)
    case .toggle: return toggle(outline, &context)
    }
    return []
  }

  mutating func show(at multiple: Double) { slider.go(to: multiple) }

  mutating func goBack() -> Bool {
    defer { (slider, lost, showsSwitches) = (Slider(), [], false) }
    return slider != Slider() || !lost.isEmpty || showsSwitches
  }

  func action(of key: Key, on entry: Entry) -> Action? {
    GrowthRows.isSwitch(entry) && [.enter, .character(" ")].contains(key) ? .toggle : nil
  }

  func wishes(of contents: Contents) -> [Effect] {
    guard let outline = contents.outline else { return [] }
    let on = on(outline)
    return outline.variant(with: on) == nil ? [.solve(on)] : []
  }

  /// What is lost of what the system has; what went with an earlier review is not.
  private func on(_ outline: SystemOutline) -> Set<LossSwitch> {
    lost.intersection(outline.switches)
  }

  /// The system that is looked at; today's until it is solved.
  private func state(_ outline: SystemOutline) -> GrowthVariant {
    outline.variant(with: on(outline)) ?? outline.today
  }

  /// What is looked at, solved or not.
  private func name(_ outline: SystemOutline) -> String {
    let on = on(outline)
    let isSolved = outline.variant(with: on) != nil
    return isSolved
      ? state(outline).name : LossSwitch.words(outline.switches.filter(on.contains)) + ", solving"
  }

  /// Goes to what breaks before, which may be beyond its limit today already.
  private mutating func goBack(_ outline: SystemOutline, _ context: inout ViewContext) {
    let state = state(outline)
    if let previous = state.previous(before: slider.multiple) {
      return jump(to: previous, outline, &context)
    }
    guard let component = state.order.last(where: { state.headroom($0) <= 1 }) else {
      return jump(to: nil, outline, &context)
    }
    jump(to: component, outline, &context)
    context.notice = context.notice.map { "already today: \($0)" }
  }

  private mutating func jump(
    to component: Int?, _ outline: SystemOutline, _ context: inout ViewContext
  ) {
    let state = state(outline)
    guard let component, let limit = state.model.limits[component].first else {
      context.notice = "nothing else saturates between 1x and 1000x"
      return
    }
    slider.go(to: limit)
    let name = outline.architecture.components[component].name
    context.selecting = GrowthRows.id(ofComponent: name)
    context.notice =
      "\(name) saturates at \(limit.multiple) (\(limit.kind.rawValue))"
      + (state.model.change(of: component, carrying: outline.target).map { "; \($0)" } ?? "")
  }

  /// Shows or hides what can be lost.
  private mutating func showSwitches(_ outline: SystemOutline, _ context: inout ViewContext) {
    guard let first = outline.switches.first else {
      context.notice = "nothing can be lost: no replicas, zones, caches, third parties, scenarios"
      return
    }
    showsSwitches.toggle()
    if showsSwitches { context.selecting = GrowthRows.id(of: first) }
  }

  /// Loses what the selected row says, or has it back.
  private mutating func toggle(
    _ outline: SystemOutline, _ context: inout ViewContext
  ) -> [Effect] {
    guard let selected = context.list.selected, GrowthRows.isSwitch(selected),
      outline.switches.indices.contains(selected.number), let contents = context.contents
    else { return [] }
    let one = outline.switches[selected.number]
    if lost.remove(one) == nil {
      if one.isScenario { lost = lost.filter { !$0.isScenario } }
      lost.insert(one)
    }
    let wishes = wishes(of: contents)
    context.notice = wishes.isEmpty ? state(outline).words : nil
    return wishes
  }
}
