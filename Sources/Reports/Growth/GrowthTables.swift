import Architecture
import Findings
import Growth
import Review

/// The tables of a forecast: headroom, losses, and utilisation, journeys and backlogs by multiple.
struct GrowthTables {
  let forecast: GrowthForecast
  let scenarios: [ScenarioForecast]
  /// What each journey carries and survives, in the order of the description.
  let standings: [JourneyStanding]
  /// What is fitted to measurements.
  let calibrations: [MeasuredElement]
  /// What was measured beside means.
  let measuredPoints: [MeasuredPoint]
  /// What the system costs; nil without prices.
  let costs: CostForecast?
  let signs: GrowthSigns
  /// Whether lists of names are shown in full.
  let isComplete: Bool
  /// The multiples that have columns.
  let shown: Range<Int>
  static let columnWidth = 8
  /// Names that a sentence lists before the rest is counted only.
  private static let names = 12
  /// Characters of a bar.
  private static let barWidth = 16

  /// Tables with a column per multiple, or as many as there is room for.
  init(
    _ forecast: GrowthForecast, scenarios: [ScenarioForecast] = [],
    standings: [JourneyStanding] = [], calibrations: [MeasuredElement] = [],
    measuredPoints: [MeasuredPoint] = [], costs: CostForecast? = nil, signs: GrowthSigns,
    isComplete: Bool,
    multiples: Int = .max
  ) {
    self.forecast = forecast
    self.scenarios = scenarios
    self.standings = standings
    self.calibrations = calibrations
    self.measuredPoints = measuredPoints
    self.costs = costs
    self.signs = signs
    self.isComplete = isComplete
    shown = 0..<min(forecast.multiples.count, multiples)
  }

  /// All of them that say something, in the order in which they are read.
  var all: [GrowthTable] {
    ([headroom] + behindHeadroom).filter { !$0.rows.isEmpty || !$0.notes.isEmpty }
  }

  /// Those that stand behind the one of headroom.
  private var behindHeadroom: [GrowthTable] { [ends] + behindJourneys }

  /// Those that stand behind the one of journeys.
  var behindJourneys: [GrowthTable] {
    [
      survival, targets, cost, scenario, losses, utilisation, carried, journeys, backlogs,
      scaling, measured, held,
    ]
  }

  /// The elements with a known limit, the first one reached in front.
  var limited: [ElementForecast] { forecast.limited }

  // MARK: - Headroom

  /// What each element carries, and until when.
  var headroom: GrowthTable {
    GrowthTable(
      title: "Headroom (law)", subject: "Element",
      columns: [
        .number("x peak", 8, "Headroom"),
        GrowthTable.Column(title: "0.1x1x  10x 100x", width: 16, side: .drawn),
        .words("limit", 18, "Limit"), .number("n-1", 7, "Without one replica"),
        .number("mon", 4, "Months until then"),
      ],
      rows: limited.map { element in
        [GrowthTable.Line(name: element.name, cells: element.first.map(cells) ?? [])]
      },
      notes: bounds + means(limited.filter { $0.first?.kind.isAboutMeans == true }.map(\.name))
        + limited.prefix(isComplete ? .max : Self.names).compactMap(note) + unlimited,
      legend: "\(signs.target) target; n-1: headroom without one replica; mon: months until the "
        + "limit is reached")
  }

  /// What the mark of an upper bound means, where there is one.
  private var bounds: [String] {
    limited.contains { $0.first?.isAtMost == true }
      ? [
        "\(signs.atMost) at most (rounded up, others down): what could only lower it is undeclared"
      ] : []
  }

  private func cells(_ limit: LimitForecast) -> [GrowthTable.Cell] {
    let tone = tone(limit.headroom)
    return [
      GrowthTable.Cell(carries(limit), tone), GrowthTable.Cell(bar(limit.headroom), tone),
      GrowthTable.Cell(limit.kind.rawValue),
      GrowthTable.Cell(
        limit.headroomWithoutOne.map {
          GrowthNumber.multiple($0, isAtMost: limit.isAtMost, signs)
        } ?? ""),
      GrowthTable.Cell(limit.months.map(GrowthNumber.months) ?? "-"),
    ]
  }

  /// What a limit carries: `≤3.8x`.
  func carries(_ limit: LimitForecast) -> String {
    GrowthNumber.multiple(limit.headroom, isAtMost: limit.isAtMost, signs)
  }

  /// What a row cannot say of its limit.
  private func note(_ element: ElementForecast) -> String? {
    guard let limit = element.first, limit.kind == .measured else { return held(element) }
    return "\(element.name) is \(limit.usedWords) (measured)."
  }

