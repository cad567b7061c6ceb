/// A picture in the cells of a terminal: boxes in layers, and lines between them.
package struct CellDiagram: Sendable {
  /// A box for each node, in their order.
  package private(set) var boxes: [Box]
  /// The lines.
  package private(set) var canvas: LineCanvas
  /// Rows of boxes above and below their middles.
  package let style: Style
  /// Where the lines lead; all below is as if they lead to the right, and turned at the end.
  package let direction: Direction

  private let layers: LayeredGraph
  private let rows: [Int]
  private let channels: [Channel]
  /// The first column of each layer, and its width.
  private var left: [Int]
  private let widths: [Int]

  /// Columns between two layers beside those of tracks: one to leave, two letters, and a head;
  /// above a head, the letters stand beside it.
  private var margin: (left: Int, right: Int) { direction == .right ? (1, 3) : (1, 1) }
  /// Columns of the narrowest box below a head with letters.
  private static let least = 5

  /// The picture of layers whose boxes need some columns.
  ///
  /// - Parameter passages: What passes along each link of the layers.
  /// - Parameter selected: The node whose lines stand out.
  package init(
    _ layers: LayeredGraph, passages: [Passage], columns: [Int], style: Style,
    direction: Direction = .right, selected: Int?
  ) {
    self.layers = layers
    self.style = style
    self.direction = direction
    let columns = direction == .right ? columns : columns.map { max($0, Self.least) }
    var rows = Self.rows(layers, columns, style, direction)
    channels = Self.channels(layers, &rows)
    self.rows = rows
    widths = Self.widths(layers, columns, style, direction)
    left = []
    canvas = LineCanvas(width: 0, height: 0)
    boxes = []
    let end = setLayers()
    boxes = columns.indices.map { box($0, columns[$0]) }
    let height = zip(rows, columns).map { row, width in
      row + 1 + (direction == .right ? style.reach : width - width / 2 - 1)
    }
    canvas = LineCanvas(
      width: end, height: max(height.max() ?? 0, (rows.max() ?? -1) + 1 + style.reach))
    for (path, passage) in zip(layers.paths, passages) {
      let isLit = path.first == selected || path.last == selected
      draw(path, passage, LineCanvas.Pen(isSolid: passage != .messages, isLit: isLit))
    }
    if direction == .down { canvas = canvas.turned }
  }

  /// Puts the layers one behind the other; where the last one ends.
  private mutating func setLayers() -> Int {
    var end = 0
    for (layer, width) in widths.enumerated() {
      left.append(end)
      let gap = layer < channels.count ? channels[layer].width : 0
      end += width + (layer < channels.count ? gap + margin.left + margin.right : 0)
    }
    return end
  }

  private func box(_ node: Int, _ width: Int) -> Box {
    let (layer, place) = (layers.column[node], rows[node])
    return switch direction {
    case .right:
      Box(layer: layer, place: place, column: left[layer], width: widths[layer], row: place)
    case .down:
      Box(
        layer: layer, place: place, column: place - width / 2, width: width,
        row: left[layer] + style.reach)
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
        let column = start + margin.left + track
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
        let (row, column) = direction == .right ? (0, 1 + place) : (1 + place, 0)
        canvas.put(letter, row: rows[step.target] - row, column: end - column, isLit: pen.isLit)
      }
    }
  }
}
