import Architecture
import Growth
import YAML

/// The gates on what a system survives.
extension Gate {
  /// The losses that every journey must survive in full.
  ///
  /// Its limit is a set, one bit per kind in their order. Nobody passes for not having said how
  /// many copies run, or where.
  package static let survive = Gate(
    "survive", .words(LossKind.allCases.map(\.rawValue)), as: "LOSSES", .lower,
    flag: "The losses that every journey must survive: replica, zone, cold-cache and dependency, "
      + "with commas between; one that cannot be judged gives 1.",
    key: "The losses that every journey must survive: replica, zone, cold-cache, dependency.",
    .survival { kinds, multiple, review in review.failure(losing: kinds, at: multiple) })

  /// The load at which `survive` looks, in times today's peak.
  package static let surviveAt = Gate(
    "survive-at", .multiple, as: "MULTIPLE", .lower, usual: 1,
    flag: "The load at which --survive looks, such as 2x; default: today's peak (1x).",
    key: "The load at which `survive` looks, in times today's peak.", .setting)
}

extension Review {
  /// Most losses, and most unknown properties, that the sentence of a gate names.
  private static let mostNamed = 5

  /// Which losses which journeys do not survive, and what is unknown; nil when they survive
  /// all.
  fileprivate func failure(losing limit: Double, at multiple: Double) -> String? {
    guard let architecture, let growth else { return nil }
    let kinds = Gate.chosen(limit, of: LossKind.allCases.map(\.rawValue)).compactMap(
      LossKind.init(rawValue:))
    guard !kinds.isEmpty else { return nil }
    let losses = JourneyLosses(growth, at: multiple)
    let isCritical = { (journey: Int) in
      architecture.journeys[journey].facts.isTrue(.critical)
    }
    let failures = (losses.overloads() + losses.all(of: kinds).filter { $0.served < 1 })
      .enumerated().sorted {
        let (a, b) = ($0.element, $1.element)
        let (first, second) = (isCritical(a.journey), isCritical(b.journey))
        return first != second ? first : (a.served, $0.offset) < (b.served, $1.offset)
      }.map { $0.element.words(in: architecture) }
    let unknown =
      architecture.journeys.isEmpty
      ? ["a journey"]
      : losses.missing(for: kinds).map { $0.words(in: architecture) }
    let parts = [
      Self.list(failures, between: "; "),
      unknown.isEmpty
        ? nil : Self.list(unknown, between: ", ").map { "cannot be judged without \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func list(_ items: [String], between separator: String) -> String? {
    guard !items.isEmpty else { return nil }
    let rest = items.count - mostNamed
    return (items.prefix(mostNamed) + (rest > 0 ? ["\(rest) more"] : [])).joined(
      separator: separator)
  }
}
