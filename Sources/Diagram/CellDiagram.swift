/// A picture in the cells of a terminal: boxes in layers, and lines between them.
package struct CellDiagram: Sendable {
  /// A node's place.
  package struct Box: Hashable, Sendable {
    /// Its layer, from the left.
    package let layer: Int
    /// Its first column.
    package let column: Int
    /// Columns.
    package let width: Int
    /// Its middle row.
    package let row: Int
  }

  /// How much room boxes have.
  package enum Style: CaseIterable, Sendable {
    /// Three rows with a frame.
    case framed
    /// One row, and one between boxes.
    case airy
    /// One row.
    case dense

    /// Rows above and below the middle of a box.
    package var reach: Int { self == .framed ? 1 : 0 }

    fileprivate var distances: LayeredGraph.Distances {
      switch self {
      case .framed: .init(boxes: 3, boxAndBend: 2, bends: 1)
      case .airy: .init(boxes: 2, boxAndBend: 1, bends: 1)
      case .dense: .init(boxes: 1, boxAndBend: 1, bends: 1)
      }
    }
  }

  /// A box for each node, in their order.
  package let boxes: [Box]
  /// The lines.
  package private(set) var canvas: LineCanvas
  /// Rows of boxes above and below their middles.
  package let style: Style

  private let layers: LayeredGraph
  private let rows: [Int]
  private let channels: [Channel]
  /// The first column of each layer, and its width.
  private let left: [Int]
  private let widths: [Int]

  /// Columns between two layers beside those of tracks: one to leave, two letters, and a head.
  private static let margin = (left: 1, right: 3)

  /// The picture of layers whose boxes need some columns.
  ///
  /// - Parameter passages: What passes along each link of the layers.
  /// - Parameter selected: The node whose lines stand out.
  package init(
    _ layers: LayeredGraph, passages: [Passage], columns: [Int], style: Style, selected: Int?
  ) {
    self.layers = layers
    self.style = style
    var rows = layers.rows(style.distances).map { Int(($0 + 0.5).rounded(.down)) + style.reach }
    channels = Self.channels(layers, &rows)
    self.rows = rows
    var widths = Array(repeating: 1, count: layers.layers.count)
    for (node, width) in columns.enumerated() {
      widths[layers.column[node]] = max(widths[layers.column[node]], width)
    }
    var left: [Int] = []
    var end = 0
    for (layer, width) in widths.enumerated() {
      left.append(end)
      let gap = layer < channels.count ? channels[layer].width : 0
      end += width + (layer < channels.count ? gap + Self.margin.left + Self.margin.right : 0)
    }
    (self.left, self.widths) = (left, widths)
    boxes = columns.indices.map { node in
      let layer = layers.column[node]
      return Box(layer: layer, column: left[layer], width: widths[layer], row: rows[node])
    }
    canvas = LineCanvas(width: end, height: (rows.max() ?? -1) + 1 + style.reach)
    for (path, passage) in zip(layers.paths, passages) {
      let isLit = path.first == selected || path.last == selected
      draw(path, passage, LineCanvas.Pen(isSolid: passage != .messages, isLit: isLit))
    }
  }

  /// The lines between the layers; a node in the way of their order gets a row of its own.
  private static func channels(_ layers: LayeredGraph, _ rows: inout [Int]) -> [Channel] {
    var links = Array(repeating: Set<Ends>(), count: max(0, layers.layers.count - 1))
    for path in layers.paths {
      for step in steps(path, layers) where layers.column[step.source] < links.count {
        links[layers.column[step.source]].insert(step)
      }
    }
    return links.map { links in
      var channel = Channel(links, rows: rows)
      while let obstacle = channel.obstacle {
        let row = rows[obstacle]
        for node in rows.indices where rows[node] > row { rows[node] += 1 }
        rows[obstacle] = row + 1
        channel = Channel(links, rows: rows)
      }
      return channel
    }
  }

  /// From layer to layer, from the left to the right.
  private static func steps(_ path: [Int], _ layers: LayeredGraph) -> [Ends] {
    zip(path, path.dropFirst()).map { first, second in
      layers.column[first] < layers.column[second]
        ? Ends(source: first, target: second) : Ends(source: second, target: first)
    }.filter { layers.column[$0.source] + 1 == layers.column[$0.target] }
  }

  private mutating func draw(_ path: [Int], _ passage: Passage, _ pen: LineCanvas.Pen) {
    for node in path.dropFirst().dropLast() {
      let start = left[layers.column[node]]
      canvas.across(row: rows[node], start...start + widths[layers.column[node]] - 1, pen)
    }
    for step in Self.steps(path, layers) {
      let layer = layers.column[step.source]
      let (start, end) = (left[layer] + widths[layer], left[layer + 1] - 1)
      if let track = channels[layer].column(step) {
        let ends = (rows[step.source], rows[step.target])
        let column = start + Self.margin.left + track
        canvas.across(row: ends.0, start...column, pen)
        canvas.across(row: ends.1, column...end, pen)
        canvas.upright(column: column, min(ends.0, ends.1)...max(ends.0, ends.1), pen)
        if channels[layer].isJoining(step) {
          canvas.put(ends.0 < ends.1 ? "v" : "^", row: ends.1, column: column)
        }
      } else {
        canvas.across(row: rows[step.source], start...end, pen)
      }
      guard step.target == path.last else {
        if step.source == path.last { canvas.put("<", row: rows[step.source], column: start) }
        continue
      }
      canvas.put(">", row: rows[step.target], column: end)
      for (place, letter) in passage.letters.reversed().enumerated() {
        canvas.put(letter, row: rows[step.target], column: end - 1 - place)
      }
    }
  }
}
