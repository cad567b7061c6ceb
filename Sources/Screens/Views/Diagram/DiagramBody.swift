import Diagram
import SourceText

/// Everything below the tabs: what is drawn, the picture or the tree, the selected entry, and what
/// the signs mean.
struct DiagramBody {
  let graph: DiagramGraph
  let entry: Entry
  let node: Int
  let target: Double
  let isASCII: Bool
  var grid: CellGrid

  /// The size of the picture in a body of a size.
  static func room(width: Int, height: Int) -> (width: Int, height: Int) {
    (width, max(1, height - 1 - feet(height)))
  }

  /// What the figures in a box mean.
  private static let figures = "  4x headroom  2! findings"

  /// Rows below the picture.
  private static func feet(_ height: Int) -> Int { height < 6 ? 0 : height < 12 ? 1 : 2 }

  mutating func draw(_ picture: DiagramPicture, hops: Int?) {
    let room = Self.room(width: grid.width, height: grid.height)
    var pane = CellGrid(width: room.width, height: room.height)
    picture.draw(on: &pane, target: target, isASCII: isASCII)
    grid.paste(pane, at: 1)
    let count = picture.scope.nodes.count
    let scope = picture.scope.hops.map { hops in
      "\(hops == 1 ? "1 hop" : "\(hops) hops") around \(graph.nodes[node].name): "
        + "\(count) of \(graph.nodes.count)"
    }
    let narrowed = hops == 0 && scope != nil ? "all do not fit, narrowed to " : ""
    drawHead(narrowed + (scope ?? "all \(graph.nodes.count)"), picture.beyond(pane))
    drawFeet(legend(picture.cells.direction) + Self.figures + "  +3 not drawn")
  }

  mutating func drawTree() {
    let room = Self.room(width: grid.width, height: grid.height)
    let tree = DiagramTree(graph, root: node, height: room.height, isASCII: isASCII)
    for (row, line) in tree.lines.enumerated() {
      let role = row == 0 ? Role.selected : graph.nodes[line.node].role(target: target)
      grid.write(line.text, row: row + 1, column: 1, role: role)
    }
    let callers = graph.callers[node].prefix(20).map { graph.nodes[$0].name }
    drawHead(
      callers.isEmpty ? "nothing calls it" : "called by " + callers.joined(separator: ", "),
      tree.lines.count == room.height ? "goes on down" : "")
    drawFeet("callees below their caller" + Self.figures)
  }

  private mutating func drawHead(_ words: String, _ more: String) {
    let room = grid.width - 2 - (more.isEmpty ? 0 : more.columns + 2)
    grid.write(words.cut(to: room, isASCII ? "..." : "…"), row: 0, column: 1, role: .dim)
    grid.write(more, row: 0, column: grid.width - 1 - more.columns, role: .key)
  }

  private mutating func drawFeet(_ legend: String) {
    let feet = Self.feet(grid.height)
    guard feet > 0 else { return }
    let words = entry.message.split(separator: " ", omittingEmptySubsequences: false)
      .split(separator: "").map { $0.joined(separator: " ") }.joined(separator: ", ")
    let row = grid.height - feet
    let column = grid.write(entry.label, row: row, column: 1, role: .strong)
    let text = ": " + words
    grid.write(
      text.cut(to: grid.width - 1 - column, isASCII ? "..." : "…"), row: row, column: column)
    guard feet > 1 else { return }
    grid.write(legend, row: row + 1, column: 1, role: .dim)
  }

  private func legend(_ direction: CellDiagram.Direction) -> String {
    let (line, dashes) =
      switch direction {
      case .right: isASCII ? ("-->", "..>") : ("──>", "╌╌>")
      case .down: isASCII ? ("|", ":") : ("│", "╎")
      }
    let head = direction == .right ? ">" : "v"
    return "\(line) call  rw\(head) read, write  \(dashes) message"
  }
}
