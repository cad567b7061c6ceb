import Review
import SourceText

/// The review document as Markdown: the same parts as the page, without pictures.
struct MarkdownDocument: Report {
  let settings: ReportSettings
  let startsLate = true

  func head(_ run: RunSummary) -> String {
    settings.count == 1 ? "" : MarkdownWriter.text(Portfolio(run: run).chapter)
  }

  var growth: GrowthSimulation.Settings.When? { settings.documentGrowth }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let chapter = SystemChapter(subject, settings).chapter
    return [ReportPiece(MarkdownWriter.text(chapter))]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    settings.imprint + "\n"
  }
}
