import Architecture
import Findings
import Growth

extension FactFiller {
  func fillComponentLimits() throws(QueryFailure) {
    let due = base.growth.dueLimits()
    for (index, kept) in base.growth.limits.enumerated() {
      let limits = kept + base.growth.doubtedDefaults[index].map(\.limit)
      for (position, limit) in limits.enumerated() {
        try add(
          .integer(architecture.number(of: .component(index))), .integer(position + 1),
          .text(limit.kind.rawValue), .real(limit.today), .real(limit.capacity),
          real(limit.carried), .real(limit.utilisation(at: 1)), .real(limit.headroom),
          real(due[index][position].months), real(due[index][position].shareAtHorizon),
          due[index][position].severity.map { .text($0.word) } ?? .null,
          .integer(limit.isAtMost ? 1 : 0), real(limit.meanUse),
          .integer(position < kept.count ? 0 : 1),
          limit.measuredElement.map { .integer(architecture.number(of: $0)) } ?? .null,
          .text(limit.basis.word))
      }
    }
  }

  func fillContradictedLimits() throws(QueryFailure) {
    for (index, limit) in base.growth.contradicted.enumerated() {
      guard let limit else { continue }
      try add(
        .integer(architecture.number(of: .component(index))), .text(limit.kind.rawValue),
        .real(limit.today), .real(limit.capacity), .real(limit.utilisation(at: 1)))
    }
  }

  func fillJourneyAvailability() throws(QueryFailure) {
    for (index, journey) in base.growth.journeys(at: []).enumerated() {
      guard let availability = journey.availability else { continue }
      try add(
        .integer(architecture.number(of: .journey(index))), .real(availability.value),
        .integer(availability.isAtMost ? 1 : 0))
    }
  }

  /// Where more arrives than is carried, waits have no end; the work alone, as it takes when nobody
  /// waits, is what a journey takes at least.
  func fillJourneyTimes() throws(QueryFailure) {
    let journeys = base.growth.journeys(at: [1])
    let isEndless = journeys.map { $0.points.first?.response.isBounded == false }
    let alone = isEndless.contains(true) ? base.growth.journeys(at: [Self.hardlyAny]) : journeys
    for (index, journey) in journeys.enumerated() {
      let source = isEndless[index] ? alone[index] : journey
      guard let time = source.points.first?.response, !time.isBounded || time.mean > 0 else {
        continue
      }
      let isWanted =
        architecture.journeys[index].facts[.p99] != nil
        || journey.targetP99.map { !time.surelyKeeps($0, for: 0.99) } ?? false
      try add(
        .integer(architecture.number(of: .journey(index))), real(time.isBounded ? time.mean : nil),
        real(time.isBounded && isWanted ? time.percentile(0.99) : nil),
        .integer(time.isAtLeast || isEndless[index] ? 1 : 0), .integer(isEndless[index] ? 1 : 0))
    }
  }

  /// A multiple of today's demand so small that nobody waits for anybody.
  private static let hardlyAny = 1e-9

  /// A number; NULL where there is none, or no end to it.
  func real(_ number: Double?) -> SQLValue {
    number.flatMap { $0.isFinite ? .real($0) : nil } ?? .null
  }
}
