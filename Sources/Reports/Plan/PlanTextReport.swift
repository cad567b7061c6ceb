import Architecture
import Findings
import Growth
import Review
import SourceText
import YAML

/// A plan for people: the steps in order, what they reach, what they leave, and what they bring;
/// within 80 columns but for places.
struct PlanTextReport {
  let plan: Plan
  let style: TextStyle
  let isComplete: Bool
  /// The plan whose steps are not told again; nil for the first one.
  var first: Plan?

  private static let width = 80
  /// Entries of a list before the rest is counted only.
  private static let shown = 12

  private var target: String { Unit.digits(plan.target) + "x" }

  func render() -> String {
    let parts =
      [[style.strong(headline)], solved] + parts
      + plan.alternatives.flatMap { plan in
        [[style.strong(plan.way.heading)]]
          + PlanTextReport(
            plan: plan, style: style, isComplete: isComplete, first: self.plan
          ).parts
      }
    return parts.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }
      .joined(separator: "\n")
  }

  private var parts: [[String]] {
    [steps, size, left, mistakes, [style.strong(outcome)] + unknown + cost, expectations, findings]
  }

  private var headline: String {
    let name = (plan.before.system ?? plan.before.path).abridged.printable
    let headroom = plan.before.headroom?.sentence(\.abridged) ?? "no limit is known"
    return "\(name): plan for \(target) today's peak (\(plan.reason)); \(headroom.printable)"
      .wrapped(width: Self.width).joined(separator: "\n")
  }

  // MARK: - Steps

  private var solved: [String] {
    let lines = list(plan.solved) { one in
      let place = "(\(one.place.path.printable):\(one.place.start.line))"
      return entry("- \(one.words)".printable + " " + style.dim(place))
    }
    return lines.isEmpty ? [] : [style.strong("Left open in the description")] + lines
  }

  private var steps: [String] {
    let told = Set((first?.steps ?? []).map(\.words))
    let new = plan.steps.enumerated().filter { !told.contains($0.element.words) }
    let others = plan.steps.count - new.count
    let rest =
      others == 0 ? [] : entry(others == 1 ? "and 1 step as above" : "and \(others) steps as above")
    return list(new) { index, step in
      let head = "\(index + 1). \(step.words)"
      let place = "(\(step.place.path.printable):\(step.place.start.line))"
      return entry(head.printable + " " + style.dim(place))
        + detail(why(step)) + detail(outcome(of: step)) + detail(step.tradeOff)
    } + rest
  }

  /// `for write capacity, reached at 3.1x; needed in 4.6 months`.
  private func why(_ step: PlanStep) -> String {
    let element = step.limited == step.values.first?.element ? "" : " of \(step.limited)"
    let limit = "\(step.limit.phrase)\(element) saturates at \(step.neededAt)"
    return [limit, step.when].compactMap(\.self).joined(separator: "; ")
  }

  private func outcome(of step: PlanStep) -> String? {
    step.after.map { "handles \($0.phrase) then; next to saturate: \($0.limited())" }
  }

  /// Why the steps are larger than the limits ask for.
  private var size: [String] {
    guard let shortfall = plan.shortfall else { return [] }
    return
      ("Sized for \(Unit.digits(plan.size, significant: 3))x: with steps for \(target) alone, the "
      + "simulation serves \(GrowthNumber.share(shortfall)) just below it.")
      .wrapped(width: Self.width)
  }

  private var left: [String] {
    let limits = list(plan.left) { left in
      entry(
        "- \(left.element) (\(left.limit.phrase)) saturates at \(Unit.carried(left.headroom))x"
          .printable)
    }
    let cut =
      plan.isCutShort ? ["  The system is too large for all of its limits to be looked at."] : []
    return (limits.isEmpty ? [] : [style.strong("No number of the description moves")]) + limits
      + cut
  }

  // MARK: - What comes of it

  private var outcome: String {
    let count = plan.steps.count
    let steps = "\(count == 0 ? "no" : "\(count)") change\(count == 1 ? "" : "s")"
    let now = plan.after.headroom?.sentence(since: plan.before.headroom, \.abridged)
    return "With \(steps), \(verdict): \((now ?? "no limit is known").printable)"
      .wrapped(width: Self.width).joined(separator: "\n")
  }

  private var verdict: String {
    if plan.isReached { return "\(target) is reached" }
    return plan.raisesKnownLimits
      ? "\(target) is reached as far as limits are known" : "\(target) is not reached"
  }

  private var unknown: [String] {
    let names = plan.unknown
    guard !names.isEmpty else { return [] }
    let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
    return entry("undeclared: " + names.prefix(3).joined(separator: ", ").printable + rest)
  }

  /// `Costs 310 EUR a month more at 10x: 1,500 EUR, 1,200 EUR without the changes`.
  private var cost: [String] {
    guard !plan.steps.isEmpty, let (before, after) = plan.costs else { return [] }
    return after.multiples.indices.reversed().flatMap { place in
      let (old, new) = (before.perMonth(at: place), after.perMonth(at: place))
      let load = place == 0 ? "today's load" : target
      let change =
        new == old
        ? "no more" : "\(after.money(abs(new - old)).words) a month \(new > old ? "more" : "less")"
      let bound = after.isAtLeast(at: place) ? "at least " : ""
      return entry(
        "costs \(change) at \(load): \(bound)\(after.money(new).words) a month, "
          + "\(before.money(old).words) without the changes")
    }
  }

  private var mistakes: [String] {
    plan.mistakes.flatMap { PlaceText(style: style).problem($0) }
  }

  private var expectations: [String] {
    let all = plan.expectations
    guard !all.isEmpty else { return [] }
    let open = all.filter { $0.after.answer.verdict != .met }
    let (now, then) = (met(all.map(\.before)), all.count - open.count)
    return [style.strong("Expectations: \(then) of \(all.count) met (\(now) today)")]
      + list(open.map(\.after)) { expectation in
        let name = plan.name(of: expectation)
        let verdict = expectation.answer.verdict.rawValue
        return entry(
          "- \(verdict): \(name) is expected to \(expectation.words)".printable)
          + detail(expectation.answer.words)
      }
  }

  private func met(_ expectations: [Expectation]) -> Int {
    expectations.count { $0.answer.verdict == .met }
  }

  private var findings: [String] {
    let groups =
      [("fixed", plan.comparison.fixed)]
      + ["new", "worse"].map { ($0, plan.comparison.findings($0)) }
    let counts = groups.map { "\($0.1.count) \($0.0)" }.joined(separator: ", ")
    let all = groups.flatMap { word, findings in findings.map { (word, $0) } }
    guard !plan.steps.isEmpty else { return [] }
    return [style.strong("Findings: \(counts)")]
      + list(all) { word, finding in
        entry("- \(word) \(finding.severity.word): \(finding.message)".printable)
      }
  }

  // MARK: - Lines

  private func list<Item>(_ items: [Item], _ lines: (Item) -> [String]) -> [String] {
    let shown = items.prefix(isComplete ? .max : Self.shown)
    let rest = items.count - shown.count
    return shown.flatMap(lines) + (rest > 0 ? ["  and \(rest) more (--all shows them)"] : [])
  }

  private func entry(_ text: String) -> [String] { indented(text, by: 2, then: 5) }

  private func detail(_ text: String?) -> [String] {
    text.map { indented($0.printable, by: 5, then: 5) } ?? []
  }

  private func indented(_ text: String, by first: Int, then rest: Int) -> [String] {
    text.wrapped(width: Self.width - rest).enumerated().map { row, line in
      String(repeating: " ", count: row == 0 ? first : rest) + line
    }
  }
}

extension PlanWay {
  /// What stands above its steps.
  fileprivate var heading: String {
    switch self {
    case .numbers: "By the smallest numbers:"
    case .structure: "Or structure in the place of larger numbers:"
    case .queue: "Or a queue in front, so that the mean load counts:"
    case .split: "Or a store of its own for the heaviest user:"
    case .replica: "Or a read replica:"
    case .fewer: "Or one change less, another one larger for it:"
    }
  }
}

extension Plan {
  /// The name of what is expected to do something.
  func name(of expectation: Expectation) -> String {
    let element = after.architecture?.name(of: expectation.element) ?? ""
    return expectation.scenario.map { "\(element) (scenario \($0))" } ?? element
  }
}
