import Findings
import Review
import Rules
import SourceText

/// One file of settings on the way from the root of a project down to a description.
struct SettingsLayer {
  /// What it says; nil where there is no such file.
  let text: SourceText?
  /// The description's path from the folder that it speaks for.
  let description: String
  /// Reads a file that it extends, by its path from the same folder; nil where there is none, which
  /// may be a problem of the settings.
  let open: (_ settings: inout Configuration, _ path: String) -> SourceText?
}

extension Configuration {
  /// Files that extend each other at most.
  private static let mostExtended = 16

  /// Completes what files above say by what a file says, as far as they let it.
  mutating func take(_ layer: SettingsLayer, _ rules: RuleSet) {
    guard let text = layer.text else { return }
    var seen: Set<String> = []
    take(text, layer, rules, &seen)
  }

  private mutating func take(
    _ text: SourceText, _ layer: SettingsLayer, _ rules: RuleSet, _ seen: inout Set<String>
  ) {
    guard seen.insert(text.path).inserted else { return }
    var own = Configuration()
    own.read(text, for: layer.description, rules)
    for (file, place) in own.extended {
      guard seen.count <= Self.mostExtended, let base = layer.open(&self, file) else {
        settings.problems.append(
          Problem(
            .error, "unknown-settings", "there is no `\(file)` to extend",
            remedy: "write its path from the folder of this file, inside the project",
            place: place, path: text.path))
        continue
      }
      take(base, layer, rules, &seen)
    }
    complete(by: own, rules)
  }

  /// Takes what a file further down says, which counts where it loosens nothing that is final.
  private mutating func complete(by own: Configuration, _ rules: RuleSet) {
    let upper = self
    gates = own.gates.over(upper.gates)
    settings.rules.merge(own.settings.rules) { $1.completed(by: $0) }
    settings.overrides += own.settings.overrides
    settings.problems += own.settings.problems
    settings.configurationFiles += own.settings.configurationFiles
    finals.formUnion(own.finals)
    places.merge(own.places) { $1 }
    bind(to: upper, own, rules)
  }
}
