import Findings
import Growth
import Review
import SourceText

/// The forecast for people: a headline, what it rests on, what breaks in which order, and how
/// utilisation and response times grow; within 80 columns.
struct GrowthTextReport {
  let input: GrowthReportInput
  let style: TextStyle
  let signs: GrowthSigns
  static let width = 80
  /// Lines of a list before the rest is counted only.
  static let shown = 5

  init(_ input: GrowthReportInput) {
    self.input = input
    style = TextStyle(isColoured: input.isColoured)
    signs = GrowthSigns(isUnicode: input.isUnicode)
  }

  func render() -> String {
    let places = PlaceText(style: style)
    var lines = input.review.problems.flatMap(places.problem)
    if let system = input.review.system, let forecast = input.review.forecast {
      lines += paragraph(GrowthHeadline(system: system, forecast: forecast).text, isStrong: true)
      lines += [""] + forecast.divergences.flatMap { paragraph($0) + [""] }
      lines += comparison(forecast)
      lines += list("Left open in the description", input.review.solved.map(\.words))
      lines += assumptions(forecast)
      lines += tables(forecast)
      lines += input.review.curve.map(curve) ?? []
      lines += remedies(forecast)
      lines += list("Retries (law)", forecast.retryRisks.lazy.map(\.words))
      lines += questions(places)
    }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  private func tables(_ forecast: GrowthForecast) -> [String] {
    let tables = GrowthTables(
      forecast, scenarios: input.review.scenarios, standings: input.review.standings,
      calibrations: input.review.calibrations, measuredPoints: input.review.measuredPoints,
      costs: input.review.costs,
      signs: signs, isComplete: input.isComplete,
      multiples: GrowthTableText.multiples(in: Self.width))
    return tables.all.flatMap { table in
      GrowthTableText(table: table, style: style, signs: signs, isComplete: input.isComplete).lines
        + [""]
    }
  }

  // MARK: - What-ifs

  private func comparison(_ forecast: GrowthForecast) -> [String] {
    guard let today = input.review.today else { return [] }
    var lines = paragraph(
      "What if \(input.review.changes.joined(separator: ", "))", isStrong: true)
    let before = Dictionary(
      today.elements.map { ($0.name, $0.first?.headroom) }, uniquingKeysWith: { first, _ in first })
    func words(_ headroom: Double??) -> String {
      headroom.flatMap { $0 }.map { Unit.carried($0) + "x" } ?? "unknown"
    }
    let was = today.first.map { "\(words($0.first?.headroom)), limited by \($0.name.printable)" }
    lines.append("  \(signs.item) headroom before: \(was ?? "unknown")")
    let changed = forecast.elements.filter { element in
      let (old, new) = (before[element.name] ?? nil, element.first?.headroom)
      guard let old, let new else { return (old == nil) != (new == nil) }
      return abs(old - new) > 1e-9 * max(old, new)
    }
    lines += changed.prefix(Self.shown * 2).map { element in
      "  \(signs.item) \(element.name.printable): \(words(before[element.name])) before, "
        + "\(words(element.first?.headroom)) now"
    }
    let rest = changed.count - Self.shown * 2
    if rest > 0 { lines.append("    and \(rest) more") }
    if changed.isEmpty { lines.append("  \(signs.item) no limit is reached earlier or later") }
    return lines + [""]
  }

  // MARK: - Lists

  /// What the answers rest on, with what they become at the ends of its range.
  private func assumptions(_ forecast: GrowthForecast) -> [String] {
    list(
      "Assumptions",
      forecast.assumptions.map { assumption in
        let decides = assumption.decides ? "; decides" : ""
        let source = input.isComplete ? assumption.sweep.map { " (\($0.source))" } ?? "" : ""
        let effect = assumption.range.map { "\($0)\(source): \(assumption.effect ?? "")" }
        return "\(assumption.text) (\(assumption.words(isComplete: input.isComplete))\(decides)); "
          + (effect ?? "not varied")
      })
  }

  /// The changes in order, each with what the system carries after it.
  private func remedies(_ forecast: GrowthForecast) -> [String] {
    let remedies = forecast.remedies
    let title = "Path to \(Unit.digits(remedies.target))x (law)"
    if let reason = forecast.noRemedy { return list(title, [reason]) }
    return list(
      title, remedies.steps.map { $0.sentence(signs) }, isNumbered: true, end: remedies.end)
  }

  private func questions(_ places: PlaceText) -> [String] {
    let asked = input.review.questions.map(\.question)
    return list(
      "Open questions", asked.map { "\(places.words($0.place)) \($0.question)" }, mark: "?")
  }

  /// Items below a title; without `--all` only the first ones.
  private func list(
    _ title: String, _ items: some RandomAccessCollection<String>, isNumbered: Bool = false,
    mark: String? = nil,
    end: String? = nil
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    let shown = items.prefix(input.isComplete ? .max : Self.shown)
    var lines = [style.strong(title)]
    for (index, text) in shown.enumerated() {
      lines += item(text, isNumbered ? "\(index + 1)." : mark)
    }
    if shown.count < items.count {
      lines.append("  and \(items.count - shown.count) more (--all shows them)")
    }
    return lines + (end.map { item($0) } ?? []) + [""]
  }

  private func item(_ text: String, _ mark: String? = nil) -> [String] {
    let lines = text.printable.wrapped(width: Self.width - 4)
    return lines.enumerated().map { ($0 == 0 ? "  \(mark ?? signs.item) " : "    ") + $1 }
  }

  private func paragraph(_ text: String, isStrong: Bool = false) -> [String] {
    text.printable.wrapped(width: Self.width).map { isStrong ? style.strong($0) : $0 }
  }
}
