/// How much room the nodes take along their layers, and the layers across.
extension CellDiagram {
  /// The middle of each node along its layer.
  static func rows(
    _ layers: LayeredGraph, _ columns: [Int], _ style: Style, _ direction: Direction
  ) -> [Int] {
    let rows = layers.rows(style.distances(columns, direction)).map {
      Int(($0 + 0.5).rounded(.down))
    }
    guard direction == .down else { return rows.map { $0 + style.reach } }
    let least = rows.enumerated().map { node, row in
      node < columns.count ? row - columns[node] / 2 : row
    }.min()
    return rows.map { $0 - (least ?? 0) }
  }

  /// How much each layer takes across.
  static func widths(
    _ layers: LayeredGraph, _ columns: [Int], _ style: Style, _ direction: Direction
  ) -> [Int] {
    guard direction == .right else {
      return Array(repeating: 2 * style.reach + 1, count: layers.layers.count)
    }
    var widths = Array(repeating: 1, count: layers.layers.count)
    for (node, width) in columns.enumerated() {
      widths[layers.column[node]] = max(widths[layers.column[node]], width)
    }
    return widths
  }
}
