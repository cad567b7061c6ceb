import Architecture
import Findings
import Growth
import SourceText

/// What saturates first, the headroom until then, when that is, and the target.
package struct GrowthVerdict: Hashable, Sendable {
  /// Name of what saturates first.
  package let element: String
  /// What binds it.
  package let limit: String
  /// Times today's peak that are carried: `0.25x`.
  package let carried: String
  /// Whether something unknown makes it lower than said.
  package let isAtMost: Bool
  /// Months until it saturates, 0 beyond its limit; nil where growth does not lead there.
  package let months: Double?
  /// The declared growth: times today's peak, and when; nil where none is declared.
  package let target: Target?

  /// The declared growth in words.
  package struct Target: Hashable, Sendable {
    /// Times today's peak: `10x`.
    package let multiple: String
    /// In what time: `18 months`.
    package let time: String

    /// A target in words.
    package init(multiple: String, time: String) {
      self.multiple = multiple
      self.time = time
    }
  }

  /// A verdict from its parts.
  package init(
    element: String, limit: String, carried: String, isAtMost: Bool = false,
    months: Double? = nil, target: Target? = nil
  ) {
    self.element = element
    self.limit = limit
    self.carried = carried
    self.isAtMost = isAtMost
    self.months = months
    self.target = target
  }

  /// The verdict of a review; nil where no limit is known.
  package init?(_ review: Review) {
    guard let headroom = review.headroom else { return nil }
    self.init(
      headroom, growth: review.architecture.flatMap { GrowthRate($0.facts) },
      months: review.months[headroom.element])
  }

  /// The verdict of a headroom and of the declared growth.
  init(_ headroom: HeadroomStatement, growth: GrowthRate?, months: Double? = nil) {
    self.init(
      element: headroom.element, limit: headroom.limit.phrase, carried: headroom.words + "x",
      isAtMost: headroom.isAtMost,
      months: months,
      target: growth.map {
        Target(
          multiple: Unit.digits($0.factor) + "x", time: Unit.months.format($0.months))
      })
  }

  /// When it saturates: `now`, or `in 3.2 months`; nil where growth does not lead there.
  package var when: String? {
    months.map { $0 > 0 ? "in " + Unit.months.format($0) : "now" }
  }

  /// As much as fits into some columns, the name in front and whole: what is said of it goes first
  /// where there is no room, then the target, then the time.
  package func words(columns: Int) -> String {
    forms.first { $0.columns <= columns } ?? forms[forms.count - 1]
  }

  private var forms: [String] {
    let time = when.map { ", " + $0 } ?? ""
    let short = target.map { "; target \($0.multiple)" } ?? ""
    let long = target.map { "\(short) in \($0.time)" } ?? ""
    let most = (isAtMost ? "at most " : "") + carried
    let least = (isAtMost ? "<=" : "") + carried
    let soon = months.map { $0 > 0 ? ", " + Unit.months.format($0) : ", now" } ?? ""
    let bound = "\(element) (\(limit)) saturates first"
    return [
      "\(bound): \(most) today's peak\(time)\(long)",
      "\(bound): \(most)\(time)\(long)",
      "\(bound): \(most)\(time)\(short)",
      "\(element) saturates first: \(most)\(time)\(short)",
      "\(element) \(most)\(time)\(short)",
      "\(element) \(least)\(time)\(short)",
      "\(element) \(least)\(soon)\(short)",
      "\(element) \(least)\(time)",
      "\(element) \(least)",
    ]
  }
}
