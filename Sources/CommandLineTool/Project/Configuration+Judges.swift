import Findings
import Review
import Rules
import SourceText

/// What may not be loosened: the values that a file further up calls final, and, compared with a
/// revision, those of the revision.
extension Configuration {
  /// Keeps what files further up call final, where one says less; that is a problem of it.
  mutating func bind(to upper: Configuration, _ own: Configuration, _ rules: RuleSet) {
    for gate in Gate.all where upper.finals.contains(gate.name) {
      let isLoosened = gates.only(gate).loosenings(since: upper.gates.only(gate)).first
      guard let loosening = isLoosened else { continue }
      complain(loosening, of: gate.name, upper, own)
      gates[gate] = nil
      gates = gates.over(upper.gates.only(gate))
    }
    guard upper.finals.contains("rules") else { return }
    for rule in rules.rules {
      let before = upper.settings.rules[rule.id] ?? RuleSettings()
      let now = settings.rules[rule.id] ?? before
      let loosenings = now.loosenings(since: before, of: rule)
      for loosening in loosenings { complain(loosening, of: rule.id, upper, own) }
      settings.rules[rule.id] = loosenings.isEmpty ? now : before
      for index in settings.overrides.indices.dropFirst(upper.settings.overrides.count) {
        guard let there = settings.overrides[index].rules[rule.id] else { continue }
        let loosenings = there.loosenings(since: before, of: rule)
        for loosening in loosenings { complain(loosening, of: "overrides", upper, own) }
        if !loosenings.isEmpty { settings.overrides[index].rules[rule.id] = nil }
      }
    }
  }

  private mutating func complain(
    _ loosening: Loosening, of key: String, _ upper: Configuration, _ own: Configuration
  ) {
    let file = upper.settings.configurationFiles.last?.path ?? ""
    settings.problems.append(
      Problem(
        .error, "final-setting", "`\(loosening.subject)` \(loosening.words) in `\(file)`",
        remedy: "it is final there, and counts; remove what this file says of it",
        place: own.places[key], path: own.settings.configurationFiles.last?.path ?? ""))
  }

  /// The settings by which a change is judged, those of a revision, with the problems, day and
  /// decisions of today.
  func judged(by base: Configuration) -> Configuration {
    var judge = base
    judge.settings.problems.removeAll { earlier in
      settings.problems.contains { $0.message == earlier.message }
    }
    judge.settings.problems += settings.problems
    judge.settings.configurationFiles = settings.configurationFiles
    judge.settings.acceptedFile = settings.acceptedFile
    judge.settings.ignoresAccepted = settings.ignoresAccepted
    judge.settings.today = settings.today
    judge.settings.timeLimit = settings.timeLimit
    return judge
  }

  /// What these settings would let pass that those of a revision do not, each as a problem.
  func loosenings(since base: Configuration, at revision: String, _ rules: RuleSet) -> [Problem] {
    let ofRules = rules.rules.flatMap { rule in
      (settings.rules[rule.id] ?? RuleSettings()).loosenings(
        since: base.settings.rules[rule.id] ?? RuleSettings(), of: rule)
    }
    let finals = base.finals.subtracting(finals).sorted().map {
      Loosening(subject: $0, words: "is no longer final")
    }
    let path =
      settings.configurationFiles.last?.path ?? base.settings.configurationFiles.last?.path
      ?? Project.settingsName
    let isOther = settings.overrides.contains { override in
      !base.settings.overrides.contains(where: override.isSame)
    }
    let overrides = isOther ? [Loosening(subject: "overrides", words: "says something else")] : []
    return (gates.loosenings(since: base.gates) + ofRules + overrides + finals).map { loosening in
      Problem(
        .warning, "loosened",
        "`\(loosening.subject)` \(loosening.words) at `\(revision)`, which judges this change",
        remedy: "it counts once it is there", place: places[loosening.subject], path: path)
    }
  }
}

extension RuleOverride {
  /// Whether another one changes the same, wherever that is written.
  fileprivate func isSame(as other: RuleOverride) -> Bool {
    elements == other.elements && teams == other.teams && rules == other.rules
  }
}
