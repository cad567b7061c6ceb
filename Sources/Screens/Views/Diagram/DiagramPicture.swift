import Diagram
import SourceText

/// The nodes around one of them, laid out for a size.
struct DiagramPicture {
  let graph: DiagramGraph
  let scope: DiagramScope
  /// The node that the keys act on.
  let selected: Int
  let cells: CellDiagram
  /// What stands in each box, in the order of the scope.
  let labels: [DiagramLabel]

  /// Columns of names and styles of boxes, the most generous that fit are taken.
  private static let forms = [32, 20, 12].flatMap { name in
    CellDiagram.Style.allCases.map { (name: name, style: $0) }
  }

  /// The widest scope that fits into a size, or else the narrowest; from the left to the right, or
  /// else from the top to the bottom.
  init(_ graph: DiagramGraph, around selected: Int, hops: Int?, width: Int, height: Int) {
    let scopes = DiagramScope.candidates(graph, around: selected, hops: hops)
    for scope in scopes {
      let layers = Self.layers(graph, scope)
      for direction in CellDiagram.Direction.allCases {
        for (name, style) in Self.forms {
          let picture = Self(graph, scope, selected, layers, name: name, style, direction)
          let canvas = picture.cells.canvas
          if canvas.width <= width, canvas.height <= height {
            self = picture
            return
          }
        }
      }
    }
    let scope = scopes.last ?? DiagramScope(all: graph)
    let layers = Self.layers(graph, scope)
    let across = Self(graph, scope, selected, layers, name: 20, .airy, .right)
    let down = Self(graph, scope, selected, layers, name: 20, .airy, .down)
    let isNarrower = across.cells.canvas.width > width && down.cells.canvas.width <= width
    self = isNarrower ? down : across
  }

  private init(
    _ graph: DiagramGraph, _ scope: DiagramScope, _ selected: Int, _ layers: LayeredGraph,
    name: Int, _ style: CellDiagram.Style, _ direction: CellDiagram.Direction
  ) {
    let drawn = Set(scope.nodes)
    let labels = scope.nodes.map { node in
      DiagramLabel(
        graph.nodes[node], name: name,
        hidden: (graph.callers[node] + graph.callees[node]).count { !drawn.contains($0) })
    }
    self.graph = graph
    self.scope = scope
    self.selected = selected
    self.labels = labels
    cells = CellDiagram(
      layers, passages: Self.links(graph, scope).map(\.passage),
      columns: labels.map { $0.columns + (style == .framed ? 4 : 2) }, style: style,
      direction: direction, selected: scope.nodes.firstIndex(of: selected))
  }

  private static func layers(_ graph: DiagramGraph, _ scope: DiagramScope) -> LayeredGraph {
    var layers = LayeredGraph(
      count: scope.nodes.count, links: links(graph, scope).map(\.ends))
    layers.order()
    return layers
  }

  /// The links between drawn nodes, by their places in the scope.
  private static func links(
    _ graph: DiagramGraph, _ scope: DiagramScope
  ) -> [(ends: Ends, passage: Passage)] {
    let place = Dictionary(
      uniqueKeysWithValues: scope.nodes.enumerated().map { ($0.element, $0.offset) })
    return graph.links.compactMap { link in
      guard let source = place[link.ends.source], let target = place[link.ends.target] else {
        return nil
      }
      return (Ends(source: source, target: target), link.passage)
    }
  }

  // MARK: - Ways

  /// The drawn node that an arrow key leads to; nil where there is none.
  func neighbour(_ way: Way) -> Int? {
    guard let here = scope.nodes.firstIndex(of: selected) else { return nil }
    let place = cells.boxes[here]
    let targets = scope.nodes.indices.filter { index in
      let box = cells.boxes[index]
      return switch way {
      case .caller: graph.callers[selected].contains(scope.nodes[index])
      case .callee: graph.callees[selected].contains(scope.nodes[index])
      case .before: box.layer == place.layer && box.place < place.place
      case .after: box.layer == place.layer && box.place > place.place
      }
    }
    return targets.min {
      (abs(cells.boxes[$0].place - place.place), $0)
        < (abs(cells.boxes[$1].place - place.place), $1)
    }.map { scope.nodes[$0] }
  }

  /// Where to go from a node: along a line, or along its layer.
  enum Way { case caller, callee, before, after }
}
