import Findings
import Growth
import SourceText

/// How the journey that is limited first slows down on its way to the limit, as a curve of bars.
extension GrowthTextReport {
  private static let curveWidth = 44

  func curve(_ curve: GrowthCurve) -> [String] {
    let slowest = curve.points.compactMap(\.p99).max() ?? 0
    let title =
      "\(curve.journey.printable) on its way to the limit of \(curve.element.printable) (model)"
    let rows = curve.points.map { point -> String in
      let load = right(Unit.digits(point.multiple, significant: 2) + "x", 7)
      let used = right(GrowthNumber.share(point.utilisation), 7)
      guard let p99 = point.p99 else {
        return "  " + load + used + right("-", 9) + "  only by simulation"
      }
      let share = p99 / slowest
      let cells = share > 0 ? max(1, Int((min(share, 1) * Double(Self.curveWidth)).rounded())) : 1
      let bar = String(repeating: signs.bar, count: cells)
      return "  " + load + used + right(GrowthNumber.duration(p99), 9) + "  "
        + (point.utilisation >= 0.7 ? style.warn(bar) : style.good(bar))
    }
    return [style.strong("  " + title), style.dim("     load   used      p99")] + rows + [""]
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.columns)) + text
  }
}