  /// What waits for callees leave of the capacity, where that is felt.
  private func held(_ element: ElementForecast) -> String? {
    guard let limit = element.first, let law = limit.capacity, let held = limit.capacityWithWaits,
      held < 0.95 * law
    else { return nil }
    return "Servers of \(element.name) wait for those of its callees: "
      + "\(GrowthNumber.rate(held)) of \(GrowthNumber.rate(law)) (model)."
  }

  /// A channel carries what its consumers take off it.
  private var unlimited: [String] {
    let unknown = forecast.elements.filter { $0.first == nil && $0.kind.role != .channel }
      .map(\.name)
    guard !unknown.isEmpty else { return [] }
    let names = unknown.prefix(isComplete ? .max : Self.names)
    let more = unknown.count - names.count
    return [
      "No known limit: \(names.joined(separator: ", "))"
        + (more > 0 ? " and \(more) more." : ".")
    ]
  }

  /// On a scale of decades from 0.1x to 100x and beyond; a mark stands at the target.
  private func bar(_ headroom: Double) -> String {
    let cells = position(headroom)
    let target = forecast.growth.map { position($0.factor) }
    return (0..<Self.barWidth).map { cell in
      cell < cells ? signs.bar : cell == target ? signs.target : " "
    }.joined()
  }

  private func position(_ multiple: Double) -> Int {
    // The scale ends at 1000x, and an infinite multiple never gets below ten.
    var (decades, rest) = (0.0, multiple < 1e6 ? multiple * 10 : 1e7)
    while rest >= 10 { (decades, rest) = (decades + 1, rest / 10) }
    // Within a decade a straight line is close enough for a bar.
    let part = rest < 1 ? 0 : decades + (rest - 1) / 9
    return min(Self.barWidth, Int((part * Double(Self.barWidth) / 4).rounded()))
  }

  func tone(_ headroom: Double) -> GrowthTable.Cell.Tone {
    headroom < 1 ? .bad : headroom < forecast.growth?.factor ?? 1 ? .warn : .good
  }

  func cell(_ headroom: Double?) -> GrowthTable.Cell {
    headroom.map { GrowthTable.Cell(GrowthNumber.multiple($0), tone($0)) } ?? GrowthTable.Cell("")
  }

  // MARK: - Scenarios

  /// What each overlay of the description leaves.
  var scenario: GrowthTable {
    GrowthTable(
      title: "Scenarios (law)", subject: "Scenario",
      columns: [
        .number("x peak", 8, "Headroom"), .words("saturates first", 22, "Saturates first"),
        .words("limit", 18, "Limit"),
      ],
      rows: scenarios.map { scenario in
        let first = scenario.headroom
        return [
          GrowthTable.Line(
            name: scenario.name,
            cells: [
              first.map(carries)
                ?? GrowthTable.Cell(scenario.isLookedAt ? "unknown" : "not looked at"),
              GrowthTable.Cell(first?.element ?? "-"),
              GrowthTable.Cell(first?.limit.rawValue ?? "-"),
            ])
        ]
      },
      notes: scenarios.filter { !$0.words.isEmpty }.map {
        "\($0.name): \($0.words.joined(separator: ", "))"
      })
  }

  private func carries(_ headroom: HeadroomStatement) -> GrowthTable.Cell {
    GrowthTable.Cell(
      GrowthNumber.multiple(headroom.multiple, isAtMost: headroom.isAtMost, signs),
      tone(headroom.multiple))
  }

  // MARK: - By multiple

  /// Columns of the multiples.
  var byMultiple: [GrowthTable.Column] {
    shown.map { .number(Unit.digits(forecast.multiples[$0]) + "x", Self.columnWidth) }
  }

  /// What gathers in channels during a peak.
  var backlogs: GrowthTable {
    let channels = forecast.elements.filter { element in
      element.points.contains { ($0.backlog?.growth ?? 0) > 0 }
    }
    return GrowthTable(
      title: "Backlog after a peak", subject: "Channel", columns: byMultiple,
      rows: channels.map { channel in
        let points = channel.points[shown]
        return [
          GrowthTable.Line(
            name: channel.name,
            cells: points.map { GrowthTable.Cell($0.backlog.map(count) ?? "-") }),
          GrowthTable.Line(
            name: "oldest message", isMore: true,
            cells: points.map { GrowthTable.Cell($0.backlog.map(age) ?? "-") }),
        ]
      })
  }

  private func count(_ backlog: Backlog) -> String {
    if backlog.timeToDrain == nil { return "endless" }
    return backlog.length > 0 ? GrowthNumber.short(max(1, backlog.length)) : "-"
  }

  private func age(_ backlog: Backlog) -> String {
    guard let oldest = backlog.oldest, oldest > 0, backlog.timeToDrain != nil else { return "-" }
    return GrowthNumber.duration(oldest)
  }
}

extension GrowthForecast {
  /// The elements with a known limit, the first one reached in front.
  var limited: [ElementForecast] { elements.filter { $0.first != nil } }
}
