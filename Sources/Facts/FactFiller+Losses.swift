import Architecture
import Findings
import Growth
import SourceText

extension FactFiller {
  func fillJourneyLosses() throws(QueryFailure) {
    for loss in base.shared.losses.value {
      try add(
        .integer(architecture.number(of: .journey(loss.journey))),
        loss.kind.map { .text($0.rawValue) } ?? .null, .text(loss.lost),
        loss.component.map { .integer(architecture.number(of: .component($0))) } ?? .null,
        .real(loss.served), .real(loss.servedBefore), real(loss.headroom),
        .integer(architecture.number(of: .component(loss.element))), .text(loss.limit.rawValue))
    }
  }

  func fillJourneyLimits() throws(QueryFailure) {
    for standing in JourneyLosses(base.growth).ends() {
      for (later, end) in [standing.end, standing.later].enumerated() {
        guard let end else { continue }
        try add(
          .integer(architecture.number(of: .journey(standing.journey))), .integer(later),
          real(end.headroom), .integer(architecture.number(of: .component(end.component))),
          .text(end.limit.rawValue), .integer(end.isAtMost ? 1 : 0), .text(end.origin.word))
      }
    }
  }

  func fillComponentRetries() throws(QueryFailure) {
    for risk in base.growth.retryRisks() {
      try add(
        .integer(architecture.number(of: .component(risk.component))), .real(risk.attempts),
        .real(risk.capacity), real(risk.multiple), real(risk.bound))
    }
  }

  func fillComponentRetryStates() throws(QueryFailure) {
    for risk in base.growth.retryRisks() {
      try add(
        .integer(architecture.number(of: .component(risk.component))), real(risk.amplification),
        real(risk.fold))
    }
  }

  func fillFallbackLoads() throws(QueryFailure) {
    for load in base.growth.fallbackLoads {
      for relation in load.relations.sorted() {
        try add(
          .integer(architecture.number(of: .relation(relation))),
          .integer(architecture.number(of: .component(load.lost))),
          .integer(architecture.number(of: .component(load.component))), real(load.peak),
          real(load.capacity), load.limit.map { .text($0.rawValue) } ?? .null)
      }
    }
  }

  func fillChannelBacklogs() throws(QueryFailure) {
    for (index, backlog) in base.growth.backlogs().enumerated() {
      guard let backlog else { continue }
      let full = backlog.timeToOverflow.flatMap { $0 < backlog.duration ? $0 : nil }
      try add(
        .integer(architecture.number(of: .component(index))), .real(backlog.capacity),
        .real(backlog.growth), .real(backlog.duration), .real(backlog.growth * backlog.duration),
        real(full))
    }
  }
}
