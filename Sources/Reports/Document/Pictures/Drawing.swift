/// Pieces of pictures: each says its colours itself as well, for readers who know no style sheet.
enum Drawing {
  /// How something looks on paper.
  struct Look {
    /// Its class, from which the style sheet knows its colours.
    let style: String
    var fill = "none"
    var stroke = "none"
    var width = 1.0
    var dashes: String?
  }

  /// A shape with its look.
  static func shape(
    _ name: String, _ look: Look, _ geometry: KeyValuePairs<String, String?>,
    _ children: [XMLElement] = []
  ) -> XMLElement {
    var element = XMLElement(name, geometry, children)
    element.attributes +=
      XMLElement(
        name,
        [
          "class": look.style, "fill": look.fill, "stroke": look.stroke,
          "stroke-width": pixels(look.width), "stroke-dasharray": look.dashes,
        ]
      ).attributes
    return element
  }

  /// A text; small ones are dim.
  static func text(
    _ text: String, _ x: Double, _ y: Double, style: String? = nil, colour: String = "ink",
    size: Double = 13, anchor: String = "start", isBold: Bool = false
  ) -> XMLElement {
    XMLElement(
      "text",
      [
        "class": style, "x": pixels(x), "y": pixels(y), "text-anchor": anchor,
        "fill": DocumentPalette.paper(colour), "font-size": pixels(size),
        "font-family": "sans-serif",
        "font-weight": isBold ? "700" : nil,
      ], text: text)
  }

  /// The picture, with its name for those who do not see it; a group where links are inside.
  static func picture(
    _ title: String, id: String, role: String = "img", width: Double, height: Double,
    _ content: [XMLElement]
  ) -> XMLElement {
    XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": role, "aria-labelledby": id,
        "viewBox": "0 0 \(pixels(width)) \(pixels(height))", "width": pixels(width),
        "height": pixels(height),
      ], [XMLElement("title", ["id": id], text: title)] + content)
  }

  /// A length in a few digits.
  static func pixels(_ number: Double) -> String {
    let rounded = (number * 10).rounded() / 10
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
