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

  /// Columns of names, the most generous that fit are taken.
  private static let names = [32, 20, 12]

  /// The widest scope that fits into a size, or else the narrowest; from the left to the right, or
  /// else from the top to the bottom.
  init(_ graph: DiagramGraph, around selected: Int, hops: Int?, width: Int, height: Int) {
    let scopes = DiagramScope.candidates(graph, around: selected, hops: hops)
    for scope in scopes {
      if let picture = Self.fitting(graph, scope, selected, width: width, height: height) {
        self = picture
        return
      }
    }
    let scope = scopes.last ?? DiagramScope(all: graph)
    var layers = Self.layers(graph, scope)
    layers.order()
    let labels = Self.labels(graph, scope, name: 20)
    let across = Self(graph, scope, selected, layers, labels, .airy, .right)
    let down = Self(graph, scope, selected, layers, labels, .airy, .down)
    let isNarrower = across.cells.canvas.width > width && down.cells.canvas.width <= width
    self = isNarrower ? down : across
  }

  /// The most generous form of a scope that fits into a size; nil where none does.
  private static func fitting(
    _ graph: DiagramGraph, _ scope: DiagramScope, _ selected: Int, width: Int, height: Int
  ) -> DiagramPicture? {
    var layers = layers(graph, scope)
    let forms = names.map { labels(graph, scope, name: $0) }
    var isOrdered = false
    for direction in CellDiagram.Direction.allCases {
      for labels in forms where mayFit(layers, labels, direction, width: width, height: height) {
        if !isOrdered { layers.order() }
        isOrdered = true
        for style in CellDiagram.Style.allCases {
          let picture = Self(graph, scope, selected, layers, labels, style, direction)
          let canvas = picture.cells.canvas
          if canvas.width <= width, canvas.height <= height { return picture }
        }
      }
    }
    return nil
  }

  /// Whether the boxes alone fit into a size, so that it is worth while to lay out the lines.
  private static func mayFit(
    _ layers: LayeredGraph, _ labels: [DiagramLabel], _ direction: CellDiagram.Direction,
    width: Int, height: Int
  ) -> Bool {
    let boxes = layers.layers.map { layer in
      layer.filter { $0 < layers.boxCount }.map { labels[$0].columns }
    }
    return switch direction {
    case .right:
      boxes.reduce(0) { $0 + ($1.max() ?? 0) } <= width && boxes.allSatisfy { $0.count <= height }
    case .down:
      boxes.allSatisfy { $0.reduce(0, +) <= width } && boxes.count <= height
    }
  }

  private static func labels(
    _ graph: DiagramGraph, _ scope: DiagramScope, name: Int
  ) -> [DiagramLabel] {
    let drawn = Set(scope.nodes)
    return scope.nodes.map { node in
      DiagramLabel(
        graph.nodes[node], name: name,
        hidden: (graph.callers[node] + graph.callees[node]).count { !drawn.contains($0) })
    }
  }

  private init(
    _ graph: DiagramGraph, _ scope: DiagramScope, _ selected: Int, _ layers: LayeredGraph,
    _ labels: [DiagramLabel], _ style: CellDiagram.Style, _ direction: CellDiagram.Direction
  ) {
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
    LayeredGraph(count: scope.nodes.count, links: links(graph, scope).map(\.ends))
  }

  /// The links between drawn nodes, by their places in the scope.
  private static func links(
    _ graph: DiagramGraph, _ scope: DiagramScope
  ) -> [(ends: Ends, passage: Passage)] {
    let place = Dictionary(
      uniqueKeysWithValues: scope.nodes.enumerated().map { ($0.element, $0.offset) })
    return scope.nodes.enumerated().flatMap { source, node in
      graph.callees[node].compactMap { callee in
        guard let target = place[callee],
          let passage = graph.passage(Ends(source: node, target: callee))
        else { return nil }
        return (Ends(source: source, target: target), passage)
      }
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
