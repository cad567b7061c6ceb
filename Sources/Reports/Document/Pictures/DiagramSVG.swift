import Architecture
import Diagram
import Findings
import Review

/// The diagram as inline SVG: a shape per kind of component, and the worst severity in words.
struct DiagramSVG {
  private let part: SystemChapter
  private let architecture: Architecture
  private let diagram: Diagram

  private static let boxWidth = 150.0
  private static let boxHeight = 40.0
  private static let columnStep = 200.0
  private static let rowStep = 46.0
  private static let margin = 14.0

  /// Relations of more than which a picture is a blot.
  static let mostRelations = 5000

  /// The picture of what a part of the document is about; nil when nothing could be read, or too
  /// much for a picture.
  init?(_ part: SystemChapter) {
    guard let architecture = part.review.architecture, !architecture.components.isEmpty,
      architecture.relations.count <= Self.mostRelations
    else { return nil }
    self.part = part
    self.architecture = architecture
    diagram = Diagram(architecture)
  }

  private var identity: String { part.identity }

  private var size: (width: Double, height: Double) {
    let width = Double(diagram.columns) * Self.columnStep - Self.columnStep + Self.boxWidth
    return (width + 2 * Self.margin, diagram.rows * Self.rowStep + 2 * Self.margin)
  }

  /// Wider pictures cannot be read when they are made as narrow as the text.
  private static let widthOfText = 900.0

  /// Whether it needs a wide page of its own on paper.
  var isWide: Bool { size.width > Self.widthOfText }

  /// Of taller or wider ones the names would be smaller than six points on a page of A4, landscape.
  private static let sizeOfPage = (width: 1700.0, height: 1010.0)

  /// Whether its words can be read on paper.
  private var isReadableOnPaper: Bool {
    size.width <= Self.sizeOfPage.width && size.height <= Self.sizeOfPage.height
  }

  /// The picture, which its reader can enlarge.
  var figure: Block { .diagram(picture: element, zoom: "\(identity)-zoom") }

  /// What the arrows say, for whoever cannot see them.
  var list: [Block] {
    guard !diagram.arrows.isEmpty else { return [] }
    return [
      .folded(
        title: "The arrows in words", [.list(diagram.arrows.map(words))],
        isDrawn: isReadableOnPaper)
    ]
  }

  private var element: XMLElement {
    let counts = "\(architecture.components.count) components, \(diagram.arrows.count) arrows"
    let worst = worstByComponent
    let head = XMLElement(
      "marker",
      [
        "id": "\(identity)-head", "viewBox": "0 0 8 8", "refX": "7", "refY": "4",
        "markerWidth": "7", "markerHeight": "7", "orient": "auto-start-reverse",
      ],
      [
        Drawing.shape(
          "path", Drawing.Look(style: "head", fill: DocumentPalette.paper("dim")),
          ["d": "M0 0L8 4L0 8Z"])
      ])
    return Drawing.picture(
      "Diagram of \(architecture.name): \(counts); requests flow from left to right",
      id: "\(identity)-title", role: "group", width: size.width, height: size.height,
      [XMLElement("defs", [head])] + diagram.arrows.map(arrow)
        + diagram.boxes.map { box($0, worst[$0.component]) })
  }

  /// The gravest open finding of each component, by its place among them.
  private var worstByComponent: [Int: Int] {
    var index: [String: Int] = [:]
    for (number, component) in architecture.components.enumerated() {
      index[component.name] = number
    }
    var worst: [Int: Int] = [:]
    for (place, finding) in part.open.enumerated() {
      guard let component = index[finding.owner], worst[component] == nil else { continue }
      worst[component] = place
    }
    return worst
  }

  // MARK: - Boxes

  /// A box with its name and kind; it leads to the gravest finding of the component.
  private func box(_ box: Diagram.Box, _ worst: Int?) -> XMLElement {
    let component = architecture.components[box.component]
    let severity = worst.map { part.open[$0].severity }
    let x = Self.x(box.column)
    // The words of a store stand below the lid.
    let y = Self.y(box.row) - Self.boxHeight / 2
    let lid = component.kind.role == .store ? 3.0 : 0
    func small(_ text: String, _ x: Double, _ style: String, _ colour: String, _ anchor: String)
      -> XMLElement
    {
      Drawing.text(
        text, x, y + 31 + lid, style: style, colour: colour, size: 11, anchor: anchor,
        isBold: colour != "dim")
    }
    var lines = [
      Drawing.text(
        Drawing.fitted(component.name, within: Self.boxWidth - 16), x + 10, y + 17 + lid),
      small(component.kind.rawValue, x + 10, "kind", "dim", "start"),
    ]
    if let severity, severity >= .high {
      lines.append(
        small(
          severity.word, x + Self.boxWidth - 12, "kind mark-\(severity.word)", severity.word, "end")
      )
    }
    let title = XMLElement("title", text: "\(component.name), \(component.kind.rawValue)")
    let group = XMLElement("g", [title] + shape(component.kind, x, y, severity) + lines)
    guard let worst, part.isShown(worst) else { return group }
    return XMLElement("a", ["href": "#\(part.anchor(worst))"], [group])
  }

