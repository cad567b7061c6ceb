import Architecture
import Findings
import Growth

/// Each journey in a line.
extension GrowthTables {
  /// What each journey carries, what limits it, which losses leave all of it served, and how long
  /// it takes against its target.
  var verdicts: GrowthTable {
    GrowthTable(
      title: "Journeys", subject: "Journey",
      columns: [
        .number("x peak", 8, "Headroom"), .words("limited by", 17, "Limited by"),
        .words("holds", 17, "Holds without"), .words("fails", 17, "Fails without"),
        .number("today", 8, "p99 today"), .number("goal", 8, "p99 target"),
      ],
      rows: order.compactMap { index in
        guard standings.indices.contains(index) else { return nil }
        let (standing, journey) = (standings[index], forecast.journeys[index])
        let name = standing.name + (standing.isCritical ? " (critical)" : "")
        return [
          GrowthTable.Line(
            name: name,
            cells: end(standing) + losses(standing) + times(journey).prefix(2).reversed())
        ]
      }, notes: later + rejections)
  }

  private func end(_ journey: JourneyStanding) -> [GrowthTable.Cell] {
    guard let end = journey.end else {
      return [GrowthTable.Cell("-"), GrowthTable.Cell("no known limit")]
    }
    let carries = GrowthNumber.multiple(end.headroom, isAtMost: end.isAtMost, signs)
    return [
      GrowthTable.Cell(carries, tone(end.headroom)),
      GrowthTable.Cell("\(end.element) (\(end.limit.rawValue))"),
    ]
  }

  /// The kinds of loss that leave all of it, and those that do not, each with the worst of them.
  private func losses(_ journey: JourneyStanding) -> [GrowthTable.Cell] {
    let held = journey.losses.filter { $0.isSurvived == true }.map(\.kind.noun)
    let failed = journey.losses.filter { $0.isSurvived == false }.map { survival in
      guard survival.kind != .coldCache, let worst = survival.losses.first else {
        return survival.kind.noun
      }
      return "\(survival.kind.noun) (\(worst.lost))"
    }
    return [
      held.isEmpty ? GrowthTable.Cell("-") : GrowthTable.Cell(held.joined(separator: ", "), .good),
      failed.isEmpty
        ? GrowthTable.Cell("-") : GrowthTable.Cell(failed.joined(separator: ", "), .bad),
    ]
  }
}

extension LossKind {
  /// What is lost, as it stands behind `without`.
  fileprivate var noun: String {
    switch self {
    case .replica: "one replica"
    case .zone: "one zone"
    case .coldCache: "its caches"
    case .dependency: "one dependency"
    }
  }
}
