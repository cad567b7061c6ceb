/// A page that needs no network: what it says stands between its head and its imprint.
struct HTMLPage {
  let title: String
  /// What the page says.
  let content: [XMLElement]
  /// What wrote it.
  let imprint: String

  var markup: String {
    let page = XMLElement(
      "html", ["lang": "en"],
      [
        head,
        XMLElement(
          "body",
          [
            XMLElement("a", ["class": "skip", "href": "#main"], text: "To the content"),
            XMLElement("main", ["id": "main", "tabindex": "-1"], content), footer,
            XMLElement("script", text: DocumentAssets.scripts),
          ]),
      ])
    return "<!DOCTYPE html>\n" + page.markup
  }

  private var head: XMLElement {
    let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return XMLElement(
      "head",
      [
        XMLElement("meta", ["charset": "utf-8"]),
        XMLElement("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
        XMLElement(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        XMLElement("title", text: title),
        XMLElement("style", text: DocumentAssets.stylesheet),
      ])
  }

  private var footer: XMLElement {
    XMLElement("footer", [XMLElement("p", ["class": "dim"], text: imprint)])
  }
}
