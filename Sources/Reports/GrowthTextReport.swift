import Findings
import Growth
import Review
import SourceText

/// The forecast for people: a headline, what it rests on, what breaks in which order, and how
/// utilisation and response times grow; within 80 columns.
struct GrowthTextReport {
  let input: GrowthReportInput
  let style: TextStyle
  let signs: Signs
  static let width = 80
  /// Lines of a list before the rest is counted only.
  static let shown = 5

  init(_ input: GrowthReportInput) {
    self.input = input
    style = TextStyle(isColoured: input.isColoured)
    signs = Signs(isUnicode: input.isUnicode)
  }

  /// The few characters beyond ASCII, and what stands for them without.
  struct Signs {
    let isUnicode: Bool

    var bar: String { isUnicode ? "█" : "#" }
    var target: String { isUnicode ? "│" : "|" }
    var item: String { isUnicode ? "·" : "-" }
    var atMost: String { isUnicode ? "≤" : "<" }
    var atLeast: String { isUnicode ? "≥" : ">" }
    var cut: String { isUnicode ? "…" : "~" }
  }

  func render() -> String {
    let places = PlaceText(style: style)
    var lines = input.review.problems.flatMap(places.problem)
    if let system = input.review.system, let forecast = input.review.forecast {
      lines += headline(system, forecast) + [""]
      lines += forecast.divergent.flatMap(divergence)
      lines += comparison(forecast)
      lines += assumptions(forecast)
      let tables = GrowthTables(report: self, forecast: forecast)
      lines += tables.lines
      lines += input.review.curve.map { curve($0, tables) } ?? []
      lines += remedies(forecast)
      lines += retries(forecast)
      lines += questions(places)
    }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: - Headline

  private func headline(_ system: String, _ forecast: GrowthForecast) -> [String] {
    guard let element = forecast.first, let limit = element.first else {
      return paragraph(
        "\(system.printable): what it carries cannot be told yet, because no limit is known of "
          + "anything that demand reaches.")
    }
    let name = element.name.printable
    let binding = "\(name) breaks first, by its \(limit.kind.words)"
    let words = Unit.carried(limit.headroom)
    let most = limit.isAtMost ? "at most " : ""
    let carries =
      limit.kind == .lost
      ? "\(system.printable) does not carry today's peak: \(name) is lost, and it is needed."
      : limit.headroom < 1
        ? "\(system.printable) does not carry today's peak: at \(words)x of it \(binding)."
        : "\(system.printable) carries \(most)\(words)x today's peak; \(binding)."
    let sentences = [
      carries, target(forecast, limit.headroom), remedy(forecast), decision(forecast),
    ]
    return paragraph(sentences.compactMap(\.self).joined(separator: " "), isStrong: true)
  }

  private func target(_ forecast: GrowthForecast, _ headroom: Double) -> String? {
    guard let growth = forecast.growth else {
      return "No growth is declared, so nothing says when."
    }
    let goal =
      "The target is \(Unit.digits(growth.factor))x in \(Unit.months.format(growth.months))"
    let short = forecast.elements.filter { $0.first.map { $0.headroom < growth.factor } ?? false }
    guard let first = short.first, headroom < growth.factor else { return goal + ", and it holds." }
    let months = first.first?.months ?? 0
    let when = months > 0 ? "is reached after \(Unit.months.format(months))" : "is passed already"
    let others =
      short.count > 1
      ? "; \(short.count - 1) more "
        + (short.count > 2 ? "follow before the target" : "follows before the target") : ""
    return "\(goal): the limit of \(first.name.printable) \(when)\(others)."
  }

  private func divergence(_ ring: (elements: [String], amplification: Double)) -> [String] {
    let names = ring.elements.prefix(Self.shown).map(\.printable).joined(separator: ", ")
    let more =
      ring.elements.count > Self.shown ? " and \(ring.elements.count - Self.shown) more" : ""
    let factor = Unit.digits(ring.amplification, significant: 3)
    return paragraph(
      "Calls of \(names)\(more) run in a ring in which each request becomes \(factor) per hop, so "
        + "that no rate settles, and nothing behind it can be told.") + [""]
  }

  // MARK: - What-ifs

  private func comparison(_ forecast: GrowthForecast) -> [String] {
    guard let today = input.review.today else { return [] }
    var lines = ["What if \(input.review.changes.map(\.printable).joined(separator: ", "))"]
    lines = paragraph(lines[0], isStrong: true)
    let before = Dictionary(
      today.elements.map { ($0.name, $0.first?.headroom) }, uniquingKeysWith: { first, _ in first })
    func words(_ headroom: Double??) -> String {
      headroom.flatMap { $0 }.map { Unit.carried($0) + "x" } ?? "unknown"
    }
    let was = today.first.map { "\(words($0.first?.headroom)), then \($0.name.printable)" }
    lines.append("  \(signs.item) the system carried \(was ?? "an unknown multiple")")
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

  // MARK: - Retries

  /// From where a spike can leave something down for good, and what each remedy moves that to.
  private func retries(_ forecast: GrowthForecast) -> [String] {
    guard !forecast.retryRisks.isEmpty else { return [] }
    let limit = input.isComplete ? Int.max : Self.shown
    let risks = forecast.retryRisks.prefix(limit).flatMap { item(words($0)) }
    return [style.strong("Retries (law)")] + risks + more(forecast.retryRisks.count - limit) + [""]
  }

  private func words(_ risk: RetryRisk) -> String {
    let from = Unit.carried(risk.multiple)
    let budget = Unit.carried(risk.multiple(withBudget: 0.1))
    let once = Unit.carried(risk.multipleWithoutRetries)
    let attempts = Unit.digits(risk.attempts, significant: 3)
    return """
      from \(from)x today's peak on, a spike can leave \(risk.element.printable) down for good: \
      failing requests are tried \(attempts) times over all layers, and it carries \
      \(Unit.perSecond.format(risk.capacity)).\(healthy(risk)) A retry budget of 10% moves that \
      to \(budget)x, one attempt to \(once)x; a queue of at most \(Unit.digits(risk.bound)) \
      (capacity x timeout), a breaker or cancelled work prevent it.
      """
  }

  /// Until where it holds without a spike, by the model of its queue.
  private func healthy(_ risk: RetryRisk) -> String {
    guard let fold = risk.fold else { return "" }
    let attempts = risk.amplification.map {
      $0 < 1.005 ? "" : ", with \(Unit.digits($0, significant: 3)) attempts a request today"
    }
    return " Without one it holds up to \(Unit.carried(fold))x (model)\(attempts ?? ""); beyond, "
      + "late answers alone bring it down."
  }

  // MARK: - Questions

  private func questions(_ places: PlaceText) -> [String] {
    guard !input.review.questions.isEmpty else { return [] }
    let limit = input.isComplete ? Int.max : Self.shown
    var lines = [style.strong("To say more, tell")]
    for question in input.review.questions.prefix(limit) {
      let asked = question.question
      lines += item("\(places.words(asked.place)) \(asked.question.printable)", "?")
    }
    return lines + more(input.review.questions.count - limit)
  }

  func more(_ count: Int) -> [String] {
    count > 0 ? ["  and \(count) more (--all shows them)"] : []
  }

  func item(_ text: String, _ mark: String? = nil) -> [String] {
    let lines = text.wrapped(width: Self.width - 4)
    return lines.enumerated().map { ($0 == 0 ? "  \(mark ?? signs.item) " : "    ") + $1 }
  }

  private func paragraph(_ text: String, isStrong: Bool = false) -> [String] {
    text.wrapped(width: Self.width).map { isStrong ? style.strong($0) : $0 }
  }
}

extension LimitKind {
  /// The limit as something that a component has.
  var words: String {
    switch self {
    case .servers, .consumers, .partitions, .connections: rawValue
    case .autoscaler: "autoscaler's maximum"
    default: rawValue
    }
  }
}
