import Findings
import Glibc
import Growth

extension GrowthSection {
  /// Elements that have a curve.
  private static let shownCurves = 6

  /// Where things stand in the picture; both axes are logarithmic.
  private struct Frame {
    let left = 62.0
    let right = 500.0
    let top = 24.0
    let bottom = 290.0
    /// The last multiple.
    let last: Double
    /// The highest utilisation.
    let most: Double
    static let least = 0.01

    func x(_ multiple: Double) -> Double {
      left + (right - left) * min(1, log10(max(1, multiple)) / log10(last))
    }

    func y(_ load: Double) -> Double {
      let level = min(most, max(Self.least, load))
      return bottom - (bottom - top) * log10(level / Self.least) / log10(most / Self.least)
    }
  }

  /// Utilisation over the multiple: straight lines, each with its name at its end.
  var curves: XMLElement {
    let shown = limited.prefix(Self.shownCurves)
    let highest = shown.flatMap(\.points).compactMap(\.utilisation).max() ?? 1
    let frame = Frame(
      last: max(2, forecast.multiples.last ?? 100),
      most: pow(10, min(2, max(0, log10(max(highest, 1)).rounded(.up)))))
    let title =
      "Utilisation over multiples of today's peak; above 100 % an element is beyond its limit"
    let names = shown.map { Drawing.width(of: Self.label($0.name)) }.max() ?? 0
    return Drawing.picture(
      title, id: "\(identity)-curves", width: frame.right + 34 + max(166, names), height: 320,
      grid(frame) + target(frame) + lines(Array(shown), frame))
  }

  private func grid(_ frame: Frame) -> [XMLElement] {
    let multiples = forecast.multiples.flatMap { multiple -> [XMLElement] in
      let x = frame.x(multiple)
      return [
        Drawing.line(.grid, x, frame.top, x, frame.bottom),
        label(Unit.digits(multiple) + "x", x, frame.bottom + 18, "middle"),
      ]
    }
    let levels = [0.01, 0.1, 1, 10, 100].filter { $0 <= frame.most }
    return multiples
      + levels.flatMap { level -> [XMLElement] in
        let y = frame.y(level)
        return [
          Drawing.line(level == 1 ? .limit : .grid, frame.left, y, frame.right, y),
          label(Unit.digits(level * 100) + " %", frame.left - 6, y + 4, "end"),
        ]
      }
  }

  /// Where the declared growth leads.
  private func target(_ frame: Frame) -> [XMLElement] {
    guard let growth = forecast.growth, (1...frame.last).contains(growth.factor) else { return [] }
    let x = frame.x(growth.factor)
    return [
      Drawing.line(.target, x, frame.top, x, frame.bottom),
      label("target \(Unit.digits(growth.factor))x", x, frame.top - 8, "middle"),
    ]
  }

  /// Lines that leave the picture end at its border, with a mark.
  private func lines(_ elements: [ElementForecast], _ frame: Frame) -> [XMLElement] {
    var ends: [(index: Int, name: String, x: Double, y: Double)] = []
    var drawn: [XMLElement] = []
    for (index, element) in elements.enumerated() {
      let points = zip(forecast.multiples, element.points).compactMap { multiple, point in
        point.utilisation.map { (multiple: multiple, load: $0) }
      }
      let inside = points.prefix { $0.load <= frame.most }
      guard let last = inside.last ?? points.first else { continue }
      let isCut = inside.count < points.count
      let data = (inside.isEmpty ? points.prefix(1) : inside).map { point in
        "\(Drawing.pixels(frame.x(point.multiple))),\(Drawing.pixels(frame.y(point.load)))"
      }
      let end = (x: frame.x(last.multiple), y: frame.y(last.load))
      drawn.append(
        Drawing.shape("polyline", look(index), ["points": data.joined(separator: " ")]))
      if isCut { drawn.append(mark(index, end.x, end.y)) }
      ends.append((index, element.name, end.x, end.y))
    }
    // Names stand beside the ends of their lines, moved apart where they would overlap.
    var below = frame.top - 16
    for end in ends.sorted(by: { $0.y == $1.y ? $0.index < $1.index : $0.y < $1.y }) {
      below = max(end.y, below + 16)
      drawn += [
        Drawing.shape(
          "polyline",
          Drawing.Look(style: "leader", stroke: DocumentPalette.paper("dim"), width: 0.8),
          [
            "points": "\(Drawing.pixels(end.x)),\(Drawing.pixels(end.y)) "
              + "\(Drawing.pixels(frame.right + 18)),\(Drawing.pixels(below))"
          ]),
        Drawing.text(Self.label(end.name), frame.right + 24, below + 4),
      ]
    }
    return drawn
  }

  /// A name as it stands beside a curve.
  private static func label(_ name: String) -> String { Drawing.fitted(name, within: 300) }

  private func mark(_ index: Int, _ x: Double, _ y: Double) -> XMLElement {
    var look = look(index)
    look.fill = look.stroke
    look.dashes = nil
    let (a, b) = (Drawing.pixels(x - 5), Drawing.pixels(x + 5))
    return Drawing.shape(
      "path", look,
      [
        "d": "M\(a) \(Drawing.pixels(y))L\(b) \(Drawing.pixels(y))"
          + "L\(Drawing.pixels(x)) \(Drawing.pixels(y - 9))Z"
      ])
  }

  private static let dashes = [nil, "8 4", "2 4", "12 4 2 4", "4 2", "1 3"]

  private func look(_ index: Int) -> Drawing.Look {
    let name = DocumentPalette.curves[index % DocumentPalette.curves.count]
    return Drawing.Look(
      style: "curve \(name)", stroke: DocumentPalette.paper(name), width: 2,
      dashes: Self.dashes[index % Self.dashes.count])
  }

  private func label(_ text: String, _ x: Double, _ y: Double, _ anchor: String) -> XMLElement {
    Drawing.text(text, x, y, style: "kind", colour: "dim", size: 11, anchor: anchor)
  }
}
