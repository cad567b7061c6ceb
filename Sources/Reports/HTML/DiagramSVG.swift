import Architecture
import Diagram
import Findings
import Review

/// The diagram as inline SVG: a shape per kind of component, and the worst severity in words.
struct DiagramSVG {
  let review: Review
  let architecture: Architecture
  private let diagram: Diagram
  private let identity: String

  private static let boxWidth = 150.0
  private static let boxHeight = 40.0
  private static let columnStep = 215.0
  private static let rowStep = 46.0
  private static let margin = 14.0

  /// The picture of what a review is about; `identity` tells it from others in the document.
  init?(_ review: Review, identity: String) {
    guard let architecture = review.architecture, !architecture.components.isEmpty else {
      return nil
    }
    self.review = review
    self.architecture = architecture
    self.identity = identity
    diagram = Diagram(architecture)
  }

  var element: XMLElement {
    let width = Double(diagram.columns) * Self.columnStep - Self.columnStep + Self.boxWidth
    let height = diagram.rows * Self.rowStep
    let size = (width + 2 * Self.margin, height + 2 * Self.margin)
    let counts = "\(architecture.components.count) components, \(diagram.arrows.count) arrows"
    let worst = worstByComponent
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-labelledby": "\(identity)-title",
        "viewBox": "0 0 \(Self.pixels(size.0)) \(Self.pixels(size.1))",
        "width": Self.pixels(size.0), "height": Self.pixels(size.1),
      ],
      [
        XMLElement(
          "title", ["id": "\(identity)-title"],
          text: "Diagram of \(architecture.name): \(counts); requests flow from left to right"),
        XMLElement(
          "defs",
          [
            XMLElement(
              "marker",
              [
                "id": "\(identity)-head", "viewBox": "0 0 8 8", "refX": "7", "refY": "4",
                "markerWidth": "7", "markerHeight": "7", "orient": "auto-start-reverse",
              ], [XMLElement("path", ["class": "head", "d": "M0 0L8 4L0 8Z"])])
          ]),
      ] + diagram.arrows.map(arrow) + diagram.boxes.map { box($0, worst[$0.component]) })
  }

  /// The gravest open finding of each component.
  private var worstByComponent: [Int: Severity] {
    var index: [String: Int] = [:]
    for (number, component) in architecture.components.enumerated() {
      index[component.name] = number
    }
    var worst: [Int: Severity] = [:]
    for finding in review.open {
      guard let component = index[finding.owner] else { continue }
      worst[component] = max(worst[component] ?? .low, finding.severity)
    }
    return worst
  }

  // MARK: - Boxes

  private func box(_ box: Diagram.Box, _ severity: Severity?) -> XMLElement {
    let component = architecture.components[box.component]
    let x = Self.x(box.column)
    // The words of a store stand below the lid.
    let y = Self.y(box.row) - Self.boxHeight / 2
    let lid = component.kind.role == .store ? 3.0 : 0
    var lines = [
      XMLElement(
        "text", ["x": Self.pixels(x + 10), "y": Self.pixels(y + 17 + lid)],
        text: Self.short(component.name)),
      XMLElement(
        "text", ["class": "kind", "x": Self.pixels(x + 10), "y": Self.pixels(y + 31 + lid)],
        text: component.kind.rawValue),
    ]
    if let severity, severity >= .high {
      lines.append(
        XMLElement(
          "text",
          [
            "class": "kind mark-\(severity.word)", "text-anchor": "end",
            "x": Self.pixels(x + Self.boxWidth - 12), "y": Self.pixels(y + 31 + lid),
          ], text: severity.word))
    }
    let title = XMLElement("title", text: "\(component.name), \(component.kind.rawValue)")
    return XMLElement("g", [title] + shape(component.kind, x, y, severity) + lines)
  }

  private func shape(
    _ kind: ComponentKind, _ x: Double, _ y: Double, _ severity: Severity?
  ) -> [XMLElement] {
    let mark = severity.map { " is-\($0.word)" } ?? ""
    let (width, height) = (Self.boxWidth, Self.boxHeight)
    func path(_ data: String, _ more: String = "") -> XMLElement {
      XMLElement("path", ["class": "box\(mark)\(more)", "d": data])
    }
    func rectangle(_ radius: Double, _ more: String = "") -> XMLElement {
      XMLElement(
        "rect",
        [
          "class": "box\(mark)\(more)", "x": Self.pixels(x), "y": Self.pixels(y),
          "width": Self.pixels(width), "height": Self.pixels(height), "rx": Self.pixels(radius),
        ])
    }
    switch kind.role {
    case .client: return [rectangle(height / 2)]
    case .external: return [rectangle(4, " outside")]
    case .store:
      let (l, r) = (Self.pixels(x), Self.pixels(x + width))
      let (t, b) = (Self.pixels(y + 3), Self.pixels(y + height - 1))
      let arc = "\(Self.pixels(width / 2)) 4 0 0"
      return [path("M\(l) \(t)A\(arc) 1 \(r) \(t)V\(b)A\(arc) 1 \(l) \(b)ZA\(arc) 0 \(r) \(t)")]
    case .channel:
      let bar = Self.pixels(x + width - 6)
      return [
        rectangle(2),
        path("M\(bar) \(Self.pixels(y))V\(Self.pixels(y + height))"),
      ]
    case .proxy: return [rectangle(0)]
    case .work: return [rectangle(7)]
    }
  }

  // MARK: - Arrows

  /// What does not wait for an answer is dashed.
  private func arrow(_ arrow: Diagram.Arrow) -> XMLElement {
    let isLater = arrow.relations.allSatisfy { !architecture.relations[$0].kind.isSynchronous }
    let words = arrow.relations.map { architecture.name(of: .relation($0)) }
    return XMLElement(
      "path",
      [
        "class": isLater ? "arrow later" : "arrow", "d": route(arrow),
        "marker-end": "url(#\(identity)-head)",
      ], [XMLElement("title", text: words.joined(separator: "; "))])
  }

  /// A smooth line through the bends, leaving and entering boxes at their sides.
  private func route(_ arrow: Diagram.Arrow) -> String {
    var points = arrow.points.map { (x: Self.x($0.column), y: Self.y($0.row)) }
    guard let first = points.first, let last = points.last else { return "" }
    let isForward = last.x > first.x
    for index in points.indices { points[index].x += Self.boxWidth / 2 }
    let half = Self.boxWidth / 2
    if last.x == first.x {
      // Within a layer: out at the right side and back in.
      let side = first.x + Self.boxWidth
      return "M\(Self.pair(side, first.y))C\(Self.pair(side + 40, first.y)) "
        + "\(Self.pair(side + 40, last.y)) \(Self.pair(side, last.y))"
    }
    points[0].x += isForward ? half : -half
    points[points.count - 1].x += isForward ? -half : half
    var data = "M\(Self.pair(points[0].x, points[0].y))"
    for (from, to) in zip(points, points.dropFirst()) {
      let middle = (from.x + to.x) / 2
      data += "C\(Self.pair(middle, from.y)) \(Self.pair(middle, to.y)) \(Self.pair(to.x, to.y))"
    }
    return data
  }

  // MARK: - Numbers

  private static func x(_ column: Int) -> Double { margin + Double(column) * columnStep }
  private static func y(_ row: Double) -> Double { margin + (row + 0.5) * rowStep }
  private static func pair(_ x: Double, _ y: Double) -> String { "\(pixels(x)) \(pixels(y))" }

  private static func pixels(_ number: Double) -> String {
    let rounded = (number * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }

  private static func short(_ name: String) -> String {
    name.count > 19 ? name.prefix(18) + "…" : name
  }
}

extension Finding {
  /// The name of the component, or the journey, that the element belongs to.
  var owner: String {
    let words = element.split(separator: " ")
    if words.first == "journey", words.count > 1 { return String(words[1]) }
    return String((words.first ?? "").prefix { $0 != "." })
  }
}
