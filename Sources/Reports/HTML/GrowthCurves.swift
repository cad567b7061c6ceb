import Findings
import Growth

extension GrowthSection {
  /// Elements that have a curve.
  private static let shownCurves = 6

  /// Utilisation over the multiple, both axes logarithmic: a straight line to the limit.
  var curves: XMLElement {
    let shown = limited.prefix(Self.shownCurves)
    let grid: [[XMLElement]] = forecast.multiples.map { multiple in
      [
        line("grid", Self.x(multiple), 20, Self.x(multiple), 240),
        label(Self.x(multiple), 258, Unit.digits(multiple) + "x", "middle"),
      ]
    }
    let levels: [[XMLElement]] = [0.01, 0.1, 1, 10].map { level in
      [
        line(level == 1 ? "limit" : "grid", 60, Self.y(level), 480, Self.y(level)),
        label(54, Self.y(level) + 4, Self.percent(level), "end"),
      ]
    }
    var used: [Double] = []
    let lines = shown.enumerated().flatMap { index, element -> [XMLElement] in
      let points = zip(forecast.multiples, element.points).compactMap { multiple, point in
        point.utilisation.map { (Self.x(multiple), Self.y($0)) }
      }
      guard let last = points.last else { return [] }
      var height = last.1 + 4
      while used.contains(where: { abs($0 - height) < 14 }) { height += 14 }
      used.append(height)
      let data = points.map { "\(Self.pixels($0.0)),\(Self.pixels($0.1))" }
      return [
        XMLElement(
          "polyline",
          [
            "class": "curve", "points": data.joined(separator: " "),
            "stroke-dasharray": Self.dashes[index % Self.dashes.count],
          ]),
        XMLElement(
          "polyline",
          [
            "class": "curve",
            "points": "490,\(Self.pixels(height - 4)) 530,\(Self.pixels(height - 4))",
            "stroke-dasharray": Self.dashes[index % Self.dashes.count],
          ]),
        label(538, height, element.name, "start"),
      ]
    }
    let title = "Utilisation over multiples of today's peak; above 100 % an element is saturated"
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "viewBox": "0 0 700 290",
        "width": "700", "height": "290", "aria-labelledby": "\(identity)-curves",
      ],
      [XMLElement("title", ["id": "\(identity)-curves"], text: title)]
        + (grid + levels).flatMap(\.self) + lines)
  }

  private static let dashes = ["none", "8 4", "2 4", "12 4 2 4", "4 2", "1 3"]

  private static func x(_ multiple: Double) -> Double {
    60 + 420 * logarithm(multiple) / logarithm(100)
  }

  private static func y(_ load: Double) -> Double {
    let level = min(10, max(0.01, load))
    return 240 - 220 * (logarithm(level) + 2) / 3
  }

  /// Decimal logarithm, by the digits of a binary one; no library is needed for a drawing.
  private static func logarithm(_ number: Double) -> Double {
    var (value, result, bit) = (max(number, 1e-9), 0.0, 1.0)
    while value < 1 { (value, result) = (value * 10, result - 1) }
    while value >= 10 { (value, result) = (value / 10, result + 1) }
    for _ in 0..<24 {
      bit /= 2
      value *= value
      if value >= 10 { (value, result) = (value / 10, result + bit) }
    }
    return result
  }

  private func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> XMLElement {
    XMLElement(
      "line",
      [
        "class": style, "x1": Self.pixels(x1), "y1": Self.pixels(y1), "x2": Self.pixels(x2),
        "y2": Self.pixels(y2),
      ])
  }

  private func label(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> XMLElement {
    XMLElement(
      "text",
      ["class": "kind", "x": Self.pixels(x), "y": Self.pixels(y), "text-anchor": anchor],
      text: text)
  }

  private static func pixels(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }
}
