import Architecture
import Findings
import Growth
import Review
import SourceText

/// The components with how far each carries, as bars against the target.
struct ComponentsView: View {
  /// What its keys do.
  enum Action { case order, group }

  let title = "Components"
  let noun = "Component"
  let emptyWords = "no components"
  private var order = ComponentOrder.headroom
  private var grouping = ComponentGrouping.none

  static let keys = [
    KeyCommand(
      Action.order, [.character("o")], in: [.list],
      "order components by headroom, use, findings, name", footer: "order"),
    KeyCommand(
      Action.group, [.character("b")], in: [.list],
      "group components by journey, team, zone, theme of findings", footer: "group"),
  ]

  func entries(of contents: Contents) -> [Entry] {
    guard let outline = contents.outline else { return [] }
    let index = contents.index
    let rows = order.sorted(outline.components(with: index.countsByComponent))
    let columns = ComponentColumns(rows)
    guard grouping != .none else { return rows.map { columns.entry($0, outline) } }
    let themes = grouping == .theme ? index.openByComponent.mapValues(Contents.themes) : [:]
    var groups: [String: [ComponentRow]] = [:]
    var names: [String] = []
    for row in rows {
      for name in grouping.names(of: row.index, outline, themes) {
        if groups[name] == nil { names.append(name) }
        groups[name, default: []].append(row)
      }
    }
    return names.flatMap { name in
      let rows = groups[name] ?? []
      return [columns.heading(name, rows, outline)]
        + rows.map { columns.entry($0, outline, in: name) }
    }
  }

  func why(_ entry: Entry, in contents: Contents, width: Int) -> Lines? {
    guard let outline = contents.outline,
      outline.architecture.components.indices.contains(entry.number)
    else { return nil }
    var text = WhyText(outline.today, outline, width: width)
    text.add(component: entry.number)
    return text.lines
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    guard let outline = contents.outline,
      outline.architecture.components.indices.contains(entry.number)
    else {
      var lines = Lines(width: width)
      lines.add(entry.label, .title)
      lines.add(entry.message)
      return lines
    }
    return ComponentText(entry.number, outline, contents, width: width).lines
  }

  mutating func update(_ action: Action, in context: inout ViewContext) -> [Effect] {
    switch action {
    case .order:
      order = order.next
      context.notice = "ordered by \(order.rawValue)"
    case .group:
      grouping = grouping.next
      context.notice = grouping == .none ? "not grouped" : "grouped by \(grouping.rawValue)"
    }
    return []
  }

  mutating func goBack() -> Bool {
    defer { grouping = .none }
    return grouping != .none
  }
}
