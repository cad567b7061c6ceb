import Review
import SourceText

/// Makes the inputs of a target: from its number and the seed of the run alone.
struct InputMaker {
  let target: Target
  let seed: UInt64
  let seeds: SeedTexts

  /// The input of a number.
  func input(_ number: Int) -> [UInt8] {
    var dice = Dice(target.rawValue, seed: seed, number: number)
    switch target {
    case .description: return description(&dice, damaged: 0.6)
    case .check, .grow, .simulate, .report, .screen: return description(&dice, damaged: 0.15)
    case .decisions: return mutated([Array(SeedTexts.decisions.utf8)], &dice)
    case .baseline: return mutated([SampleTexts.baseline], &dice)
    case .page, .examples: return mutated(seeds.pages, &dice)
    case .products: return mutated(seeds.products, &dice)
    case .runs: return mutated([SampleTexts.runs], &dice)
    case .change:
      return Parts.joined([changes(&dice), description(&dice, damaged: 0.1)])
    case .diff:
      let old = description(&dice, damaged: 0.1)
      let new = LineDamage.damaged(String(decoding: old, as: UTF8.self), &dice)
      return Parts.joined([old, Array(new.utf8)])
    case .query:
      return Parts.joined([Array(QueryMaker.query(&dice).utf8), description(&dice, damaged: 0.05)])
    case .process:
      return Parts.joined([
        Array(CommandMaker.arguments(&dice).joined(separator: "\n").utf8),
        description(&dice, damaged: 0.3),
        mutated([Array(SeedTexts.settings.utf8)], &dice),
        mutated([Array(SeedTexts.decisions.utf8)], &dice),
      ])
    }
  }

  private func description(_ dice: inout Dice, damaged chance: Double) -> [UInt8] {
    if dice.happens(chance) { return mutated(seeds.descriptions, &dice) }
    let text = Array(SchemaMutator.description(Dice(seed: dice.next())).utf8)
    return dice.happens(chance) ? ByteMutator.mutated(text, with: text, &dice) : text
  }

  private func mutated(_ texts: [[UInt8]], _ dice: inout Dice) -> [UInt8] {
    let (seed, other) = (dice.pick(texts), dice.pick(texts))
    if dice.happens(0.3) {
      return Array(LineDamage.damaged(String(decoding: seed, as: UTF8.self), &dice).utf8)
    }
    return ByteMutator.mutated(seed, with: other, &dice)
  }

  /// Lines that set something, as after `--set`.
  private func changes(_ dice: inout Dice) -> [UInt8] {
    let lines = (0..<dice.number(1...3)).map { _ in
      let path = dice.pick([
        "components.c1.replicas", "components.c0", "journeys.j0.peak", "growth", "", "a.b.c",
        "components.c1.operations.o0.takes", "components.c2.takes", "components..x", "c1.calls.c2",
      ])
      return path + dice.pick(["=", "=", "", "=="])
        + dice.pick(ValueMaker.magnitudes + ValueMaker.misfits)
        + dice.pick(["", "ms", "/s", "x in 1 year", "%"])
    }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
