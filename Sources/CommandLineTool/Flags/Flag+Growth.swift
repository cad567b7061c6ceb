import Description
import Review
import SourceText
import YAML

extension Flag {
  /// The multiples to look at, and what is to be supposed.
  static let whatIfFlags: [Flag] = [
    Flag(
      name: "--at", value: "LIST",
      documentation: "Multiples of today's demand, such as 1,2,10,100.",
      commands: [.grow],
      apply: { (options, text) throws(UsageError) in
        let multiples = text.split(separator: ",").map { multiple(String($0)) }
        guard !multiples.isEmpty, multiples.count <= 100, !multiples.contains(nil) else {
          throw UsageError(
            message: "`\(text.printable)` is no list of multiples; write it as 1,2,10,100")
        }
        options.growth.multiples = Set(multiples.compactMap(\.self)).sorted()
      }),
    Flag(
      name: "--scenario", value: "NAME",
      documentation: "Apply a scenario of the description. Repeatable.",
      commands: [.grow, .check, .plan],
      apply: { (options, text) in options.growth.whatIf.scenarios.append(text) }),
    Flag(
      name: "--scenario", value: "NAME",
      documentation: "Show a column for a scenario of each description. Repeatable.",
      commands: [.compare],
      apply: { (options, text) in options.growth.whatIf.scenarios.append(text) }),
    Flag(
      name: "--lose", value: "NAME",
      documentation: "Assume that a zone or component is lost. Repeatable.",
      commands: [.grow, .check, .plan],
      apply: { (options, text) in options.growth.whatIf.losses.append(text) }),
    Flag(
      name: "--set", value: "PATH=VALUE",
      documentation:
        "Assume another value of a property: components.api.replicas=4..40. Repeatable.",
      commands: [.grow, .check, .plan],
      apply: { (options, text) throws(UsageError) in
        guard let change = Change(text) else {
          throw UsageError(
            message: "`\(text.printable)` sets nothing; write it as components.api.replicas=4..40")
        }
        options.growth.whatIf.changes.append(change)
      }),
    Flag(
      name: "--cold-cache", value: nil,
      documentation: "Assume that all caches are cold: all hit ratios are 0.",
      commands: [.grow, .check, .plan],
      apply: { (options, _) in options.growth.whatIf.isCacheCold = true }),
  ]

  /// Which multiples are simulated, and how.
  static let simulationFlags: [Flag] = [
    Flag(
      name: "--simulate", value: nil,
      documentation: "Simulate every multiple; without it, only those where the queueing models "
        + "are known to be wrong. Ctrl-C shows the results so far.",
      commands: [.grow],
      apply: { (options, _) in options.growth.simulation.when = .always }),
    Flag(
      name: "--no-simulate", value: nil,
      documentation: "Never simulate, even where the queueing models are known to be wrong.",
      commands: [.grow],
      apply: { (options, _) in options.growth.simulation.when = .never }),
    Flag(
      name: "--seed", value: "NUMBER",
      documentation: "Random seed of the simulation (default 1); runs with different seeds "
        + "are independent and can be merged.",
      commands: [.grow],
      apply: { (options, text) throws(UsageError) in
        guard let seed = UInt64(text) else {
          throw UsageError(
            message: "`\(text.printable)` is no seed; write a whole number such as 7")
        }
        options.growth.simulation.seed = seed
      }),
    Flag(
      name: "--merge", value: nil,
      documentation: "Take the simulated runs in the files behind the description, each written "
        + "with --output, instead of simulating.",
      commands: [.grow],
      apply: { (options, _) in options.merges = true }),
  ]
}
