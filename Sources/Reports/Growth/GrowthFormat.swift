/// An output format of `tenfold grow`.
package enum GrowthFormat: String, CaseIterable, Sendable {
  case text, json, csv

  /// The report.
  package func render(_ input: GrowthReportInput) -> String {
    switch self {
    case .text: GrowthTextReport(input).render()
    case .json: GrowthJSONReport(review: input.review).render()
    case .csv: GrowthCSVReport(review: input.review).render()
    }
  }
}
