import Architecture
import Findings
import Review
import SourceText
import YAML

extension Flag {
  static let gateFlags: [Flag] = [
    failOn(
      "The least severity that gives exit status 1: critical, high (the default), medium, low or "
        + "never.", [.check, .review]),
    failOn(
      "The least severity of a new or worse finding that gives exit status 1: critical, high, "
        + "medium, low (the default) or never, unless the project says otherwise.", [.diff]),
    Flag(
      name: "--min-headroom", value: "MULTIPLE",
      documentation: "The least headroom that gives exit status 0, such as 10x; one of which only "
        + "an upper bound is known gives 1.",
      commands: [.check, .review, .grow, .diff],
      apply: { (options, text) throws(UsageError) in
        guard let least = multiple(text) else {
          throw UsageError(message: "`\(text.printable)` is no multiple; write it as 10x")
        }
        options.gates.minHeadroom = least
      }),
    Flag(
      name: "--min-checked", value: "SHARE",
      documentation: "The least share of checks that must be possible, such as 70%.",
      commands: [.check, .review, .diff],
      apply: { (options, text) throws(UsageError) in
        options.gates.minChecked = try number(text, .ratio, of: "--min-checked")
      }),
    Flag(
      name: "--max-headroom-drop", value: "SHARE",
      documentation: "The most that headroom may lose against the revision, such as 20%.",
      commands: [.check, .diff],
      apply: { (options, text) throws(UsageError) in
        options.gates.maxHeadroomDrop = try number(text, .ratio, of: "--max-headroom-drop")
      }),
    Flag(
      name: "--max-new", value: "COUNT",
      documentation: "The most findings that may be new or worse, in all descriptions together.",
      commands: [.check, .diff],
      apply: { (options, text) throws(UsageError) in
        let count = try number(text, .count, of: "--max-new")
        options.gates.maxNew = Int(min(count, 1e9))
      }),
    Flag(
      name: "--baseline", value: "FILE",
      documentation: "Findings that are known; only what is new or worse fails the run.",
      choices: .files,
      commands: [.check],
      apply: { (options, text) in options.baseline = text }),
    Flag(
      name: "--update-baseline", value: nil,
      documentation: "Write the baseline when there is none; else take out of it what was fixed, "
        + "but not what can no longer be told.",
      commands: [.check],
      apply: { (options, _) in options.updatesBaseline = true }),
    Flag(
      name: "--against", value: "REVISION",
      documentation: "Compare with the same files at a git revision, renamed ones too; only what "
        + "is new or worse fails the run. Settings and accepted risks of the revision judge; what "
        + "is loosened since is listed.",
      commands: [.check],
      apply: { (options, text) in options.against = text }),
  ]

  static let acceptanceFlags: [Flag] = [
    Flag(
      name: "--no-accepted", value: nil,
      documentation: "Treat accepted risks like all other findings.",
      commands: [.check, .review, .report],
      apply: { (options, _) in options.ignoresAccepted = true }),
    Flag(
      name: "--reason", value: "TEXT", documentation: "Why the risk is acceptable.",
      commands: [.accept], apply: { (options, text) in options.reason = text }),
    Flag(
      name: "--owner", value: "NAME", documentation: "Who answers for the decision.",
      commands: [.accept], apply: { (options, text) in options.owner = text }),
    Flag(
      name: "--until", value: "DAY", documentation: "The last day it holds, such as 2027-03-31.",
      commands: [.accept],
      apply: { (options, text) throws(UsageError) in
        guard let day = Day(text) else {
          throw UsageError(message: "`\(text.printable)` is no day; write one such as 2027-03-31")
        }
        if let today = Clock.today, day < today {
          throw UsageError(
            message: "`\(text)` is over; write a day from \(today.text) on, the last one it holds")
        }
        options.until = text
      }),
    Flag(
      name: "--ticket", value: "ID", documentation: "Where it is followed up.",
      commands: [.accept], apply: { (options, text) in options.ticket = text }),
  ]

  private static func failOn(_ documentation: String, _ commands: [Command]) -> Flag {
    Flag(
      name: "--fail-on", value: "SEVERITY", documentation: documentation,
      choices: .words(Severity.allCases.reversed().map(\.word) + ["never"]), commands: commands,
      apply: { (options, text) throws(UsageError) in
        if text == "never" {
          options.gates.failOn = .never
        } else if let severity = Severity(word: text) {
          options.gates.failOn = .at(severity)
        } else {
          throw unknown(text, "severity", Severity.allCases.map(\.word) + ["never"])
        }
      })
  }

  /// A number with its unit, read as descriptions write it.
  private static func number(
    _ text: String, _ type: ValueType, of flag: String
  ) throws(UsageError) -> Double {
    guard let number = type.value(of: text)?.number else {
      throw UsageError(
        message: "`\(text.printable)` is no value of \(flag); \(type.remedy(for: text))")
    }
    return number
  }
}
