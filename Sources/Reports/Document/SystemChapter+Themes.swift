import Findings
import Review
import Rules

extension SystemChapter {
  /// Open findings by theme of the rule book, in its order.
  var themes: [Block] {
    guard review.system != nil, !open.isEmpty else { return [] }
    let found = Dictionary(grouping: open.indices) { open[$0].theme }
    var known: Set<Substring> = []
    let names = rules.map(\.theme).filter { known.insert($0).inserted }
    let severities: [Severity] = Severity.allCases.reversed()
    return [
      .table(
        [.words("Theme")] + severities.map { .number(SystemChapter.title($0)) }
          + [.words("Most severe")],
        names.compactMap { theme -> [Inline]? in
          guard let places = found[theme], let first = places.first else { return nil }
          let counts = SeverityCounts(places.map { open[$0] })
          return [.text(String(theme))]
            + severities.map { severity in
              .toned("\(counts[severity])", counts[severity] > 0 ? .plain : .dim)
            } + [link(open[first].message, to: first)]
        }),
      .paragraph(
        "No open findings: "
          + names.filter { found[$0] == nil }.joined(separator: ", "), .names),
    ]
  }

  private static func title(_ severity: Severity) -> String {
    switch severity {
    case .critical: "Critical"
    case .high: "High"
    case .medium: "Medium"
    case .low: "Low"
    }
  }
}
