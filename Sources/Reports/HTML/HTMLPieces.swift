/// Pieces of a page that several parts use.
extension XMLElement {
  /// A word with a border, such as a severity.
  static func badge(_ word: String) -> XMLElement {
    XMLElement("span", ["class": "badge \(word)"], text: word)
  }

  /// A table in a box of its own, which scrolls when it is too wide.
  static func table(_ head: [String], _ rows: [[XMLElement]], style: String? = nil) -> XMLElement {
    let cells = head.map { title in
      title.isEmpty
        ? XMLElement("td") : XMLElement("th", ["scope": "col"], text: title)
    }
    return XMLElement(
      "div", ["class": "table"],
      [
        XMLElement(
          "table", ["class": style],
          [
            XMLElement("thead", [XMLElement("tr", cells)]),
            XMLElement(
              "tbody",
              rows.map { row in XMLElement("tr", row.map { XMLElement("td", [$0]) }) }),
          ])
      ])
  }
}
