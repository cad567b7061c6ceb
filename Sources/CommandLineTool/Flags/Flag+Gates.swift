import Architecture
import Findings
import Review
import SourceText
import YAML

extension Flag {
  static let gateFlags: [Flag] = Gate.all.flatMap(flags)

  /// The flag of a gate, in its forms.
  private static func flags(of gate: Gate) -> [Flag] {
    guard let other = gate.flagOfDifference else { return [flag(of: gate, gate.commands)] }
    return [
      flag(of: gate, gate.commands.filter { $0 != .diff }), flag(of: gate, [.diff], other),
    ]
  }

  private static func flag(
    of gate: Gate, _ commands: [Command], _ documentation: String? = nil
  ) -> Flag {
    Flag(
      name: "--\(gate.name)", value: gate.form, documentation: documentation ?? gate.flag,
      choices: gate.choices, commands: commands,
      apply: { (options, text) throws(UsageError) in
        options.gates[gate] = try limit(text, of: gate)
      })
  }

  /// The limit of a gate as people write it in a call.
  private static func limit(_ text: String, of gate: Gate) throws(UsageError) -> Double {
    switch gate.type {
    case .word(let words):
      guard let limit = gate.limit(of: .text(text)) else {
        throw UsageError(unknown: text, gate.form.lowercased(), words)
      }
      return limit
    case .multiple:
      guard let limit = multiple(text) else {
        throw UsageError(message: "`\(text.printable)` is no multiple; write it as 10x")
      }
      return limit
    default:
      guard let limit = gate.limit(of: gate.type.value(of: text)) else {
        throw UsageError(
          message: "`\(text.printable)` is no value of --\(gate.name); "
            + gate.type.remedy(for: text))
      }
      return limit
    }
  }

  static let comparisonFlags: [Flag] = [
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
}

extension Gate {
  /// The commands that look at what it looks at.
  fileprivate var commands: [Command] {
    switch judge {
    case .finding, .review: [.check, .review, .diff]
    case .headroom: [.check, .review, .grow, .diff]
    case .change, .newInRun: [.check, .diff]
    }
  }

  /// What a shell offers as its limit: the ladder of its words from the top, then that for none.
  fileprivate var choices: Choices {
    guard case .word(let words) = type else { return .nothing }
    return .words(words.dropLast().reversed() + words.suffix(1))
  }
}
