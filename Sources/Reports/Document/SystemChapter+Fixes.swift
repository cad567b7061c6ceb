import Architecture
import Findings
import Growth

extension SystemChapter {
  /// Rows of advice that are shown before the rest is folded.
  private static let shownAdvice = 8
  /// Elements that a row names.
  private static let shownElements = 3

  /// What to change: what carries the target, then what findings ask for.
  var fixes: [Block] { remedies + advised }

  /// The changes that carry the target, in the order in which limits are reached, each with what
  /// the system carries after it.
  private var remedies: [Block] {
    guard let forecast else { return [] }
    let remedies = forecast.remedies
    if let reason = forecast.noRemedy {
      return [
        .paragraph("Path to \(Unit.digits(remedies.target))x today's peak: \(reason).", .lead)
      ]
    }
    let rest = remedies.end.map { "; \($0)" } ?? ""
    let title = Block.paragraph(
      "Path to \(Unit.digits(remedies.target))x today's peak\(rest):", .lead)
    let table = Block.table(
      [
        .words(""), .words("Change"), .words("From"), .words("To"), .number("Headroom before"),
        .number("Headroom after"),
      ],
      remedies.steps.enumerated().map { index, step in
        [
          .text("\(index + 1)."), .text(step.what),
          .text(step.from), .text(step.to), .text(step.carries().before),
          .text(step.carries().after),
        ]
      })
    return [title, table]
  }

  /// What several findings of one severity ask for in the same words.
  struct Advice {
    struct Key: Hashable {
      let severity: Severity
      let change: String
    }

    let key: Key
    /// The gravest finding that asks for it, by its place among the open ones.
    let first: Int
    private(set) var elements: [String] = []
    private var known: Set<String> = []
    /// The level of the tightest.
    private(set) var level = RiskLevel()

    init(key: Key, first: Int) { (self.key, self.first) = (key, first) }

    mutating func add(_ finding: JudgedFinding) {
      if known.insert(finding.element).inserted { elements.append(finding.element) }
      if finding.level.headroom ?? .infinity < level.headroom ?? .infinity { level = finding.level }
    }
  }

  /// What findings ask for, gravest and tightest first; the same advice once, with its elements.
  var ranked: [Advice] {
    var all: [Advice] = []
    var places: [Advice.Key: Int] = [:]
    for (number, finding) in open.enumerated() where finding.explainedBy == nil {
      let key = Advice.Key(severity: finding.severity, change: change(finding))
      let place = places[key] ?? all.count
      if place == all.count {
        all.append(Advice(key: key, first: number))
        places[key] = place
      }
      all[place].add(finding)
    }
    return all.gravestFirst { ($0.key.severity, $0.level.headroom) }
  }

  private var advised: [Block] {
    let ranked = ranked
    guard !ranked.isEmpty else { return [] }
    return [.paragraph("What to do about the findings, the most severe first:", .lead)]
      + Block.foldedTable(
        [.words(""), .words("Where"), .words("Change"), .number("Headroom now")],
        ranked.map(row), shown: Self.shownAdvice, .advice)
  }

  private func row(_ advice: Advice) -> [Inline] {
    let more = advice.elements.count - Self.shownElements
    let names = advice.elements.prefix(Self.shownElements).joined(separator: "; ")
    return [
      .badge(advice.key.severity.word), .text(names + (more > 0 ? " and \(more) more" : "")),
      .text(advice.key.change), .text(advice.level.carries),
    ]
  }

  /// The change that moves the limit a finding is about, else the first thing its page advises.
  private func change(_ finding: JudgedFinding) -> String {
    let step = forecast?.remedies.steps.first { $0.limited == finding.owner }
    if finding.theme == "capacity", let step { return "Change \(step.sentence())." }
    guard let end = finding.advice.firstRange(of: ". ") else { return finding.advice }
    return String(finding.advice[..<end.lowerBound]) + "."
  }
}
