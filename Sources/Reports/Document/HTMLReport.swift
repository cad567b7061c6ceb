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
    return HTMLPage(
      title: "Review of \(subject ?? "")", content: overview + [.placeholder],
      imprint: settings.imprint
    ).markup
  }
}
