import Findings
package import Rules

/// What a change of a project's settings lets pass that did not pass before.
package struct Loosening: Hashable, Sendable {
  /// The gate, or the rule by its id.
  package let subject: String
  /// What it is now and was before, to follow its name.
  package let words: String

  /// A loosening from its parts.
  package init(subject: String, words: String) {
    self.subject = subject
    self.words = words
  }
}

extension Gates {
  /// The gates that let more pass than they did.
  package func loosenings(since before: Gates) -> [Loosening] {
    Gate.all.compactMap { gate in
      guard let then = before[gate] ?? gate.usual else { return nil }
      let was = gate.text(of: then)
      guard let now = self[gate] ?? gate.usual else {
        return Loosening(subject: gate.name, words: "is gone, and was \(was)")
      }
      guard gate.isLooser(now, than: then) else { return nil }
      return Loosening(subject: gate.name, words: "is \(gate.text(of: now)), and was \(was)")
    }
  }
}

extension RuleSettings {
  /// These settings, with others where nothing is said here.
  package func completed(by other: RuleSettings) -> RuleSettings {
    var settings = self
    settings.severity = severity ?? other.severity
    settings.fails = fails ?? other.fails
    settings.parameters.merge(other.parameters) { own, _ in own }
    return settings
  }

  /// What lets more pass of a rule than it did; a parameter that is another may, and counts.
  package func loosenings(since before: RuleSettings, of rule: Rule) -> [Loosening] {
    var words: [String] = []
    if isOff, !before.isOff { words.append("is off, and was not") }
    let (now, then) = (severity ?? rule.severity, before.severity ?? rule.severity)
    if now < then { words.append("is \(now.word), and was \(then.word)") }
    if Self.strictness(fails) < Self.strictness(before.fails) {
      words.append("sets `fail: \(Self.word(fails))`, before `\(Self.word(before.fails))`")
    }
    // Which way a parameter is stricter, its rule alone knows.
    for name in Set(parameters.keys).union(before.parameters.keys).sorted()
    where parameters[name] != before.parameters[name] {
      words.append("has another `\(name)`")
    }
    return words.map { Loosening(subject: rule.id, words: $0) }
  }

  private static func strictness(_ fails: Bool?) -> Int {
    fails.map { $0 ? 2 : 0 } ?? 1
  }

  private static func word(_ fails: Bool?) -> String {
    fails.map { $0 ? "always" : "never" } ?? "by its severity"
  }
}
