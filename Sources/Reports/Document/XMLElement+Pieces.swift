/// Pieces of a page that several parts use.
extension XMLElement {
  /// A word with a border, such as a severity.
  static func badge(_ word: String) -> XMLElement {
    XMLElement("span", ["class": "badge \(word)"], text: word)
  }

  /// A list with a text per item.
  static func list(_ items: [String], isNumbered: Bool = false) -> XMLElement {
    XMLElement(isNumbered ? "ol" : "ul", items.map { XMLElement("li", text: $0) })
  }

  /// A table in a box of its own, which scrolls when it is too wide.
  static func table(_ head: [String], _ rows: [[XMLElement]], style: String? = nil) -> XMLElement {
    table(head.map { Column(title: $0) }, rows, style: style)
  }

  /// A column of a table.
  struct Column {
    let title: String
    /// Whether its cells are numbers, which stand below each other by their last digit.
    var isNumber = false

    fileprivate var style: String? { isNumber ? "number" : nil }

    static func number(_ title: String) -> Column { Column(title: title, isNumber: true) }
    static func words(_ title: String) -> Column { Column(title: title) }
  }

  /// A table with columns of numbers; its first column with a title says what a row is about.
  static func table(
    _ head: [Column], _ rows: [[XMLElement]], style: String? = nil
  ) -> XMLElement {
    let titles = head.map { column in
      column.title.isEmpty
        ? XMLElement("td")
        : XMLElement("th", ["scope": "col", "class": column.style], text: column.title)
    }
    let subject = head.firstIndex { !$0.title.isEmpty }
    let body = rows.map { row in
      XMLElement(
        "tr",
        zip(head, row).enumerated().map { index, pair in
          let (column, cell) = pair
          let isHead = index == subject && !cell.isEmpty
          return XMLElement(
            isHead ? "th" : "td",
            ["scope": isHead ? "row" : nil, "class": column.style], [cell.breakable])
        })
    }
    return XMLElement(
      "div", ["class": "table"],
      [
        XMLElement(
          "table", ["class": style],
          [XMLElement("thead", [XMLElement("tr", titles)]), XMLElement("tbody", body)])
      ])
  }

  private var isEmpty: Bool { text.isEmpty && children.isEmpty }

  /// Letters of a word that a column has to be wide enough for.
  private static let longWord = 24

  /// A text with words so long that they may come apart, such as addresses.
  private var breakable: XMLElement {
    let isLong = text.split(separator: " ").contains { $0.count > Self.longWord }
    return name.isEmpty && isLong ? XMLElement("span", ["class": "long"], text: text) : self
  }

  /// A long table: its first rows, and the others where the reader asks for them.
  static func folded(
    _ head: [Column], _ rows: [[XMLElement]], shown: Int, style: String? = nil,
    rest: (Int) -> String = { "and \($0) more" }
  ) -> [XMLElement] {
    let first = table(head, Array(rows.prefix(shown)), style: style)
    guard rows.count > shown else { return [first] }
    return [
      first,
      XMLElement(
        "details",
        [
          XMLElement("summary", text: rest(rows.count - shown)),
          table(head, Array(rows.dropFirst(shown)), style: style),
        ]),
    ]
  }
}
