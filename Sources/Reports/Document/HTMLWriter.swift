import SourceText

/// Writes the document as elements of HTML.
struct HTMLWriter {
  /// Of several systems the document's own title is the one of the first level.
  private let isOneOfMany: Bool

  private init(_ chapter: Chapter) { isOneOfMany = chapter.isOneOfMany }

  /// The elements of a chapter.
  static func elements(_ chapter: Chapter) -> [XMLElement] { HTMLWriter(chapter).write(chapter) }

  private func write(_ chapter: Chapter) -> [XMLElement] {
    let header = XMLElement(
      "header", ["class": isOneOfMany ? "page" : nil, "id": chapter.anchor],
      [heading(1, [.text(chapter.title)])] + chapter.opening.map(element)
        + (chapter.contents.map { [contents(chapter, $0)] } ?? []))
    let all =
      [header]
      + chapter.sections.map { section in
        XMLElement(
          "section", ["id": section.anchor, "class": section.isWide ? "wide" : nil],
          [heading(2, [.text(section.title)])] + section.content.map(element))
      }
    return isOneOfMany ? [folded(all, chapter)] : all
  }

  /// One of many systems, which a line opens.
  private func folded(_ content: [XMLElement], _ chapter: Chapter) -> XMLElement {
    XMLElement(
      "details", ["class": "system"],
      [XMLElement("summary", text: chapter.summary)] + content)
  }

  private func contents(_ chapter: Chapter, _ name: String) -> XMLElement {
    let links = chapter.sections.map { Inline.link($0.title, to: "#" + $0.anchor) }
    let back = isOneOfMany ? [Inline.link("All systems", to: "#" + Portfolio.anchor)] : []
    return XMLElement(
      "nav", ["aria-label": name],
      [XMLElement("ul", (back + links).map { XMLElement("li", [Self.element($0)]) })])
  }

  private func heading(_ level: Int, _ content: [Inline]) -> XMLElement {
    Self.line("h\(isOneOfMany ? level + 1 : level)", content)
  }

  private func element(_ block: Block) -> XMLElement {
    switch block {
    case .heading(let content): heading(3, content)
    case .paragraph(let content, let role):
      Self.line("p", content, ["class": role == .plain ? nil : role.rawValue])
    case .list(let items, let style): Self.list(items, style)
    case .table(let table): Self.element(table)
    case .folded(let title, let blocks, let isDrawn):
      XMLElement(
        "details", ["class": isDrawn ? "drawn" : nil],
        [XMLElement("summary", text: title)] + blocks.map(element))
    case .part(let title, let blocks):
      XMLElement(
        "details", ["class": "part"],
        [XMLElement("summary", [heading(3, [.text(title)])])] + blocks.map(element))
    case .diagram(let picture, let id): Self.diagram(picture, id)
    case .excerpt(let text): XMLElement("pre", text: text)
    case .aside(let aside): element(aside)
    case .slider(let id): Self.slider(id)
    }
  }

  private func element(_ aside: Block.Aside) -> XMLElement {
    let head = XMLElement("div", ["class": "head"], aside.head.map(element))
    return XMLElement(
      "article", ["class": "is-\(aside.severity)", "id": aside.anchor],
      (aside.head.isEmpty ? [] : [head]) + aside.content.map(element))
  }

  private static func list(_ items: [[Inline]], _ style: Block.ListStyle) -> XMLElement {
    let items = items.map { line("li", $0) }
    return switch style {
    case .bullets: XMLElement("ul", items)
    case .numbers: XMLElement("ol", items)
    case .sources: XMLElement("ul", ["class": "sources", "aria-label": "Sources"], items)
    }
  }

  /// A picture as wide as the window, or as large as it is drawn, in a box that scrolls.
  private static func diagram(_ picture: XMLElement, _ id: String) -> XMLElement {
    let isLarge = XMLElement("input", ["type": "checkbox", "class": "zoom", "id": id])
    return XMLElement(
      "figure", ["class": "diagram"],
      [
        isLarge, XMLElement("label", ["for": id], text: "Full size"),
        XMLElement("div", ["class": "canvas"], [picture]),
      ])
  }

  /// Shown when there is a script to move bars and columns with it.
  private static func slider(_ id: String) -> XMLElement {
    XMLElement(
      "p", ["class": "slider", "hidden": "hidden"],
      [
        XMLElement("label", ["for": id], text: "Demand: "),
        XMLElement(
          "input",
          [
            "type": "range", "id": id, "min": "0", "max": "2", "step": "0.01", "value": "0",
            "aria-valuetext": "1x today's peak",
          ]),
        XMLElement("output", ["for": id], text: "1x today's peak"),
      ])
  }
}
