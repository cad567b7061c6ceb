import Diagram
import TestSupport
import Testing

/// Random graphs: boxes have their cells for themselves, and whoever follows the lines from a box
/// comes to the boxes it is linked to and to no others.
struct CellDiagramTests {
  /// A graph, its picture, and where to come to from each box, from the left to the right.
  private struct Sample {
    let cells: CellDiagram
    let wanted: [Set<Int>]

    init(
      _ dice: inout SplitMix64, _ style: CellDiagram.Style, _ direction: CellDiagram.Direction
    ) {
      let count = Int.random(in: 1...20, using: &dice)
      var ends = Set<Ends>()
      for _ in 0..<Int.random(in: 0...30, using: &dice) {
        let (source, target) = (
          Int.random(in: 0..<count, using: &dice), Int.random(in: 0..<count, using: &dice)
        )
        if source != target { ends.insert(Ends(source: source, target: target)) }
      }
      let links = ends.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
      var layers = LayeredGraph(count: count, links: links)
      layers.order()
      let passages: [Passage] = [.calls, .messages, [.reads, .writes]]
      cells = CellDiagram(
        layers, passages: links.indices.map { passages[$0 % 3] },
        columns: (0..<count).map { 3 + $0 % 4 }, style: style,
        direction: direction, selected: 0)
      var wanted = Array(repeating: Set<Int>(), count: count)
      for link in links {
        let isForward = layers.column[link.source] < layers.column[link.target]
        if isForward {
          wanted[link.source].insert(link.target)
        } else {
          wanted[link.target].insert(link.source)
        }
      }
      self.wanted = wanted
    }
  }

  /// Where a line is followed to: a cell, and the direction, as an arm.
  private struct Step: Hashable {
    var row: Int
    var column: Int
    var way: Int

    mutating func go(_ way: Int) {
      self.way = way
      row += way == 4 ? 1 : way == 1 ? -1 : 0
      column += way == 2 ? 1 : 0
    }
  }

  private static let signs = Array(" │─└││┌├─┘─┴┐┤┬┼")

  /// The boxes that the lines from a box lead to, read from the signs alone; -1 for a line that
  /// ends in the open.
  private func reached(from box: Int, _ cells: CellDiagram) -> Set<Int> {
    let layers = cells.boxes.map { layer($0, cells) }
    var (seen, found) = (Set<Step>(), Set<Int>())
    var open = [Step(row: cells.boxes[box].place, column: layers[box].upperBound, way: 2)]
    while let step = open.popLast() {
      guard seen.insert(step).inserted else { continue }
      let end = cells.boxes.indices.first {
        cells.boxes[$0].place == step.row && layers[$0].lowerBound == step.column
      }
      if step.way == 2, let end {
        found.insert(end)
        continue
      }
      guard let sign = sign(step, cells) else {
        found.insert(-1)
        continue
      }
      for way in ways(on: sign, from: step.way) {
        var next = step
        next.go(way)
        open.append(next)
      }
    }
    return found
  }

  /// The columns of a box; of a picture that leads down its rows, as if it led to the right.
  private func layer(_ box: CellDiagram.Box, _ cells: CellDiagram) -> Range<Int> {
    switch cells.direction {
    case .right: box.column..<box.column + box.width
    case .down: box.row - cells.style.reach..<box.row + cells.style.reach + 1
    }
  }

  /// The sign of a cell; of a picture that leads down turned, as if it led to the right.
  private func sign(_ step: Step, _ cells: CellDiagram) -> Character? {
    let (row, column) =
      cells.direction == .right ? (step.row, step.column) : (step.column, step.row)
    let sign = cells.canvas.sign(row: row, column: column, isASCII: false)?.character
    guard cells.direction == .down, let sign else { return sign }
    let turned = zip("─│└┌├┐┘┴┤┬>v<^╌╎", "│─┐┌┬└┘┤┴├v>^<╎╌")
    return turned.first { $0.0 == sign }?.1 ?? sign
  }

  /// Where to go on: never back to the left, never back in an upright line, and at a line that
  /// joins another one never into it.
  private func ways(on sign: Character, from way: Int) -> [Int] {
    if sign == "v" || sign == "^" { return [2] }
    guard let arms = Self.signs.lastIndex(of: sign), ![5, 10].contains(arms),
      !"│─".contains(sign)
    else { return [way] }
    return [1, 2, 4].filter { arms & $0 != 0 && way + $0 != 5 }
  }

  @Test(arguments: CellDiagram.Style.allCases, CellDiagram.Direction.allCases)
  func `lines lead from each box to those it is linked to and to no others`(
    style: CellDiagram.Style, direction: CellDiagram.Direction
  ) {
    for seed in UInt64(1)...400 {
      var dice = SplitMix64(state: seed)
      let sample = Sample(&dice, style, direction)
      for (box, wanted) in sample.wanted.enumerated() where !wanted.isEmpty {
        #expect(reached(from: box, sample.cells) == wanted, "graph \(seed), box \(box)")
      }
    }
  }

  @Test(arguments: CellDiagram.Style.allCases, CellDiagram.Direction.allCases)
  func `no two boxes share a cell, and no line runs through a box`(
    style: CellDiagram.Style, direction: CellDiagram.Direction
  ) {
    for seed in UInt64(1)...400 {
      var dice = SplitMix64(state: seed)
      let cells = Sample(&dice, style, direction).cells
      var taken = Set<[Int]>()
      for box in cells.boxes {
        for row in box.row - style.reach...box.row + style.reach {
          for column in box.column..<box.column + box.width {
            #expect(taken.insert([row, column]).inserted, "graph \(seed)")
            #expect(cells.canvas.sign(row: row, column: column, isASCII: true) == nil)
          }
        }
      }
    }
  }
}
