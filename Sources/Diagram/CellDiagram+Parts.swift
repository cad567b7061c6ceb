extension CellDiagram {
  /// Where the lines lead.
  package enum Direction: CaseIterable, Sendable {
    /// A layer is a column; callers are left, callees right.
    case right
    /// A layer is a row; callers are above, callees below.
    case down
  }

  /// A node's place.
  package struct Box: Hashable, Sendable {
    /// Its layer, from the left or from the top.
    package let layer: Int
    /// Its middle along its layer.
    package let place: Int
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

    /// Distances of boxes that need some columns.
    func distances(_ columns: [Int], _ direction: Direction) -> LayeredGraph.Distances {
      switch (direction, self) {
      case (.right, .framed): return .init(boxes: 3, boxAndBend: 2, bends: 1)
      case (.right, .airy): return .init(boxes: 2, boxAndBend: 1, bends: 1)
      case (.right, .dense): return .init(boxes: 1, boxAndBend: 1, bends: 1)
      case (.down, let style):
        var distances = LayeredGraph.Distances(
          boxes: style == .dense ? 2 : 3, boxAndBend: 2, bends: 1)
        distances.reaches = columns.map { .init($0 / 2, $0 - $0 / 2 - 1) }
        return distances
      }
    }
  }
}
