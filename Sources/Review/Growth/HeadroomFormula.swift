import Findings
package import Growth

/// How a headroom is computed from what is handled and what comes.
package enum HeadroomFormula {
  /// What divides to the headroom of a limit: requests per second that are handled of today's mix
  /// by those that come at today's peak, where they do, else all by the share in use.
  package static func words(
    _ kind: LimitKind, headroom: Double, used: Double, handled: Double?, coming: Double?
  ) -> String {
    let day = kind.isAboutMeans ? "today's mean" : "today's peak"
    if headroom == 0 {
      return kind == .lost ? "nothing is left of it" : "0x: it is beyond its limit at any load"
    }
    let isHeadroom = { (value: Double) in abs(value - headroom) <= 1e-3 * abs(headroom) }
    if let handled, let coming, coming > 0, isHeadroom(handled / coming) {
      return "\(Unit.perSecond.format(handled)) that it handles of today's mix / "
        + "\(Unit.perSecond.format(coming)) at \(day)"
    }
    if used > 0, isHeadroom(1 / used) {
      return "100 % / \(Unit.ratio.format(used)) used at \(day)"
    }
    return "the largest multiple at which its limit (\(kind.rawValue)) is not reached"
  }

  /// The same of a limit.
  package static func words(_ limit: Limit) -> String {
    let handled: Double? = limit.carried
    return words(
      limit.kind, headroom: limit.headroom, used: limit.utilisation(at: 1), handled: handled,
      coming: handled.map { $0 * limit.today / limit.capacity })
  }
}
