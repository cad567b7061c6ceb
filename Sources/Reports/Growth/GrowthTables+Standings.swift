import Architecture
import Findings
import Growth
import YAML

/// What each journey carries by itself, which losses it survives, and whether it keeps its targets.
extension GrowthTables {
  private var standing: [JourneyStanding] {
    order.compactMap { standings.indices.contains($0) ? standings[$0] : nil }
  }

  /// What each journey carries, and what ends it.
  var ends: GrowthTable {
    GrowthTable(
      title: "Journeys", subject: "Journey",
      columns: [
        .number("x peak", 8, "Headroom"), .words("limited by", 17, "Limited by"),
        .words("limit", 18, "Limit"), .words("origin", 8, "Origin"),
      ],
      rows: standing.map { journey in
        guard let end = journey.end else {
          return [
            GrowthTable.Line(
              name: journey.name,
              cells: [GrowthTable.Cell("-"), GrowthTable.Cell("no known limit")])
          ]
        }
        let carries = GrowthNumber.multiple(end.headroom, isAtMost: end.isAtMost, signs)
        return [
          GrowthTable.Line(
            name: journey.name,
            cells: [
              GrowthTable.Cell(carries, tone(end.headroom)), GrowthTable.Cell(end.element),
              GrowthTable.Cell(end.limit.rawValue), GrowthTable.Cell(end.origin.word),
            ])
        ]
      }, notes: critical + later + rejections)
  }

  /// What is lost beyond the ends of journeys whose worth is declared.
  var rejections: [String] {
    standing.compactMap { journey in
      journey.rejection.map { rejection in
        let load =
          rejection.multiple == 1
          ? "today's peak" : "a peak at \(Unit.digits(rejection.multiple, significant: 2))x"
        return "\(load) rejects \(GrowthNumber.rate(rejection.rate)) of \(journey.name): "
          + "\(rejection.perHour.words) an hour"
      }
    }
  }

  /// Which journeys stand in front, where not all do.
  private var critical: [String] {
    let names = standing.filter(\.isCritical).map(\.name)
    guard !names.isEmpty, names.count < standing.count else { return [] }
    return ["critical: " + listed(names)]
  }

  /// What nobody waits for and saturates earlier, the same limit once.
  var later: [String] {
    let found = standing.compactMap { journey in
      journey.later.map {
        (journey.name, "\(Unit.carried($0.headroom))x, at \($0.element) (\($0.limit.rawValue))")
      }
    }
    return grouped(found).prefix(isComplete ? .max : Self.most).map { end, names in
      "asynchronous work of \(listed(names)) saturates at \(end)"
    }
  }

  /// Sentences below a table before the rest is left to `--all`.
  private static let most = 5

  // MARK: - Losses

  /// The share of each journey that is served at today's peak after the worst loss of each kind.
  var survival: GrowthTable {
    let hit = LossKind.allCases.filter { kind in
      standing.contains { $0.losses.contains { $0.kind == kind } }
    }
    return GrowthTable(
      title: "Served after a loss", subject: "Journey",
      columns: hit.map { .number($0.column.title, $0.column.width, $0.column.words) },
      rows: hit.isEmpty
        ? []
        : standing.map { journey in
          let cells = hit.map { kind in
            cell(journey.losses.first { $0.kind == kind })
          }
          return [GrowthTable.Line(name: journey.name, cells: cells)]
        }, notes: hit.isEmpty ? [] : worst + open)
  }

  private func cell(_ survival: JourneyStanding.Survival?) -> GrowthTable.Cell {
    guard let survival else { return GrowthTable.Cell("-") }
    guard let served = survival.served else {
      return GrowthTable.Cell(signs.atMost + GrowthNumber.served(1), .warn)
    }
    return GrowthTable.Cell(GrowthNumber.served(served), served < 1 ? .bad : .good)
  }

  /// The losses that journeys do not survive, with who is hit by each.
  private var worst: [String] {
    let found = standing.flatMap { journey in
      journey.losses.flatMap { survival in
        survival.losses.filter { $0.served < 1 }.map { loss in
          let limit = loss.limit == .lost ? "" : " (\(loss.element), \(loss.limit.rawValue))"
          let share = GrowthNumber.served(loss.served)
          return (journey.name, "\(survival.kind.words(loss.lost)): \(share)\(limit)")
        }
      }
    }
    let groups = grouped(found)
    let rest = groups.count - (isComplete ? groups.count : Self.most)
    return groups.prefix(isComplete ? .max : Self.most).map { loss, names in
      "\(loss) of \(listed(names))"
    } + (rest > 0 ? ["and \(rest) more (--all shows them)"] : [])
  }

