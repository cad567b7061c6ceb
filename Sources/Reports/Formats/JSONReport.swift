import Review
import SourceText

/// The machine-readable report; its shape is a public interface, the same for any number of
/// descriptions.
struct JSONReport: Report {
  let separator = ",\n    "

  func head(_ run: RunSummary) -> String { frame(run).head }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    [ReportPiece(subject.review.json.text(indent: 2))]
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String { frame(run).tail }

  private func frame(_ run: RunSummary) -> (head: String, tail: String) {
    Placeholder.parts(of: RunSummary.shape.value(of: run).text)
  }
}
