import Architecture
import Findings
import Growth
import Review
import SourceText

/// What a meeting needs to see first: what saturates first, at which load and when, what to decide
/// and what is not known.
extension SystemChapter {
  /// Decisions that the first page names.
  private static let decided = 3

  var firstPage: [Block] {
    [.paragraph(scope, .place)] + headroom + verdict + bars + toDecide + opening
  }

  /// What was reviewed: at which revision, and how much of it could be decided.
  private var scope: String {
    guard let architecture = review.architecture else { return about([]) }
    let components = architecture.components.count
    return about([
      count(review.sources.texts.count, "file"), count(components, "component"),
      count(architecture.relations.count, "relation"),
      count(architecture.journeys.count, "journey"),
      "\(review.checks.made) of \(review.checks.of) checks decidable",
    ])
  }

  private func about(_ counts: [String]) -> String {
    let state = isAlone ? [revision].compactMap(\.self) : []
    return ([review.path] + state + counts).joined(separator: " · ")
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  // MARK: - Verdict

  /// The number: what the system sustains, against its target.
  private var headroom: [Block] {
    guard review.system != nil else { return [] }
    let goal = forecast?.growth.map { growth in
      "; target \(Unit.digits(growth.factor))x in \(Unit.months.format(growth.months))"
    }
    let tone = forecast.map { forecast -> Inline.Tone in
      guard let multiple = review.headroom?.multiple else { return .plain }
      return .standing(multiple, target: forecast.growth?.factor)
    }
    return [
      .paragraph(
        [
          .strong(review.headroom?.carries ?? "unknown", tone ?? .plain),
          .text("of today's peak\(goal ?? "")"),
        ], .number)
    ]
  }

  /// What could not be read, then the answer in a sentence, and what it rests on.
  private var verdict: [Block] {
    guard let system = review.system else {
      return [.paragraph("The description could not be read.", .verdict)]
    }
    let errors = review.problems.count { $0.weight == .error }
    let broken =
      "The description could not be read in full: it has \(count(errors, "error")). "
      + "What follows is about the rest."
    let headline = forecast.map { GrowthHeadline(system: system, forecast: $0) }
    let rest = headline?.rest ?? ""
    return (review.isBroken ? [.paragraph(broken, .verdict)] : [])
      + (headline.map { [.paragraph($0.answer, .verdict)] } ?? [])
      + (rest.isEmpty ? [] : [.paragraph(rest)])
      + review.gates.compactMap(\.sentence).map { .paragraph($0, .verdict) }
  }

  private var bars: [Block] { forecast.map { HeadroomBars(forecast: $0).blocks } ?? [] }

  // MARK: - Decisions

  /// What to decide: the gravest findings, the same advice once.
  private var toDecide: [Block] {
    guard !review.isBroken || !open.isEmpty else { return [] }
    let counts = SeverityCounts(open).words.joined(separator: ", ")
    guard !open.isEmpty else { return [.paragraph("No open findings.", .good)] }
    return [
      .paragraph("Decide first (open findings: \(counts)):", .lead),
      .table(
        ["", "Risk", "Change"],
        ranked.prefix(Self.decided).map { advice in
          let risk = "\(open[advice.first].message)."
          return [
            .badge(advice.key.severity.word), link(risk, to: advice.first),
            .text(advice.key.change),
          ]
        }, .decisions),
    ]
  }

  /// A text that leads to a finding.
  func link(_ text: String, to finding: Int) -> Inline {
    isShown(finding) ? .link(text, to: "#" + anchor(finding)) : .text(text)
  }
}

extension Inline.Tone {
  /// How a headroom stands: below today's peak, below the target, or above both.
  static func standing(_ headroom: Double, target: Double?) -> Inline.Tone {
    headroom < 1 ? .critical : headroom < target ?? 1 ? .high : .good
  }
}
