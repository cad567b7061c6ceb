import Architecture
import Findings

/// The limits of one component, told apart by whether what is known of today speaks against them.
///
/// A product's default that today's declared load is beyond is no limit of this system, which
/// works today: somebody raised it, and the real one is asked for. Where a share was measured, a
/// computed limit that says far more of it is in use rests on a wrong number.
struct LimitDoubts {
  /// Those that bound the component, the first one reached in front.
  private(set) var kept: [Limit] = []
  /// Defaults of products that today's load is beyond, with the property that would say better.
  private(set) var defaults: [(limit: Limit, property: ElementProperty)] = []
  /// The declared limit that is used most, where it and the measured share cannot both be right.
  private(set) var contradicted: Limit?
  /// Names of all, and whether they are not among those that bound the component.
  private(set) var isDoubted: [String: Bool] = [:]

  /// The limits of a component; what was judged today is not judged again after a change.
  init(_ limits: [Limit], _ architecture: Architecture, today: [String: Bool]) {
    let measured = limits.first { $0.kind == .measured && !$0.isOfPart }?.utilisation(at: 1)
    for limit in limits {
      let (used, name) = (limit.utilisation(at: 1), limit.kind.rawValue)
      let property = limit.defaultInput(architecture)
      let isRefuted =
        measured.map { used > $0 && Self.areApart(used, $0) } ?? (property != nil && used > 1)
      let isOpen = limit.kind != .measured && (measured != nil || property != nil)
      isDoubted[name] = isOpen && today[name] ?? isRefuted
      if isDoubted[name] != true {
        kept.append(limit)
      } else if measured == nil, let property {
        defaults.append((limit, property))
      }
    }
    let declared = limits.first { $0.kind != .measured && $0.basis == .declared }
    contradicted = declared.flatMap { limit in
      measured.flatMap { Self.areApart(limit.utilisation(at: 1), $0) ? limit : nil }
    }
  }

  /// Whether two shares of one thing cannot both be right: they are more than 25 points apart, or
  /// more than 10 and a factor of two.
  static func areApart(_ one: Double, _ other: Double) -> Bool {
    let points = abs(one - other)
    return points > 0.25 || points > 0.1 && max(one, other) > 2 * min(one, other)
  }
}

extension Limit {
  /// Whether it speaks of one operation or call, and not of all that its component does.
  fileprivate var isOfPart: Bool {
    switch measuredElement {
    case .operation, .relation: true
    case .component, .journey, .system, nil: false
    }
  }

  /// The input that a product's page says and nobody declared; nil where there is none.
  fileprivate func defaultInput(_ architecture: Architecture) -> ElementProperty? {
    inputs.first { architecture.facts(of: $0.element)[$0.property]?.origin == .default }
  }
}
