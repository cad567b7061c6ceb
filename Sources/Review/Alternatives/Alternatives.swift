import Architecture
import Findings
import Growth
import SourceText
import YAML

/// Several designs side by side, quantity by quantity.
package struct Alternatives: Sendable {
  /// The designs, in the order in which they were named.
  package let all: [Alternative]
  /// What is compared, one row each.
  package let rows: [ComparedRow]

  /// The comparison of some designs.
  package init(_ all: [Alternative]) {
    self.all = all
    let rows =
      Self.limits(all) + Self.times(all) + Self.losses(all) + Self.findings(all)
      + [Self.expectations(all), Self.products(all), Self.costs(all)]
    // What is known of no design is no row, but for the first.
    self.rows = rows.filter { $0.quantity == .headroom || $0.cells.contains(where: \.isKnown) }
  }

  /// Whether a description of one of them could not be read in full.
  package var isBroken: Bool { all.contains(where: \.review.isBroken) }

  private typealias Cell = ComparedRow.Cell

  private static func limits(_ all: [Alternative]) -> [ComparedRow] {
    let headrooms = all.map(\.review.headroom)
    return [
      ComparedRow(
        .headroom, "headroom",
        headrooms.map { Cell($0?.phrase, $0?.multiple, isBound: $0?.isAtMost ?? false) }),
      ComparedRow(.first, "saturates first", headrooms.map { Cell($0?.limited(\.abridged)) }),
      ComparedRow(
        .months, "saturates in",
        all.map { one in
          Cell(
            one.months.map { $0 > 0 ? Unit.months.format($0) : "now" }, one.months,
            isBound: one.review.headroom?.isAtMost ?? false)
        }),
    ]
  }

  // MARK: - Journeys

  /// The journeys of all designs, each once.
  private static func times(_ all: [Alternative]) -> [ComparedRow] {
    var seen: Set<String> = []
    let names = all.flatMap { $0.responses.map(\.journey) }.filter { seen.insert($0).inserted }
    let times = all.map { one in
      Dictionary(one.responses.map { ($0.journey, $0.time) }) { first, _ in first }
    }
    return names.map { name in
      ComparedRow(.p99, about: name, "p99 of \(name)", times.map { time($0[name] ?? nil) })
    }
  }

  private static func time(_ time: ResponseTime?) -> Cell {
    guard let time else { return Cell() }
    guard time.isBounded else { return Cell("overloaded", .infinity) }
    guard time.mean > 0 else { return Cell() }
    let p99 = time.percentile(0.99)
    // Two digits are what a model is worth.
    let words = Unit.seconds.format(Double(Unit.digits(p99, significant: 2)) ?? p99)
    return Cell((time.isAtLeast ? "at least " : "") + words, p99, isBound: time.isAtLeast)
  }

  private static func losses(_ all: [Alternative]) -> [ComparedRow] {
    LossKind.allCases.map { kind in
      ComparedRow(
        .survives, about: kind.rawValue, "journeys surviving \(kind.noun)",
        all.map { survival(of: kind, $0.standings) })
    }
  }

  private static func survival(of kind: LossKind, _ standings: [JourneyStanding]) -> Cell {
    let verdicts = standings.compactMap { standing in
      standing.losses.first { $0.kind == kind }.map(\.isSurvived)
    }
    guard !verdicts.isEmpty else { return Cell() }
    let (survived, unknown) = (verdicts.count { $0 == true }, verdicts.count { $0 == nil })
    guard unknown < verdicts.count else { return Cell("unknown") }
    let open = unknown > 0 ? ", \(unknown) unknown" : ""
    return Cell(
      "\(survived) of \(verdicts.count)\(open)", Double(survived) / Double(verdicts.count))
  }

  // MARK: - Findings and what is to be run

  private static func findings(_ all: [Alternative]) -> [ComparedRow] {
    Severity.allCases.reversed().map { severity in
      ComparedRow(
        .findings, about: severity.word, "\(severity.word) findings",
        all.map { one in
          let count = one.review.open.count { $0.severity == severity }
          return Cell("\(count)", Double(count))
        })
    }
  }

  private static func expectations(_ all: [Alternative]) -> ComparedRow {
    ComparedRow(
      .expectations, "expectations met",
      all.map { one in
        let expected = one.expectations
        guard !expected.isEmpty else { return Cell() }
        let met = expected.count { $0.answer.verdict == .met }
        return Cell("\(met) of \(expected.count)", Double(met) / Double(expected.count))
      })
  }

  /// Amounts in one currency, of which the least is the best.
  private static func costs(_ all: [Alternative]) -> ComparedRow {
    let isOne = Set(all.compactMap(\.costs?.currency)).count == 1
    return ComparedRow(
      .cost, "cost a month",
      all.map { one in
        guard let costs = one.costs else { return Cell() }
        let (amount, isBound) = (costs.perMonth(at: 0), costs.isAtLeast(at: 0))
        return Cell(
          (isBound ? "at least " : "") + costs.money(amount).words, isOne ? amount : nil,
          isBound: isBound)
      })
  }

  private static func products(_ all: [Alternative]) -> ComparedRow {
    ComparedRow(
      .products, "products to operate",
      all.map { Cell("\($0.products.count)", Double($0.products.count)) })
  }
}

extension LossKind {
  /// What is lost, in words.
  fileprivate var noun: String {
    switch self {
    case .replica: "a lost replica"
    case .zone: "a lost zone"
    case .coldCache: "cold caches"
    case .dependency: "a lost dependency"
    }
  }
}
