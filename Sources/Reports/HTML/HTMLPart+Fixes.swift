import Architecture
import Findings
import Growth

extension HTMLPart {
  /// Rows of advice that are shown before the rest is folded.
  private static let shownAdvice = 20
  /// Elements that a row names.
  private static let shownElements = 3

  /// What to change: what carries the target, then what findings ask for.
  var fixes: [XMLElement] { remedies + advised }

  /// The changes that carry the target, in the order in which limits are reached, each with what
  /// the system carries after it.
  private var remedies: [XMLElement] {
    guard let remedies = forecast?.remedies, !remedies.steps.isEmpty || remedies.left != nil else {
      return []
    }
    let rest = remedies.left.map { "; \($0)" } ?? ""
    let title = XMLElement(
      "p", ["class": "lead"],
      text: "To carry \(Unit.digits(remedies.target))x today's peak\(rest):")
    let table = XMLElement.table(
      [
        .words(""), .words("Change"), .words("From"), .words("To"), .number("Carries before"),
        .number("Carries after"),
      ],
      remedies.steps.enumerated().map { index, step in
        [
          .text("\(index + 1)."), .text("\(step.property.name) of \(step.element)"),
          .text(step.from), .text(step.to), .text(GrowthNumber.multiple(step.before)),
          .text(GrowthNumber.multiple(step.after)),
        ]
      })
    return remedies.steps.isEmpty ? [title] : [title, table]
  }

  /// What several findings of one severity ask for in the same words.
  private struct Advice {
    let severity: Severity
    let change: String
    var elements: [String]
    var headroom: Double?
  }

  /// What findings ask for, gravest and tightest first; the same advice once, with its elements.
  private var advised: [XMLElement] {
    let roots = open.filter { $0.explainedBy == nil }
    guard !roots.isEmpty else { return [] }
    var all: [Advice] = []
    for finding in roots {
      let (change, headroom) = (change(finding), finding.level.headroom)
      let place = all.firstIndex { $0.severity == finding.severity && $0.change == change }
      guard let place else {
        all.append(
          Advice(
            severity: finding.severity, change: change, elements: [finding.element],
            headroom: headroom))
        continue
      }
      if !all[place].elements.contains(finding.element) {
        all[place].elements.append(finding.element)
      }
      all[place].headroom = [all[place].headroom, headroom].compactMap(\.self).min()
    }
    let ranked = all.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity > b.severity }
      let (tight, loose) = (a.headroom ?? .infinity, b.headroom ?? .infinity)
      return tight == loose ? left.offset < right.offset : tight < loose
    }.map(\.element)
    return [XMLElement("p", ["class": "lead"], text: "What the gravest findings ask for:")]
      + XMLElement.folded(
        [.words(""), .words("Where"), .words("Change"), .number("Carries now")],
        ranked.map(row), shown: Self.shownAdvice, style: "advice")
  }

  private func row(_ advice: Advice) -> [XMLElement] {
    let more = advice.elements.count - Self.shownElements
    let names = advice.elements.prefix(Self.shownElements).joined(separator: "; ")
    return [
      .badge(advice.severity.word), .text(names + (more > 0 ? " and \(more) more" : "")),
      .text(advice.change), .text(advice.headroom.map(GrowthNumber.multiple) ?? "-"),
    ]
  }

  /// The change that moves the limit a finding is about, else the first thing its page advises.
  private func change(_ finding: Finding) -> String {
    let step = forecast?.remedies.steps.first { $0.limited == finding.owner }
    if finding.theme == "capacity", let step { return "Change \(step.words): \(step.gain)." }
    guard let end = finding.advice.firstRange(of: ". ") else { return finding.advice }
    return String(finding.advice[..<end.lowerBound]) + "."
  }
}
