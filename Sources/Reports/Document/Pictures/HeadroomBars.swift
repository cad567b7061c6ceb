import Findings
import Glibc
import Growth

/// What components carry, as bars on a logarithmic scale against the target, what saturates first
/// on top.
struct HeadroomBars {
  let forecast: GrowthForecast

  /// Components that are shown: as many as can be taken in at a glance.
  private static let most = 12

  var blocks: [Block] {
    let limited = forecast.limited
    guard !limited.isEmpty else { return [] }
    let target = forecast.growth?.factor
    let goal = target.map { ", line at \(Unit.digits($0))x" } ?? ""
    let table = Block.table(
      [
        .words("Component"), .words("0.1x to 100x of today's peak, log scale\(goal)"),
        .number("Headroom"), .words("Limit"), .number("Months until then"),
      ],
      limited.prefix(Self.most).compactMap { element in
        guard let limit = element.first else { return nil }
        return [
          .text(element.name), .scale(Inline.Scale(limit.headroom, target: target)),
          .text(GrowthNumber.multiple(limit.headroom, isAtMost: limit.isAtMost)),
          .text(limit.kind.rawValue), .text(limit.months.map(GrowthNumber.months) ?? "-"),
        ]
      }, .headroom)
    let rest = limited.dropFirst(Self.most)
    guard let next = rest.first?.first else { return [table] }
    let least = GrowthNumber.multiple(next.headroom, isAtMost: next.isAtMost)
    return [
      table, .paragraph("and \(rest.count) more, with a headroom of \(least) and above", .dim),
    ]
  }
}

extension Inline {
  /// A bar on a logarithmic scale from 0.1x to 100x of today's peak, with a line at the target.
  struct Scale {
    /// Where the bar ends, as a share of the scale.
    let share: Double
    /// Where the line stands; nil without a target, or where it is off the scale.
    let target: Double?
    let tone: Tone

    init(_ headroom: Double, target: Double?) {
      share = Self.share(headroom)
      self.target = target.map(Self.share).flatMap { 0 < $0 && $0 < 1 ? $0 : nil }
      tone = .standing(headroom, target: target)
    }

    private static func share(_ multiple: Double) -> Double {
      min(1, max(0, (log10(max(multiple, 0.1)) + 1) / 3))
    }
  }
}
