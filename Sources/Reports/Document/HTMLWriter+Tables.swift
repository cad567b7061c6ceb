extension HTMLWriter {
  /// A table in a box of its own, which scrolls when it is too wide.
  static func element(_ table: Block.Table) -> XMLElement {
    let titles = table.columns.map { column in
      column.title.isEmpty
        ? XMLElement("td")
        : XMLElement("th", ["scope": "col", "class": style(column)], text: column.title)
    }
    let subject = table.columns.firstIndex { !$0.title.isEmpty }
    let body = table.rows.map { row in
      XMLElement(
        "tr",
        zip(table.columns, row).enumerated().map { index, pair in
          cell(breakable(pair.1), pair.0, isSubject: index == subject)
        })
    }
    return XMLElement(
      "div", ["class": "table"],
      [
        XMLElement(
          "table", ["class": table.kind?.rawValue],
          [XMLElement("thead", [XMLElement("tr", titles)]), XMLElement("tbody", body)])
      ])
  }

  private static func cell(
    _ content: XMLElement, _ column: Block.Column, isSubject: Bool
  ) -> XMLElement {
    let isEmpty = content.text.isEmpty && content.children.isEmpty
    let isHead = isSubject && !isEmpty
    return XMLElement(
      isHead ? "th" : "td", ["scope": isHead ? "row" : nil, "class": style(column)], [content])
  }

  private static func style(_ column: Block.Column) -> String? {
    column.isNumber ? "number" : nil
  }

  /// Letters of a word that a column has to be wide enough for.
  private static let longWord = 24

  /// A text with words so long that they may come apart, such as addresses.
  private static func breakable(_ cell: Inline) -> XMLElement {
    guard case .text(let text) = cell,
      text.split(separator: " ").contains(where: { $0.count > longWord })
    else { return element(cell) }
    return XMLElement("span", ["class": "long"], text: text)
  }
}
