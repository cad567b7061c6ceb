import Architecture
import Findings
import Growth
import Review
import SourceText

/// What becomes of journeys and components while demand grows: a slider, and bars that follow it.
struct GrowthView: View {
  /// What its keys do.
  enum Action { case more, less, next, previous, nextVariant, previousVariant }

  let title = "Growth"
  let noun = "Row"
  let emptyWords = "no limit is known"
  private var slider = Slider()
  /// The name of the variant that is looked at; nil for today.
  private var variant: String?

  static let keys = [
    KeyCommand(
      Action.next, [.character("]")], in: [.list, .detail], "grow to the next saturation",
      footer: "next break"),
    KeyCommand(
      Action.previous, [.character("[")], in: [.list, .detail], "go back to the break before"),
    KeyCommand(
      Action.more, [.character("+"), .character("=")], in: [.list],
      "more demand, up to 1000x", footer: "more"),
    KeyCommand(
      Action.less, [.character("-")], in: [.list], "less demand, down to 1x",
      footer: "less"),
    KeyCommand(
      Action.nextVariant, [.character("x")], in: [.list, .detail],
      "lose a replica, a zone, caches, a third party; then the scenarios", footer: "lose"),
    KeyCommand(Action.previousVariant, [.character("X")], in: [.list, .detail], "the one before"),
  ]

  func entries(of contents: Contents) -> [Entry] {
    guard let outline = contents.outline else { return [] }
    return GrowthRows(outline, state(outline), multiple: slider.multiple).all
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    guard let outline = contents.outline else { return Lines(width: width) }
    var text = GrowthText(outline, state(outline), multiple: slider.multiple, width: width)
    text.add(entry)
    return text.lines
  }

  mutating func update(_ action: Action, in context: inout ViewContext) -> [Effect] {
    guard let outline = context.contents?.outline else { return [] }
    switch action {
    case .more: slider.step(1)
    case .less: slider.step(-1)
    case .next: jump(to: state(outline).next(after: slider.multiple), outline, &context)
    case .previous: jump(to: state(outline).previous(before: slider.multiple), outline, &context)
    case .nextVariant: change(by: 1, outline, &context)
    case .previousVariant: change(by: -1, outline, &context)
    }
    return []
  }

  mutating func show(at multiple: Double) { slider.go(to: multiple) }

  mutating func goBack() -> Bool {
    defer { (slider, variant) = (Slider(), nil) }
    return slider != Slider() || variant != nil
  }

  /// The system that is looked at; today's where the variant is gone with an earlier review.
  private func state(_ outline: SystemOutline) -> GrowthVariant {
    outline.variants.first { $0.name == variant } ?? outline.today
  }

  private mutating func jump(
    to component: Int?, _ outline: SystemOutline, _ context: inout ViewContext
  ) {
    let state = state(outline)
    guard let component, let limit = state.model.limits[component].first else {
      context.notice = "nothing else saturates between 1x and 1000x"
      return
    }
    slider.go(to: limit.headroom)
    let name = outline.architecture.components[component].name
    context.selecting = GrowthRows.id(ofComponent: name)
    context.notice =
      "\(name) saturates at \(limit.carried) (\(limit.kind.rawValue))"
      + (state.model.change(of: component, carrying: outline.target).map { "; \($0)" } ?? "")
  }

  private mutating func change(
    by distance: Int, _ outline: SystemOutline, _ context: inout ViewContext
  ) {
    let names = [nil] + outline.variants.map { Optional($0.name) }
    let index = names.firstIndex(of: variant) ?? 0
    variant = names[(index + distance + names.count) % names.count]
    let state = state(outline)
    context.notice = state.words
  }
}