  private var open: [String] {
    let isOpen = standing.contains { $0.losses.contains { $0.served == nil } }
    return isOpen
      ? ["\(signs.atMost) until copies, zones, hits and limits on the way are declared"] : []
  }

  /// Names by what is said of them, in the order of the first.
  private func grouped(_ pairs: [(name: String, words: String)]) -> [(String, [String])] {
    var places: [String: Int] = [:]
    var groups: [(String, [String])] = []
    for (name, words) in pairs {
      if let place = places[words] {
        groups[place].1.append(name)
      } else {
        places[words] = groups.count
        groups.append((words, [name]))
      }
    }
    return groups
  }

  func listed(_ names: [String]) -> String {
    let shown = names.prefix(isComplete ? .max : Self.most)
    let more = names.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  // MARK: - Targets

  /// Targets of journeys, how far they are kept, and how much of the error budget is planned away.
  var targets: GrowthTable {
    let rows = order.map { forecast.journeys[$0] }.filter {
      $0.targetP99 != nil || $0.availability != nil || $0.targetAvailability != nil
    }
    return GrowthTable(
      title: "Targets (SLO)", subject: "Journey",
      columns: [
        .number("p99 goal", 9, "p99 target"), .number("today", 8, "p99 today"),
        .number("kept to", 9, "Kept up to"), .number("up", 11, "Available"),
        .number("goal", 10, "Target"), .number("budget", 8, "Error budget used"),
      ], rows: rows.map { [GrowthTable.Line(name: $0.name, cells: cells($0))] },
      legend: "kept to: largest multiple that keeps the p99 goal; up: availability")
  }

  private func cells(_ journey: JourneyForecast) -> [GrowthTable.Cell] {
    times(journey) + budget(journey)
  }

  /// The target for the 99th percentile, today's, and up to where it is kept.
  func times(_ journey: JourneyForecast) -> [GrowthTable.Cell] {
    guard let target = journey.targetP99 else {
      return [GrowthTable.Cell("-"), GrowthTable.Cell("-"), GrowthTable.Cell("-")]
    }
    let today =
      forecast.multiples.firstIndex(of: 1).map { time(journey, $0, isMarked: false).text } ?? "-"
    let kept = forecast.targetKept(by: journey)
    let isOpen = today == "-" || today.hasPrefix(signs.atLeast) && !isBroken(target, by: journey)
    let words = kept.map { GrowthNumber.multiple($0) } ?? "never"
    return [
      GrowthTable.Cell(GrowthNumber.duration(target)), GrowthTable.Cell(today),
      kept == nil && isOpen ? GrowthTable.Cell("-") : GrowthTable.Cell(words, tone(kept ?? 0)),
    ]
  }

  /// How often what it needs is up, how often it is to succeed, and what that takes of its budget.
  private func budget(_ journey: JourneyForecast) -> [GrowthTable.Cell] {
    let isAtMost = journey.availability?.isAtMost ?? false
    let up = journey.availability.map {
      (isAtMost ? signs.atMost : "") + GrowthNumber.availability($0.value)
    }
    let target = journey.targetAvailability.map(GrowthNumber.availability)
    let used = journey.budgetUsed
    let share = used.map { (isAtMost ? signs.atLeast : "") + GrowthNumber.share($0) }
    return [
      GrowthTable.Cell(up ?? "-"), GrowthTable.Cell(target ?? "-"),
      GrowthTable.Cell(share ?? "-", used ?? 0 > 1 ? .bad : .plain),
    ]
  }

  /// Whether the known part of its time alone is more than the target at the lowest load.
  private func isBroken(_ target: Double, by journey: JourneyForecast) -> Bool {
    guard let response = journey.points.first?.response, response.isBounded else { return false }
    return response.percentile(0.99) > target
  }
}

extension LossKind {
  /// The heading of its column.
  fileprivate var column: (title: String, width: Int, words: String) {
    switch self {
    case .replica: ("replica", 9, "One replica")
    case .zone: ("zone", 8, "One zone")
    case .coldCache: ("cold caches", 13, "Cold caches")
    case .dependency: ("dependency", 12, "One dependency")
    }
  }

  /// The loss of something, in words.
  fileprivate func words(_ lost: String) -> String {
    switch self {
    case .replica: "without a replica of \(lost)"
    case .zone: "without zone \(lost)"
    case .coldCache: "with cold caches"
    case .dependency: "without \(lost)"
    }
  }
}
