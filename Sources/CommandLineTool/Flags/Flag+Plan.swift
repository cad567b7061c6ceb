import Review
import SourceText

extension Flag {
  /// What a plan is to reach, and what becomes of it.
  static let planFlags: [Flag] = [
    Flag(
      name: "--target", value: "MULTIPLE",
      documentation: "Times today's peak that are to be handled, such as 10x.",
      commands: [.plan],
      apply: { (options, text) throws(UsageError) in
        guard let target = multiple(text) else {
          throw UsageError(message: "`\(text.printable)` is no multiple; write one such as 10x")
        }
        options.goal.target = target
      }),
    Flag(
      name: "--by", value: "MONTH",
      documentation: "The month at whose end, or the day at which, the target is to be handled, "
        + "such as 2027-06; without --target, what declared growth makes of demand until then.",
      commands: [.plan],
      apply: { (options, text) throws(UsageError) in
        guard let day = Day(endOf: text) ?? Day(text) else {
          throw UsageError(message: "`\(text.printable)` is no month; write one such as 2027-06")
        }
        guard let today = Clock.today, today.days(until: day) > 0 else {
          throw UsageError(message: "`\(text.printable)` is over; write a later month")
        }
        options.goal.days = today.days(until: day)
      }),
    Flag(
      name: "--way", value: "WAY",
      documentation: "The plan whose steps --write and --diff take: "
        + PlanWay.allCases.map(\.rawValue).joined(separator: ", ") + ". The first one by default.",
      commands: [.plan],
      apply: { (options, text) throws(UsageError) in
        guard let way = PlanWay(rawValue: text) else {
          let ways = PlanWay.allCases.map(\.rawValue).joined(separator: ", ")
          throw UsageError(message: "`\(text.printable)` is no way; write one of \(ways)")
        }
        options.planWay = way
      }),
    Flag(
      name: "--write", value: nil,
      documentation: "Write the steps into the description.",
      commands: [.plan],
      apply: { (options, _) in options.allowsWriting = true }),
  ]
}
