import Findings
import SourceText

extension Flag {
  /// What is known, and what to compare with.
  static let comparisonFlags: [Flag] = [
    Flag(
      name: "--baseline", value: "FILE",
      documentation: "Findings that are known; only what is new or worse fails the run.",
      choices: .files,
      commands: [.check],
      apply: { (options, text) in options.baseline = text }),
    Flag(
      name: "--update-baseline", value: nil,
      documentation: "Write the baseline if there is none; else drop fixed findings from it, "
        + "but keep those that can no longer be evaluated.",
      commands: [.check],
      apply: { (options, _) in options.updatesBaseline = true }),
    Flag(
      name: "--against", value: "[REVISION]", usualValue: "",
      documentation: "Compare with the same files where the branch left a git revision (the merge "
        + "base), renamed ones too; only what is new or worse fails the run. Settings and accepted "
        + "risks of that commit judge; what is loosened since is listed. Without REVISION, the "
        + "default branch. The screen compares with it (d).",
      commands: [.check, .review],
      apply: { (options, text) in options.against = .mergeBase(of: text) }),
    Flag(
      name: "--against-exact", value: "REVISION",
      documentation: "The same with the files of the revision itself.",
      commands: [.check, .review],
      apply: { (options, text) in options.against = .exact(text) }),
    Flag(
      name: "--last", value: "NUMBER",
      documentation: "How many revisions to look at (default 20).",
      commands: [.history],
      apply: { (options, text) throws(UsageError) in
        guard let number = Int(text), (1...1000).contains(number) else {
          throw UsageError(
            message: "`\(text.printable)` is no number of revisions; write one from 1 to 1000")
        }
        options.last = number
      }),
  ]

  /// What the settings are, and which rules run.
  static let settingsFlags: [Flag] = [
    Flag(
      name: "--config", value: "FILE",
      documentation: "A file of settings above those of the project: what it calls final, these do "
        + "not loosen.",
      choices: .files, commands: [.check, .review, .report, .grow, .plan, .fix],
      apply: { (options, text) in options.settingsFile = text }),
    Flag(
      name: "--rule", value: "RULE",
      documentation: "Run this rule, or the rules of this theme, alone. Several may be given.",
      choices: .rules(or: []), commands: [.check, .review, .report, .fix],
      apply: { (options, text) in options.ruleSelection.only.append(text) }),
    Flag(
      name: "--no-rule", value: "RULE",
      documentation: "Do not run this rule, or the rules of this theme. Several may be given.",
      choices: .rules(or: []), commands: [.check, .review, .report, .fix],
      apply: { (options, text) in options.ruleSelection.without.append(text) }),
  ]

  /// What is accepted, and why.
  static let acceptanceFlags: [Flag] = [
    Flag(
      name: "--no-accepted", value: nil,
      documentation: "Treat accepted risks like all other findings.",
      commands: [.check, .review, .report],
      apply: { (options, _) in options.ignoresAccepted = true }),
    Flag(
      name: "--reason", value: "TEXT", documentation: "Why the risk is accepted.",
      commands: [.accept], apply: { (options, text) in options.reason = text }),
    Flag(
      name: "--status", value: "WORD",
      documentation: "What was decided: "
        + RiskStatus.allCases.map(\.rawValue).joined(separator: ", ") + " (default accepted). "
        + "What is in discussion stays open.",
      choices: .words(RiskStatus.allCases.map(\.rawValue)), commands: [.accept],
      apply: { (options, text) throws(UsageError) in
        guard let status = RiskStatus(rawValue: text) else {
          throw UsageError(unknown: text, "status", RiskStatus.allCases.map(\.rawValue))
        }
        options.status = status
      }),
    Flag(
      name: "--owner", value: "NAME", documentation: "The owner of the decision.",
      commands: [.accept], apply: { (options, text) in options.owner = text }),
    Flag(
      name: "--until", value: "DAY", documentation: "The last day it is valid, such as 2027-03-31.",
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
      name: "--ticket", value: "ID", documentation: "The ticket that tracks it.",
      commands: [.accept], apply: { (options, text) in options.ticket = text }),
  ]
}
