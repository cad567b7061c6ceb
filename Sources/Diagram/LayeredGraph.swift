/// Nodes in layers, with a node of no size wherever an arrow passes a layer.
package struct LayeredGraph: Sendable {
  /// The layer of each node; boxes come first, then the bends of arrows.
  package private(set) var column: [Int]
  /// The nodes of each layer, from top to bottom.
  package private(set) var layers: [[Int]] = []
  /// The nodes each link passes, its ends included, in its own direction.
  package private(set) var paths: [[Int]] = []
  /// How many of the nodes are boxes.
  package let boxCount: Int
  private var before: [[Int]] = []
  private var behind: [[Int]] = []

  /// Links that pass more layers than this are drawn without bends.
  private static let longestPath = 60
  /// Of more links than these none is drawn with bends: nobody follows one of them by the eye.
  private static let mostBent = 2000
  /// Sweeps over the layers; more change little.
  private static let sweeps = 8

  /// Layers of some nodes and links; those against the flow of a ring lead backwards.
  package init(count: Int, links: [Ends]) {
    boxCount = count
    column = Self.layering(count, links)
    before = Array(repeating: [], count: count)
    behind = before
    let longest = links.count > Self.mostBent ? 1 : Self.longestPath
    paths = links.map { link in addPath(link, longest: longest) }
    layers = Array(repeating: [], count: (column.max() ?? -1) + 1)
    for node in column.indices { layers[column[node]].append(node) }
  }

  /// Adds the bends of one link, always from the lower to the higher layer.
  private mutating func addPath(_ link: Ends, longest: Int) -> [Int] {
    let isForward = column[link.source] <= column[link.target]
    let (first, last) = isForward ? (link.source, link.target) : (link.target, link.source)
    var path = [first]
    if column[last] - column[first] <= longest {
      for layer in stride(from: column[first] + 1, to: column[last], by: 1) {
        path.append(column.count)
        column.append(layer)
        before.append([])
        behind.append([])
      }
    }
    path.append(last)
    for (left, right) in zip(path, path.dropFirst()) where column[left] < column[right] {
      behind[left].append(right)
      before[right].append(left)
    }
    return isForward ? path : path.reversed()
  }

  // MARK: - Layers

  /// The longest way from a start, with links against the flow of a ring left out.
  private static func layering(_ count: Int, _ links: [Ends]) -> [Int] {
    var targets: [[Int]] = Array(repeating: [], count: count)
    for link in links { targets[link.source].append(link.target) }
    let order = finishingOrder(count, links, targets)
    var position = Array(repeating: 0, count: count)
    for (index, node) in order.enumerated() { position[node] = index }
    var column = Array(repeating: 0, count: count)
    for node in order {
      for target in targets[node] where position[target] > position[node] {
        column[target] = max(column[target], column[node] + 1)
      }
    }
    return column
  }

  /// Nodes so that links point forward, but for those that close a ring: depth first, from those
  /// that nothing points at.
  private static func finishingOrder(
    _ count: Int, _ links: [Ends], _ targets: [[Int]]
  ) -> [Int] {
    var isTarget = Array(repeating: false, count: count)
    for link in links { isTarget[link.target] = true }
    let starts = (0..<count).filter { !isTarget[$0] } + (0..<count).filter { isTarget[$0] }
    var isSeen = Array(repeating: false, count: count)
    var finished: [Int] = []
    for start in starts where !isSeen[start] {
      isSeen[start] = true
      var stack = [(node: start, next: 0)]
      while let (node, next) = stack.last {
        if next < targets[node].count {
          stack[stack.count - 1].next += 1
          let target = targets[node][next]
          if !isSeen[target] {
            isSeen[target] = true
            stack.append((target, 0))
          }
        } else {
          finished.append(node)
          stack.removeLast()
        }
      }
    }
    return finished.reversed()
  }

  // MARK: - Order within layers

  /// Moves each node to the mean place of its neighbours, layer by layer, forth and back.
  package mutating func order() {
    var place = Array(repeating: 0.0, count: column.count)
    for layer in layers { number(layer, &place) }
    for sweep in 0..<Self.sweeps {
      let isForth = sweep % 2 == 0
      for index in isForth ? Array(layers.indices) : layers.indices.reversed() {
        let neighbours = isForth ? before : behind
        let wanted = layers[index].map { node in
          (node: node, place: Self.mean(neighbours[node], place) ?? place[node])
        }
        layers[index] = wanted.sorted { ($0.place, $0.node) < ($1.place, $1.node) }.map(\.node)
        number(layers[index], &place)
      }
    }
  }

  private func number(_ layer: [Int], _ place: inout [Double]) {
    for (index, node) in layer.enumerated() { place[node] = Double(index) }
  }

  private static func mean(_ nodes: [Int], _ place: [Double]) -> Double? {
    guard !nodes.isEmpty else { return nil }
    return nodes.reduce(0) { $0 + place[$1] } / Double(nodes.count)
  }

  // MARK: - Coordinates

  /// Distances between the middles of two neighbours in a layer.
  package struct Distances: Sendable {
    let boxes: Double, boxAndBend: Double, bends: Double
    /// How far each box reaches beyond its middle, which comes on top; none where that is in them.
    var reaches: [Reach] = []

    /// Between boxes, between a box and a bend, between bends.
    package init(boxes: Double, boxAndBend: Double, bends: Double) {
      (self.boxes, self.boxAndBend, self.bends) = (boxes, boxAndBend, bends)
    }

    /// How far a node reaches beyond its middle; a bend does not.
    func reach(_ node: Int) -> Reach { node < reaches.count ? reaches[node] : Reach(0, 0) }

    /// How far a box reaches beyond its middle in its layer.
    struct Reach: Sendable {
      let before: Int, after: Int

      init(_ before: Int, _ after: Int) { (self.before, self.after) = (before, after) }
    }

    /// On a page boxes need air, bends less.
    static let page = Distances(boxes: 1.5, boxAndBend: 1, bends: 0.5)
  }

  /// The row of each node: as near to its neighbours as order and distances allow.
  package func rows(_ distances: Distances) -> [Double] {
    var row = Array(repeating: 0.0, count: column.count)
    for layer in layers { spread(layer, distances, &row) { _ in nil } }
    for sweep in 0..<Self.sweeps {
      for layer in sweep % 2 == 0 ? layers : layers.reversed() {
        let around = row
        spread(layer, distances, &row) { Self.mean(before[$0] + behind[$0], around) }
      }
    }
    let top = row.indices.prefix(boxCount).map { row[$0] }.min() ?? 0
    let highest = min(top, row.min() ?? 0)
    return row.map { $0 - highest }
  }

  private func distance(_ upper: Int, _ lower: Int, _ distances: Distances) -> Double {
    let reaches = Double(distances.reach(upper).after + distances.reach(lower).before)
    return switch (upper < boxCount, lower < boxCount) {
    case (true, true): distances.boxes + reaches
    case (false, false): distances.bends
    case (true, false), (false, true): distances.boxAndBend + reaches
    }
  }

  /// Rows of one layer with the least squared distance from what is wanted: distances taken out,
  /// this is isotonic regression (Barlow and others, 1972: pool adjacent violators).
  private func spread(
    _ layer: [Int], _ distances: Distances, _ row: inout [Double], _ wanted: (Int) -> Double?
  ) {
    var offset = 0.0
    var offsets: [Double] = []
    var blocks: [(sum: Double, count: Int)] = []
    for (index, node) in layer.enumerated() {
      if index > 0 { offset += distance(layer[index - 1], node, distances) }
      offsets.append(offset)
      var block = (sum: (wanted(node) ?? row[node]) - offset, count: 1)
      while let last = blocks.last,
        last.sum / Double(last.count) >= block.sum / Double(block.count)
      {
        block = (block.sum + last.sum, block.count + last.count)
        blocks.removeLast()
      }
      blocks.append(block)
    }
    var index = 0
    for block in blocks {
      for _ in 0..<block.count {
        row[layer[index]] = block.sum / Double(block.count) + offsets[index]
        index += 1
      }
    }
  }
}