  private func look(_ severity: Severity?, isOutside: Bool) -> Drawing.Look {
    let mark = severity.map { " is-\($0.word)" } ?? ""
    let isGrave = severity ?? .low >= .high
    return Drawing.Look(
      style: "box\(mark)\(isOutside ? " outside" : "")", fill: DocumentPalette.paper("soft"),
      stroke: DocumentPalette.paper(isGrave ? severity?.word ?? "dim" : "dim"),
      width: isGrave ? 2.5 : 1.3,
      dashes: isOutside ? "5 3" : nil)
  }

  private func shape(
    _ kind: ComponentKind, _ x: Double, _ y: Double, _ severity: Severity?
  ) -> [XMLElement] {
    let look = look(severity, isOutside: kind.role == .external)
    let (width, height) = (Self.boxWidth, Self.boxHeight)
    func rectangle(_ radius: Double) -> XMLElement {
      Drawing.shape(
        "rect", look,
        [
          "x": Self.pixels(x), "y": Self.pixels(y), "width": Self.pixels(width),
          "height": Self.pixels(height), "rx": Self.pixels(radius),
        ])
    }
    switch kind.role {
    case .client: return [rectangle(height / 2)]
    case .external: return [rectangle(4)]
    case .store:
      let (l, r) = (Self.pixels(x), Self.pixels(x + width))
      let (t, b) = (Self.pixels(y + 3), Self.pixels(y + height - 1))
      let arc = "\(Self.pixels(width / 2)) 4 0 0"
      let data = "M\(l) \(t)A\(arc) 1 \(r) \(t)V\(b)A\(arc) 1 \(l) \(b)ZA\(arc) 0 \(r) \(t)"
      return [Drawing.shape("path", look, ["d": data])]
    case .channel:
      let bar = Self.pixels(x + width - 6)
      let data = "M\(bar) \(Self.pixels(y))V\(Self.pixels(y + height))"
      return [rectangle(2), Drawing.shape("path", look, ["d": data])]
    case .proxy, .tool: return [rectangle(0)]
    case .work: return [rectangle(7)]
    }
  }

  // MARK: - Arrows

  /// What does not wait for an answer is dashed.
  private func arrow(_ arrow: Diagram.Arrow) -> XMLElement {
    let isLater = arrow.relations.allSatisfy { !architecture.relations[$0].isSynchronous }
    return Drawing.shape(
      "path",
      Drawing.Look(
        style: isLater ? "arrow later" : "arrow", stroke: DocumentPalette.paper("dim"), width: 1.1,
        dashes: isLater ? "4 3" : nil),
      ["d": route(arrow), "marker-end": "url(#\(identity)-head)"],
      [XMLElement("title", text: words(arrow))])
  }

  private func words(_ arrow: Diagram.Arrow) -> String {
    guard !arrow.relations.isEmpty else {
      return [arrow.source, arrow.target].map { architecture.components[$0].name }
        .joined(separator: " on ")
    }
    return arrow.relations.map { architecture.name(of: .relation($0)) }.joined(separator: "; ")
  }

  /// A smooth line between columns, level where it passes between the boxes of one; it leaves and
  /// enters boxes at their sides.
  private func route(_ arrow: Diagram.Arrow) -> String {
    guard let first = arrow.points.first, let last = arrow.points.last else { return "" }
    if last.column == first.column { return loop(first, last) }
    let isForward = last.column > first.column
    func side(_ point: Diagram.Point, _ isRight: Bool) -> Double {
      Self.x(point.column) + (isRight ? Self.boxWidth : 0)
    }
    var data = "M\(Self.pair(side(first, isForward), Self.y(first.row)))"
    for (from, to) in zip(arrow.points, arrow.points.dropFirst()) {
      let (start, end) = (side(from, isForward), side(to, !isForward))
      let (above, below) = (Self.y(from.row), Self.y(to.row))
      let middle = (start + end) / 2
      data +=
        "C\(Self.pair(middle, above)) \(Self.pair(middle, below)) \(Self.pair(end, below))"
      if to != last { data += "H\(Self.pixels(side(to, isForward)))" }
    }
    return data
  }

  /// Within a layer: out at the right side and back in.
  private func loop(_ first: Diagram.Point, _ last: Diagram.Point) -> String {
    let side = Self.x(first.column) + Self.boxWidth
    let (top, bottom) = (Self.y(first.row), Self.y(last.row))
    return "M\(Self.pair(side, top))C\(Self.pair(side + 40, top)) "
      + "\(Self.pair(side + 40, bottom)) \(Self.pair(side, bottom))"
  }

  // MARK: - Numbers

  private static func x(_ column: Int) -> Double { margin + Double(column) * columnStep }
  private static func y(_ row: Double) -> Double { margin + (row + 0.5) * rowStep }
  private static func pair(_ x: Double, _ y: Double) -> String { "\(pixels(x)) \(pixels(y))" }

  private static func pixels(_ number: Double) -> String { Drawing.pixels(number) }
}
