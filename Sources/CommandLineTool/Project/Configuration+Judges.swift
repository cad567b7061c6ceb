import Findings
import Review
import Rules
import SourceText

/// What may not be loosened: the values that a file further up calls final, and, compared with a
/// revision, those of the revision.
extension Configuration {
  /// Keeps what a configuration further up calls final, where this one does not say it or says
  /// less; the latter is a problem.
  mutating func bind(to upper: Configuration, _ rules: RuleSet) {
    let file = upper.settings.configurationFile?.path ?? ""
    let own = gates
    for gate in Gate.all where upper.finals.contains(gate.name) {
      let isLoosened = own.only(gate).loosenings(since: upper.gates.only(gate)).first
      guard let loosening = isLoosened else { continue }
      if own[gate] != nil { complain(loosening, of: gate.name, file) }
      gates[gate] = nil
      gates = gates.over(upper.gates.only(gate))
    }
    guard upper.finals.contains("rules") else { return }
    for rule in rules.rules {
      let before = upper.settings.rules[rule.id] ?? RuleSettings()
      let now = settings.rules[rule.id].map { $0.completed(by: before) }
      let loosenings = now?.loosenings(since: before, of: rule) ?? []
      for loosening in loosenings { complain(loosening, of: rule.id, file) }
      settings.rules[rule.id] = loosenings.isEmpty ? now ?? before : before
    }
  }

  private mutating func complain(_ loosening: Loosening, of key: String, _ file: String) {
    let path = settings.configurationFile?.path ?? ""
    settings.problems.append(
      Problem(
        .error, "final-setting", "`\(loosening.subject)` \(loosening.words) in `\(file)`",
        remedy: "it is final there, and counts; remove what this file says of it",
        place: places[key], path: path))
  }

  /// The settings by which a change is judged, those of a revision, with the problems, day and
  /// decisions of today.
  func judged(by base: Configuration) -> Configuration {
    var judge = base
    judge.settings.problems.removeAll { earlier in
      settings.problems.contains { $0.message == earlier.message }
    }
    judge.settings.problems += settings.problems
    judge.settings.configurationFile = settings.configurationFile
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
      settings.configurationFile?.path ?? base.settings.configurationFile?.path
      ?? Project.settingsName
    return (gates.loosenings(since: base.gates) + ofRules + finals).map { loosening in
      Problem(
        .warning, "loosened",
        "`\(loosening.subject)` \(loosening.words) at `\(revision)`, which judges this change",
        remedy: "it counts once it is there", place: places[loosening.subject], path: path)
    }
  }
}
