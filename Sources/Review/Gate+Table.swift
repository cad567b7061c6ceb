package import Findings
import YAML

/// Every gate there is. A new one is an entry here and a name in the list.
extension Gate {
  /// All gates, in the order in which they are listed.
  package static let all = [
    failOn, minHeadroom, minChecked, expectations, survive, surviveAt, maxHeadroomDrop,
    maxNew,
  ]

  /// The least severity of an open finding that fails the run.
  package static let failOn = Gate(
    "fail-on", .word(Severity.allCases.map(\.word) + ["never"]), as: "SEVERITY", .upper,
    usual: severity(.high),
    flag: "The least severity that gives exit status 1: critical, high (the default), medium, low "
      + "or never.",
    ofDifference: "The least severity of a new or worse finding that gives exit status 1: "
      + "critical, high, medium, low (the default) or never, unless the project says otherwise.",
    key: "The least severity that gives exit status 1.",
    .finding { least, finding in severity(finding.severity) >= least })

  /// The limit of `fail-on` that a severity is; without one, no finding fails the run.
  package static func severity(_ severity: Severity?) -> Double {
    Double(severity.flatMap(Severity.allCases.firstIndex) ?? Severity.allCases.count)
  }

  /// The least headroom of the system, in times today's peak.
  ///
  /// One that nobody knows is too little, and so is one of which only an upper bound is known.
  package static let minHeadroom = Gate(
    "min-headroom", .multiple, as: "MULTIPLE", .lower,
    flag: "The least headroom that gives exit status 0, such as 10x; fails as well if only an "
      + "upper bound is known.",
    key: "The least headroom that gives exit status 0.",
    .headroom { least, headroom in
      guard let headroom else {
        return "the headroom is unknown; answer the questions about load and capacity"
      }
      guard headroom.multiple >= least else { return headroom.sentence() }
      guard headroom.isAtMost else { return nil }
      return headroom.sentence()
        + "; that is an upper bound, so answer the questions about it"
    })

  /// The least share of the decidable checks.
  package static let minChecked = Gate(
    "min-checked", .ratio, as: "SHARE", .lower,
    flag: "The least share of checks that must be possible, such as 70%.",
    key: "The least share of checks that must be possible.",
    .review { least, review in
      // Where nothing could be checked, nothing is known.
      let share = Double(review.checks.made) / Double(max(1, review.checks.of))
      guard share < least else { return nil }
      return "\(review.checks.made) of \(review.checks.of) checks decidable"
    })

  /// The largest share that headroom may lose against the revision that is compared with.
  package static let maxHeadroomDrop = Gate(
    "max-headroom-drop", .ratio, as: "SHARE", .upper,
    flag: "The most that headroom may lose against the revision, such as 20%.",
    key: "The most that headroom may lose against the revision.",
    .change { most, review in
      guard let before = review.earlierHeadroom else { return nil }
      guard let now = review.headroom else {
        return "the headroom was \(before.phrase) and is no longer known"
      }
      // Who says less than before must not look better.
      let isVague = now.isAtMost && !before.isAtMost
      guard isVague || now.multiple < before.multiple * (1 - most) else { return nil }
      return now.sentence(since: before)
    })

  /// The most findings that may be new or worse than what is compared with.
  package static let maxNew = Gate(
    "max-new", .count, as: "COUNT", .upper,
    flag: "The most findings that may be new or worse, in all descriptions together.",
    key: "The most findings that may be new or worse, in all descriptions together.",
    .newInRun { most, count in Double(count) > most ? "\(count) new or worse" : nil })
}
