import Architecture
import Diagram
import Findings
import Growth
import Review
import SourceText

/// Who calls whom, with how far each component carries: boxes in layers, or a tree.
struct DiagramView: View {
  /// What its keys do.
  enum Action { case all, one, two, three, group, tree }

  let title = "Diagram"
  let noun = "Component"
  let emptyWords = "no components"
  /// Links from the selected component that are drawn; 0 for all, nil for as many as fit.
  private var hops: Int?
  private var grouping = ComponentGrouping.none
  private var isTree = false
  private let drawings = DiagramDrawings()

  static let keys = [
    KeyCommand(
      Action.one, [.character("1")], in: [.list],
      "draw callers and callees of the selected component; arrows go to them", footer: "hop"),
    KeyCommand(Action.two, [.character("2")], in: [.list], "draw theirs, too", footer: "hops"),
    KeyCommand(Action.three, [.character("3")], in: [.list], "draw three hops"),
    KeyCommand(Action.all, [.character("0")], in: [.list], "draw all components", footer: "all"),
    KeyCommand(
      Action.group, [.character("b")], in: [.list], "one box for each journey, team, zone",
      footer: "group"),
    KeyCommand(
      Action.tree, [.character("t")], in: [.list], "callees as a tree, or the picture",
      footer: "tree"),
  ]

  func entries(of contents: Contents) -> [Entry] {
    guard let outline = contents.outline else { return [] }
    let graph = graph(outline, contents)
    let columns = ComponentColumns(graph.nodes.flatMap(\.rows))
    return graph.nodes.sorted { $0.headroom < $1.headroom }.map { node in
      if grouping == .none, let row = node.rows.first { return columns.entry(row, outline) }
      return columns.heading(node.name, node.rows, outline)
    }
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    var lines = ComponentsView().detail(of: entry, in: contents, width: width)
    guard grouping != .none, let outline = contents.outline else { return lines }
    let group = graph(outline, contents).nodes.first { $0.id == entry.id }
    let members = (group?.rows ?? []).sorted { ($0.headroom, $0.index) < ($1.headroom, $1.index) }
    lines.addList(
      "Components", members.map { "\($0.name): \($0.limit?.multiple ?? "no limit known")" })
    return lines
  }

  func why(_ entry: Entry, in contents: Contents, width: Int) -> Lines? {
    ComponentsView().why(entry, in: contents, width: width)
  }

  mutating func update(_ action: Action, in context: inout ViewContext) -> [Effect] {
    switch action {
    case .one: hops = 1
    case .two: hops = 2
    case .three: hops = 3
    case .all: hops = 0
    case .tree: isTree.toggle()
    case .group: group(in: &context)
    }
    let count = context.list.entries.count
    if action == .all, count > DiagramScope.mostAsked {
      context.notice = "\(count) boxes are too many to draw; those around the selected one are"
    }
    return []
  }

  /// Goes to the next grouping; the selection stays with what breaks first of it.
  private mutating func group(in context: inout ViewContext) {
    let graph = { (view: Self, context: ViewContext) in
      context.contents.flatMap { contents in contents.outline.map { view.graph($0, contents) } }
    }
    let before = graph(self, context)
    let selected = before.flatMap { before in
      before.node(of: context.list.selected).flatMap { before.nodes[$0].first?.index }
    }
    grouping = grouping.next == .theme ? .none : grouping.next
    context.notice = grouping == .none ? "not grouped" : "grouped by \(grouping.rawValue)"
    context.selecting =
      graph(self, context)?.nodes.first { node in
        node.rows.contains { $0.index == selected }
      }?.id
  }

  mutating func goBack() -> Bool {
    defer { (hops, grouping, isTree) = (nil, .none, false) }
    return hops != nil || grouping != .none || isTree
  }

  func walk(_ key: Key, in context: inout ViewContext) -> Bool {
    guard DiagramPicture.Way(key, .right) != nil, let contents = context.contents,
      let outline = contents.outline
    else { return false }
    let graph = graph(outline, contents)
    guard let here = graph.node(of: context.list.selected) else { return false }
    let room = DiagramBody.room(width: context.body.width, height: context.body.height)
    let picture = drawings.picture(graph, around: here, hops: isTree ? 1 : hops, room)
    let direction = isTree ? .right : picture.cells.direction
    guard let way = DiagramPicture.Way(key, direction) else { return false }
    if isTree, [.before, .after].contains(way) { return false }
    guard let target = picture.neighbour(way) else {
      context.notice = way.emptyWords(direction)
      return true
    }
    select(graph.nodes[target], in: &context)
    return true
  }

  func pick(column: Int, row: Int, in context: inout ViewContext) -> Bool {
    guard let contents = context.contents, let outline = contents.outline else { return false }
    let graph = graph(outline, contents)
    guard let here = graph.node(of: context.list.selected) else { return false }
    let room = DiagramBody.room(width: context.body.width, height: context.body.height)
    let target: Int?
    // The first row says what is drawn.
    if isTree {
      let lines = DiagramTree(graph, root: here, height: room.height, isASCII: false).lines
      target = lines.indices.contains(row - 1) ? lines[row - 1].node : nil
    } else {
      let picture = drawings.picture(graph, around: here, hops: hops, room)
      target = picture.node(
        column: column, row: row - 1, of: CellGrid(width: room.width, height: room.height))
    }
    if let target { select(graph.nodes[target], in: &context) }
    return true
  }

  private func select(_ node: DiagramGraph.Node, in context: inout ViewContext) {
    if !context.list.rows.contains(where: { $0.id == node.id }) {
      context.notice = "\(node.name) does not pass the filter; Esc drops it"
    }
    context.selecting = node.id
  }

  func drawBody(
    _ selected: Entry?, in contents: Contents, on body: inout CellGrid, marks: Marks
  ) -> Bool {
    guard let selected, let outline = contents.outline else { return false }
    let graph = graph(outline, contents)
    guard let here = graph.node(of: selected) else { return false }
    let room = DiagramBody.room(width: body.width, height: body.height)
    var drawing = DiagramBody(
      graph: graph, entry: selected, node: here, target: outline.target,
      isASCII: marks.line.isASCII, grid: body)
    if isTree {
      drawing.drawTree()
    } else {
      drawing.draw(drawings.picture(graph, around: here, hops: hops, room), hops: hops)
    }
    body = drawing.grid
    return true
  }

  private func graph(_ outline: SystemOutline, _ contents: Contents) -> DiagramGraph {
    drawings.graph(outline, contents, by: grouping)
  }
}

extension DiagramPicture.Way {
  /// The way of an arrow key; nil for any other key.
  fileprivate init?(_ key: Key, _ direction: CellDiagram.Direction) {
    let isAcross = direction == .right
    switch key {
    case .left, .character("h"): self = isAcross ? .caller : .before
    case .right, .character("l"): self = isAcross ? .callee : .after
    case .up, .character("k"): self = isAcross ? .before : .caller
    case .down, .character("j"): self = isAcross ? .after : .callee
    default: return nil
    }
  }

  /// What is said where it leads nowhere.
  fileprivate func emptyWords(_ direction: CellDiagram.Direction) -> String {
    switch (self, direction) {
    case (.caller, _): "nothing that is drawn calls it"
    case (.callee, _): "it calls nothing that is drawn"
    case (.before, .right): "this is the upmost one of its layer"
    case (.after, .right): "this is the lowest one of its layer"
    case (.before, .down): "this is the leftmost one of its layer"
    case (.after, .down): "this is the rightmost one of its layer"
    }
  }
}
