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
    case .words(let words):
      let items = text.split(separator: ",").map(String.init)
      if let wrong = items.first(where: { !words.contains($0) }) {
        throw UsageError(unknown: wrong, "loss", words)
      }
      guard let limit = gate.limit(of: .list(items)), limit > 0 else {
        throw UsageError(message: "--\(gate.name) needs \(gate.type.form)")
      }
      return limit
    case .multiple:
      guard let limit = multiple(text) else {
        throw UsageError(message: "`\(text.printable)` is not a multiple; write it as 10x")
      }
      return limit
    default:
      guard let limit = gate.limit(of: gate.type.value(of: text)) else {
        throw UsageError(
          message: "invalid value `\(text.printable)` for --\(gate.name); "
            + gate.type.remedy(for: text))
      }
      return limit
    }
  }
}

extension Gate {
  /// The commands that look at what it looks at.
  fileprivate var commands: [Command] {
    switch judge {
    case .finding, .review, .expectations, .survival, .setting: [.check, .review, .diff]
    case .headroom: [.check, .review, .grow, .diff]
    case .change, .newInRun: [.check, .diff]
    }
  }

  /// What a shell offers as its limit: the ladder of its words from the top, then that for none.
  fileprivate var choices: Choices {
    switch type {
    case .word(let words): .words(words.dropLast().reversed() + words.suffix(1))
    case .words(let words): .words(words)
    default: .nothing
    }
  }
}
