import Review
import SourceText

/// The review document: one file that needs no network and no script, for a meeting and for paper.
///
/// Several reviews make a portfolio: an overview, then a part for each.
struct HTMLReport: Report {
  let settings: ReportSettings
  /// The overview stands first, and so does the name of a single system.
  let startsLate = true

  init(_ settings: ReportSettings) { self.settings = settings }

  func head(_ run: RunSummary) -> String { Placeholder.parts(of: document(run)).head }

  var growth: GrowthSimulation.Settings.When? { settings.documentGrowth }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let chapter = SystemChapter(subject, settings).chapter
    return [ReportPiece(HTMLWriter.elements(chapter).map { $0.markup(indent: 3) }.joined())]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    Placeholder.parts(of: document(run)).tail
  }

  private func document(_ run: RunSummary) -> String {
    let overview = settings.count == 1 ? [] : HTMLWriter.elements(Portfolio(run: run).chapter)
    let subject = settings.count == 1 ? run.systems.first?.name : "\(settings.count) systems"
    let page = XMLElement(
      "html", ["lang": "en"],
      [
        head("Review of \(subject ?? "")"),
        XMLElement(
          "body",
          [
            XMLElement("a", ["class": "skip", "href": "#main"], text: "To the content"),
            XMLElement("main", ["id": "main", "tabindex": "-1"], overview + [.placeholder]), footer,
            XMLElement("script", text: DocumentAssets.scripts),
          ]),
      ])
    return "<!DOCTYPE html>\n" + page.markup
  }

  private func head(_ title: String) -> XMLElement {
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
    XMLElement(
      "footer",
      [
        XMLElement(
          "p", ["class": "dim"], text: settings.imprint)
      ])
  }
}
